import path from 'node:path';
import { expect, it } from 'vitest';
import { createDocumentRenderer } from '../../../devices/official-documents/render-document.ts';
import { loadTemplates } from '../../../devices/official-documents/load-templates.ts';
import type { CaseState } from '../../../domain/case/case-state.ts';
import { sampleOf } from '../../../domain/official-documents/samples.ts';
import { caseAt } from '../../../domain/testing/process-walk.ts';
import { readPublication } from './published.ts';

const assets = path.resolve(import.meta.dirname, '../../../assets');
const fontsDir = path.join(assets, 'fonts');
const shippedDir = path.join(assets, 'document-templates');
const { templates } = loadTemplates({ shippedDir, overrideDir: null, fontsDir });

it('the posted file is read, and one that says more about the household is found', async () => {
  const made = await createDocumentRenderer(fontsDir, templates).render(sampleOf('publication'));
  if (!made.ok) throw new Error(made.failure.code);
  const state = caseAt('dibao', 'PUBLISHED');
  const read = await readPublication(made.value, state);
  expect(read).toEqual({
    name: '张示例',
    members: expect.stringMatching(/^\d+$/),
    amount: expect.any(String),
  });
  const withAddress = (address: string): CaseState => {
    const { application } = state;
    const member = application?.members[0];
    if (!application || !member) throw new Error('nobody');
    return { ...state, application: { ...application, members: [{ ...member, address }] } };
  };
  await expect(readPublication(made.value, withAddress('社会救助公布'))).rejects.toThrow('gives away 1');
  await expect(readPublication(made.value, withAddress(read.members))).rejects.toThrow('gives away 1');
});
