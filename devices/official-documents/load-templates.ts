import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTemplate } from '../../domain/official-documents/check-template.ts';
import { documentKindNames, type DocumentKind } from '../../domain/official-documents/document-kinds.ts';
import { readTemplate } from '../../domain/official-documents/parse-template.ts';
import type { DocumentTemplate } from '../../domain/official-documents/template.ts';
import { createGlyphs, type Glyphs } from '../fonts/glyphs.ts';

/** A file an editor has to look at again; `problems` are plain Chinese sentences. */
export interface RefusedTemplate {
  file: string;
  problems: string[];
}

export interface LoadedTemplates {
  templates: Map<DocumentKind, DocumentTemplate>;
  /** Kinds whose template comes from the station's own folder. */
  overridden: DocumentKind[];
  refused: RefusedTemplate[];
}

export interface TemplateFolders {
  shippedDir: string;
  /** `<dataDir>/document-templates`; may be absent. */
  overrideDir: string | null;
  fontsDir: string;
}

/**
 * The shipped templates, and over them those of the station's own folder (`<kind>.json` each). A file that does not pass is
 * refused and the shipped one stays: log each of `refused` as `template.refused` with its file. Throws when a shipped one is
 * absent or wrong, since then the installation is broken.
 */
export function loadTemplates({ shippedDir, overrideDir, fontsDir }: TemplateFolders): LoadedTemplates {
  const templates = new Map<DocumentKind, DocumentTemplate>();
  for (const kind of documentKindNames) {
    const read = readOne(kind, readFileSync(join(shippedDir, `${kind}.json`), 'utf8'));
    if ('problems' in read) throw new Error(`shipped template ${kind}: ${read.problems.join(' ')}`);
    templates.set(kind, read.template);
  }
  const { found, refused } = overrideDir === null ? nothing : readFolder(overrideDir, fontsDir);
  for (const [kind, template] of found) templates.set(kind, template);
  return { templates, overridden: [...found.keys()], refused };
}

interface Folder {
  found: Map<DocumentKind, DocumentTemplate>;
  refused: RefusedTemplate[];
}
const nothing: Folder = { found: new Map(), refused: [] };

/** All templates of a folder, sound and refused. A file of another name is refused too, for it would never be used. */
export function readFolder(dir: string, fontsDir: string): Folder {
  const found = new Map<DocumentKind, DocumentTemplate>();
  const refused: RefusedTemplate[] = [];
  let glyphs: Glyphs | null = null;
  for (const file of filesOf(dir)) {
    const kind = documentKindNames.find((name) => `${name}.json` === file);
    const text = readText(join(dir, file));
    const read = kind ? readOne(kind, text) : { problems: [unknownName(file)] };
    glyphs ??= createGlyphs(fontsDir);
    const missing = glyphs.missingGlyphs(text.replace(/^\uFEFF/, ''));
    if ('problems' in read) refused.push({ file, problems: read.problems });
    else if (missing.length > 0) refused.push({ file, problems: [notInFont(missing)] });
    else found.set(read.template.kind, read.template);
  }
  return { found, refused };
}

/** With their numbers, since some of them show nothing. */
const notInFont = (chars: string[]) =>
  `字体里没有这些字，打印不出来：${chars.map((char) => `${char}（U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}）`).join('、')}`;

const unknownName = (file: string) => `没有叫 ${file} 的文书。文件名应当和自带的模板一样。`;

function filesOf(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((file) => file.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}

/** An unreadable file reads as an empty one, which is then refused by its shape. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function readOne(kind: DocumentKind, text: string): { template: DocumentTemplate } | { problems: string[] } {
  const read = readTemplate(text);
  if (!read.ok) return { problems: read.failure.data.problems };
  const problems = checkTemplate(kind, read.value);
  return problems.length > 0 ? { problems } : { template: read.value };
}
