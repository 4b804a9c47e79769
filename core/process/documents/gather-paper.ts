import type { CaseEventType } from '../../../domain/case/case-events.ts';
import type { DocumentDue } from '../../../domain/case/documents-due.ts';
import type { CaseState } from '../../../domain/case/case-state.ts';
import { levelOf, type Level } from '../../../domain/process/steps.ts';
import type { SeenCase } from '../../cases/find-case.ts';
import { today } from '../../context.ts';
import type { Ports } from '../../ports/ports.ts';
import type { StoreReader } from '../../ports/store.ts';
import { districtTerms } from '../../session/district-terms.ts';
import { Names } from '../names.ts';
import { officeFor } from './office.ts';
import type { Paper, StepPaper } from './paper.ts';
import { stepOf, type Step } from './story.ts';

type Gathered = Omit<StepPaper, 'number'>;

/** Everything a paper about a step needs, but its number; null when the step or the rule set is not known here. */
export async function gatherStepPaper(
  reader: StoreReader,
  seen: SeenCase,
  { about }: DocumentDue,
  ports: Ports,
): Promise<Gathered | null> {
  const step = stepOf(seen.folded.events, about);
  if (!step) return null;
  const paper = await gather(reader, seen, step.after, levelOfStep(step), ports);
  return paper && { ...paper, step, about };
}

/** The same for a form about the case as it is now, without number. */
export async function gatherBlankPaper(
  reader: StoreReader,
  seen: SeenCase,
  ports: Ports,
): Promise<Paper | null> {
  const paper = await gather(reader, seen, seen.folded.state, 'town', ports);
  return paper && { ...paper, number: null };
}

const decisions: readonly CaseEventType[] = [
  'case.confirmed',
  'case.refused',
  'assistance.adjusted',
  'assistance.ended',
];

/** Decisions are the district's; everything else is the town's, wherever it is printed. */
function levelOfStep({ event, before }: Step): Level {
  if (decisions.includes(event.type)) return 'district';
  return event.type === 'case.extended' ? levelOf(before.step) : 'town';
}

async function gather(
  reader: StoreReader,
  { row, folded }: SeenCase,
  then: CaseState,
  level: Level,
  ports: Ports,
): Promise<Omit<Paper, 'number'> | null> {
  const ruleSetId = folded.events[0]?.ruleSetId ?? '';
  const ruleSet = ports.ruleSets.get(ruleSetId);
  const process = ruleSet?.processes[folded.state.kind];
  if (!ruleSet || !process) return null;
  return {
    ...{ row, now: folded.state, then, ruleSetId, ruleSet, process, ports },
    amounts: (await districtTerms(reader)).amounts,
    names: await Names.of(reader),
    office: await officeFor(level, then.villageCode.slice(0, 9), ports.places, reader),
    today: today(ports),
  };
}
