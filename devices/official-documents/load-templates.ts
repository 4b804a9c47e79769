import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTemplate } from '../../domain/official-documents/check-template.ts';
import { documentKindNames, type DocumentKind } from '../../domain/official-documents/document-kinds.ts';
import { readTemplate } from '../../domain/official-documents/parse-template.ts';
import type { DocumentTemplate } from '../../domain/official-documents/template.ts';

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

/**
 * The shipped templates, and over them those of `overrideDir` (`<kind>.json` each; the folder may be absent). A file that does
 * not pass is refused and the shipped one stays: log each of `refused` as `template.refused` with its file. Throws when a
 * shipped one is absent or wrong, since then the installation is broken.
 */
export function loadTemplates(shippedDir: string, overrideDir: string | null): LoadedTemplates {
  const templates = new Map<DocumentKind, DocumentTemplate>();
  for (const kind of documentKindNames) {
    const read = readOne(kind, readFileSync(join(shippedDir, `${kind}.json`), 'utf8'));
    if ('problems' in read) throw new Error(`shipped template ${kind}: ${read.problems.join(' ')}`);
    templates.set(kind, read.template);
  }
  const { found, refused } = readFolder(overrideDir);
  for (const [kind, template] of found) templates.set(kind, template);
  return { templates, overridden: [...found.keys()], refused };
}

/** All templates of a folder, sound and refused; other files are refused too, for a misspelt name would never be used. */
export function readFolder(dir: string | null): {
  found: Map<DocumentKind, DocumentTemplate>;
  refused: RefusedTemplate[];
} {
  const found = new Map<DocumentKind, DocumentTemplate>();
  const refused: RefusedTemplate[] = [];
  for (const file of filesOf(dir)) {
    const kind = documentKindNames.find((name) => `${name}.json` === file);
    if (!kind) {
      refused.push({ file, problems: [`没有叫 ${file} 的文书。文件名应当和自带的模板一样。`] });
      continue;
    }
    const read = readOne(kind, readText(join(dir ?? '', file)));
    if ('problems' in read) refused.push({ file, problems: read.problems });
    else found.set(kind, read.template);
  }
  return { found, refused };
}

function filesOf(dir: string | null): string[] {
  if (dir === null) return [];
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
