import type { DocumentRenderer } from '../../core/ports/devices.ts';
import { day } from '../../domain/official-documents/common.ts';
import {
  specOf,
  type DocumentData,
  type DocumentKind,
} from '../../domain/official-documents/document-kinds.ts';
import { fillTemplate, type FilledDocument } from '../../domain/official-documents/fill-template.ts';
import type { DocumentTemplate } from '../../domain/official-documents/template.ts';
import { fail, ok } from '../../domain/values/result.ts';
import { glyphsOf, openFonts, type Fonts } from '../fonts/glyphs.ts';
import { a4, openA4 } from '../pdf/open-a4.ts';
import { documentPieces } from './document-pieces.ts';
import { paginate } from './pieces.ts';
import { createSheet, faint, page, putLine, type Sheet } from './sheet.ts';

export type Templates = ReadonlyMap<DocumentKind, DocumentTemplate>;

/** Renders official documents with the fonts in `fontsDir` embedded; equal data and template give equal bytes. */
export function createDocumentRenderer(fontsDir: string, templates: Templates): DocumentRenderer {
  let fonts: Fonts | null = null;
  return {
    async render(data) {
      const template = templates.get(data.kind);
      if (!template) throw new Error(`no template for ${data.kind}`);
      fonts ??= openFonts(fontsDir);
      const filled = fillTemplate(template, data);
      const missing = glyphsOf(fonts.regular).missingGlyphs(
        [data.officeName, data.number ?? '', ...wordsOf(filled)].join(''),
      );
      if (missing.length > 0) return fail('receipt.glyphMissing', { characters: missing.join('') });
      const bold = glyphsOf(fonts.bold);
      const boldHas = (text: string) => bold.missingGlyphs(text).length === 0;
      return ok(await draw({ data, filled, template, fonts, boldHas }));
    },
  };
}

interface Job {
  data: DocumentData;
  filled: FilledDocument;
  template: DocumentTemplate;
  fonts: Fonts;
  boldHas: (text: string) => boolean;
}

async function draw({ data, filled, template, fonts, boldHas }: Job): Promise<Uint8Array> {
  const { doc, bytes } = openA4(fonts, {
    // The kind's name, not the template's title: a title may be filled from the case.
    title: specOf(data.kind).title,
    subject: template.version,
    created: new Date(`${data.issuedOn}T00:00:00+08:00`),
    margin: 0,
  });
  const sheet = createSheet(doc, boldHas);
  const frame = { officeName: data.officeName, number: data.number ?? '', date: day(data.issuedOn) };
  const pages = paginate(documentPieces(sheet, filled, frame), page.top, page.bottom);
  pages.forEach((placed, i) => {
    if (i > 0) doc.addPage();
    placed.forEach(({ piece, top }, at) =>
      piece.paint(top, { firstOfPage: at === 0, lastOfPage: at === placed.length - 1 }),
    );
    numberPage(sheet, `${data.number ?? ''}    第 ${i + 1} 页，共 ${pages.length} 页`.trim());
  });
  doc.end();
  return bytes;
}

function numberPage(sheet: Sheet, text: string): void {
  const type = { size: 11, line: 18 };
  const x = (a4.width - sheet.widthOf(text, type.size)) / 2;
  putLine(sheet, text, { x, y: page.bottom + 24, type, color: faint });
}

/** Every string of a filled document, for the look-up of its characters. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}
