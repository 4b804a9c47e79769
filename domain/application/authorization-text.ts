import { authorizationText } from '../../assets/form-texts/authorization.ts';
import { maskIdNumber } from '../privacy/mask.ts';
import { formatYuanWithUnit } from '../values/fen.ts';
import type { AssistanceKind } from './application.ts';
import type { Signature } from './evidence.ts';
import { propertyKinds } from './facts.ts';
import { kindLines } from './kind-lines.ts';
import { asks } from './kind-tasks.ts';
import { assistanceNames, incomeNames, propertyNames, relationNames } from './form-names.ts';
import { peopleOf, type DraftSections } from './forms.ts';
import type { PersonForm } from './person.ts';

/** What the text is made of: kind and sections of a draft, and the town that will check. */
export interface SignedFacts {
  readonly kind: AssistanceKind;
  readonly sections: DraftSections;
}

export interface RenderedText {
  readonly version: string;
  readonly plain: string;
  readonly legalName: string;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
}

const named = (person: PersonForm | null | undefined): string => person?.name.trim() || '（未填姓名）';
const numbered = (person: PersonForm | null): string =>
  person?.idNumber.trim() ? maskIdNumber(person.idNumber.trim()) : '（未填）';

const memberLine = (person: PersonForm): string =>
  `${relationNames[person.relation]}：${named(person)}，身份证号 ${numbered(person)}`;

/** One line a kind: the entries themselves are read on the income page; here it is the sum that is sworn to. */
function incomeLines({ income }: Pick<DraftSections, 'income'>): string[] {
  if (income.none) return ['没有收入。'];
  if (income.entries.length === 0) return ['还没有填。'];
  const sums = new Map<string, { months: 1 | 12; kind: keyof typeof incomeNames; fen: number }>();
  for (const { kind, periodMonths: months, amountFen } of income.entries) {
    const key = `${kind} ${months}`;
    sums.set(key, { months, kind, fen: (sums.get(key)?.fen ?? 0) + amountFen });
  }
  return [...sums.values()].map(
    ({ kind, months, fen }) =>
      `${incomeNames[kind]}：${months === 12 ? '一年' : '一个月'} ${formatYuanWithUnit(fen)}`,
  );
}

function propertyLines({ property }: Pick<DraftSections, 'property'>): string[] {
  const none = propertyKinds.filter((kind) => property[kind]?.has === false);
  const some = propertyKinds.flatMap((kind) => {
    const answer = property[kind];
    if (!answer?.has) return [];
    const fen = answer.items.reduce((sum, item) => sum + item.valueFen, 0);
    return [`${propertyNames[kind]}：${answer.items.length} 项，价值 ${formatYuanWithUnit(fen)}`];
  });
  const open = propertyKinds.filter((kind) => (property[kind]?.has ?? null) === null);
  const list = (kinds: typeof none) => kinds.map((kind) => propertyNames[kind]).join('、');
  return [
    ...some,
    ...(none.length > 0 ? [`没有${list(none)}。`] : []),
    ...(open.length > 0 ? [`还没有填：${list(open)}。`] : []),
  ];
}

/** The text one member signs, or a guardian for them, with this draft's names and figures. */
export function authorizationFor(
  draft: SignedFacts,
  member: PersonForm,
  signer: PersonForm,
  townName: string,
): RenderedText {
  const { sections } = draft;
  const people = peopleOf(sections);
  const applicant = sections.identity;
  const values: Record<string, string> = {
    kind: assistanceNames[draft.kind],
    applicant: named(applicant),
    applicantId: numbered(applicant),
    address: applicant?.address.trim() || '（未填地址）',
    count: String(people.length),
    memberName: named(member),
    who: `${townName}、九龙坡区民政局`,
    signing:
      member.id === signer.id
        ? `${named(member)}（身份证号 ${numbered(member)}）本人同意核对。`
        : `${named(signer)}（身份证号 ${numbered(signer)}）是${named(member)}（身份证号 ${numbered(member)}）的监护人，代为同意核对。`,
  };
  const lists: Record<string, string[]> = {
    '{{members}}': people.map(memberLine),
    '{{income}}': asks(draft.kind, 'income') ? ['收入：', ...incomeLines(sections)] : [],
    '{{property}}': asks(draft.kind, 'property') ? ['财产：', ...propertyLines(sections)] : [],
    '{{stated}}': kindLines(draft.kind, sections),
  };
  const fill = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  return {
    version: authorizationText.version,
    plain: authorizationText.plain,
    legalName: fill(authorizationText.legalName),
    sections: authorizationText.sections.map(({ title, paragraphs }) => ({
      title,
      paragraphs: paragraphs.flatMap((paragraph) => lists[paragraph] ?? [fill(paragraph)]),
    })),
  };
}

/** Exactly what is on the screen, line by line: kept with the signature. */
export const wholeText = ({ plain, legalName, sections }: RenderedText): string =>
  [plain, legalName, ...sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs])].join('\n');

/**
 * Whether a signature still stands under what the form says now. Who is named, what is sworn to and who will check may all
 * change after somebody signed; then that person has to read it again (《社会救助法》第四十条: consent to what was shown).
 */
export function signedTextHolds(signature: Signature, draft: SignedFacts, townName: string): boolean {
  const people = peopleOf(draft.sections);
  const member = people.find(({ id }) => id === signature.memberId);
  const signer = people.find(({ id }) => id === signature.signerId);
  if (!member || !signer) return false;
  return wholeText(authorizationFor(draft, member, signer, townName)) === signature.text;
}
