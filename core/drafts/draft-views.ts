import type { DraftSummary, DraftView } from '../../contract/views.ts';
import { draftChanges } from '../../domain/application/draft-changes.ts';
import { DraftSections, type DraftOrigin } from '../../domain/application/forms.ts';
import { tasksOf } from '../../domain/application/kind-tasks.ts';
import { maskIdNumber } from '../../domain/privacy/mask.ts';
import { today, type CoreContext } from '../context.ts';
import { done, type Refused } from '../handler.ts';
import type { DraftRecord, StoreReader } from '../ports/store.ts';
import { districtTerms, termsOn, type TermsInForce } from '../session/district-terms.ts';

/** The draft as its owner sees it, with what has changed since it was begun. */
export async function seeDraft(
  reader: StoreReader,
  draft: DraftRecord,
  core: CoreContext,
): Promise<{ ok: true; output: { draft: DraftView } } | Refused<'amounts.noneInForce'>> {
  const day = today(core.ports);
  const terms = await termsOn(reader, day);
  if (!terms.ok) return terms;
  const { id, kind, ruleSetId, townCode, revision, createdAt, updatedAt, sections, evidence } = draft;
  const { ruleSets, currentRuleSetId } = core.ports;
  const current = ruleSets.get(currentRuleSetId);
  if (!current) throw new Error('the current rule set is not among those known');
  const known = (await districtTerms(reader)).amounts;
  const begun = {
    ruleSet: ruleSets.get(ruleSetId) ?? null,
    amounts: known.find((one) => one.id === sections.origin.amountsId) ?? null,
  };
  const now = { ruleSet: current, amounts: terms.value.amounts };
  const changes = draftChanges(kind, sections, begun, now, day);
  return done({
    draft: {
      ...{ id, kind, ruleSetId, townCode, revision, createdAt, updatedAt, sections, evidence, changes },
      ...terms.value,
    },
  });
}

/** How a draft stands that begins, or is taken note of, under these terms. */
export const originNow = (
  { kind, reused }: Pick<DraftRecord, 'kind'> & Pick<DraftOrigin, 'reused'>,
  { amounts }: TermsInForce,
): DraftOrigin => ({ amountsId: amounts.id, tasks: tasksOf(kind), reused });

/** Sections to begin with: given ones may say nothing of how the draft began. */
export const firstSections = (
  kind: DraftRecord['kind'],
  given: DraftSections | undefined,
  terms: TermsInForce,
): DraftSections => ({
  ...(given ?? DraftSections.parse({})),
  origin: originNow({ kind, reused: null }, terms),
});

export function draftSummary({ id, kind, sections, updatedAt }: DraftRecord): DraftSummary {
  const { name = '', idNumber = '' } = sections.identity ?? {};
  return { id, kind, applicantName: name, maskedId: maskIdNumber(idNumber), updatedAt };
}
