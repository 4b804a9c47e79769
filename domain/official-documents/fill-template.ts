import type { DocumentValues } from './define-kind.ts';
import { specOf, type DocumentData } from './document-kinds.ts';
import { fillCell, fillPlaces } from './placeholders.ts';
import type { Block, DocumentTemplate } from './template.ts';

/** What is drawn: words only, nothing left to decide. '\n' separates paragraphs. */
export type FilledBlock =
  | { type: 'text'; text: string; indent: boolean }
  | { type: 'heading'; text: string }
  | { type: 'list'; items: string[] }
  | { type: 'table'; columns: { title: string; share: number }[]; rows: string[][] }
  | { type: 'form'; rows: { cells: { label: string; text: string }[]; lines: number }[] }
  | { type: 'signatures'; lines: string[] }
  | { type: 'cut'; text: string };

export interface FilledDocument {
  title: string;
  addressee: string | null;
  blocks: FilledBlock[];
  seal: boolean;
  afterword: string | null;
  slip: FilledBlock[];
}

/** Pure: equal template and data give an equal document. Throws for data that are not of the template's kind. */
export function fillTemplate(template: DocumentTemplate, data: DocumentData): FilledDocument {
  const values = specOf(template.kind).values(data);
  const put = (text: string) => fillPlaces(text, values.fields);
  const fill = (blocks: readonly Block[]) =>
    blocks
      .filter((block) => block.when === undefined || values.holds.has(block.when))
      .map((block) => fillBlock(block, values));
  return {
    title: put(template.title),
    addressee: template.addressee === undefined ? null : put(template.addressee),
    blocks: fill(template.blocks),
    seal: template.seal,
    afterword: template.afterword === undefined ? null : put(template.afterword),
    slip: fill(template.slip ?? []),
  };
}

function fillBlock(block: Block, values: DocumentValues): FilledBlock {
  const put = (text: string) => fillPlaces(text, values.fields);
  const rowsOf = (name: string) => values.lists.get(name) ?? [];
  switch (block.type) {
    case 'text':
      return { type: 'text', text: put(block.text), indent: block.indent ?? true };
    case 'heading':
      return { type: 'heading', text: put(block.text) };
    case 'cut':
      return { type: 'cut', text: put(block.text) };
    case 'signatures':
      return { type: 'signatures', lines: block.lines.map(put) };
    case 'list':
      return { type: 'list', items: rowsOf(block.of).map((row) => fillPlaces(block.text, mapOf(row))) };
    case 'table':
      return {
        type: 'table',
        columns: block.columns.map(({ title, share }) => ({ title: put(title), share })),
        rows: rowsOf(block.of).map((row) => block.columns.map(({ field }) => row[field] ?? '')),
      };
    case 'form':
      return { type: 'form', rows: block.rows.map((row) => fillRow(row, values.fields)) };
  }
}

type FormRow = Extract<Block, { type: 'form' }>['rows'][number];

const fillRow = ({ cells, lines = 1 }: FormRow, fields: DocumentValues['fields']) => ({
  cells: cells.map(({ label, text }) => ({
    label: fillPlaces(label, fields),
    text: fillCell(text, fields),
  })),
  lines,
});

const mapOf = (row: Record<string, string | null>) => new Map(Object.entries(row));
