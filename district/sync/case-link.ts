import type { EntityManager } from 'typeorm';
import type { PushItem } from '../../contract/sync/push.ts';
import { AlertCommand } from '../../domain/alert/alert-commands.ts';
import { CaseEntity } from '../db/entities.ts';

/**
 * An alert is linked to a case the district has, within the area of who links it: the stream of the alert alone cannot know.
 * A case elsewhere is answered like one that does not exist. Null for every other command.
 */
export async function caseLinkProblem(
  tx: EntityManager,
  { streamType, command, actor }: PushItem,
): Promise<{ code: string; data: Record<string, unknown> } | null> {
  if (streamType !== 'alert') return null;
  const parsed = AlertCommand.safeParse(command);
  if (!parsed.success || parsed.data.type !== 'linkCase') return null;
  const found = await tx.findOneBy(CaseEntity, { id: parsed.data.caseId });
  const place = found && (found.villageCode || found.townCode);
  return place?.startsWith(actor.areaCode) ? null : { code: 'case.notFound', data: {} };
}
