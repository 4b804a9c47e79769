import { specOf, type DocumentKind } from '../../domain/official-documents/document-kinds.ts';

/** What a template of a kind may use, in words for whoever edits it. */
export function listNames(kind: DocumentKind): string {
  const { title, offer } = specOf(kind);
  const must = ({ required }: { required?: true }) => (required ? '（必须有）' : '');
  const fields = Object.entries(offer.fields).map(([name, one]) => `  {${name}}  ${one.means}${must(one)}`);
  const lists = Object.entries(offer.lists).flatMap(([name, one]) => [
    `  ${name}  ${one.means}${must(one)}`,
    ...Object.entries(one.columns).map(([column, means]) => `      {${column}}  ${means}`),
  ]);
  const conditions = Object.entries(offer.conditions).map(([name, { means }]) => `  ${name}  ${means}`);
  const words = offer.mustSay.map((one) => `  ${one}`);
  return [
    `${title}（${kind}.json）`,
    ...section('空', fields),
    ...section('名单', lists),
    ...section('条件', conditions),
    ...section('必须写明', words),
  ].join('\n');
}

const section = (heading: string, rows: string[]) => (rows.length === 0 ? [] : [`${heading}：`, ...rows]);
