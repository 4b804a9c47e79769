/* eslint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures are wanted. */
import { open, truncate, writeFile } from 'node:fs/promises';
import { MaterialsStep } from '../pages/materials-step.ts';
import { expect, test } from './fixtures.ts';
import { paintPaper } from './paper.ts';

const slot = '户口簿';
let step: MaterialsStep;

test.beforeEach(async ({ bench, hand, visit }) => {
  await bench.signIn('demo.clerk1');
  await visit(`/apply/${await bench.draft()}/materials`);
  step = new MaterialsStep(hand);
  await step.openRow(slot);
});

test('100 MB is refused before it is read', async ({}, info) => {
  const file = info.outputPath('large.jpg');
  const handle = await open(file, 'w');
  await handle.write(Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  await handle.close();
  await truncate(file, 100 * 1024 * 1024);
  await step.chooseFile(slot, file);
  await expect(step.pane(slot).getByRole('alert')).toContainText('超过 20 MB');
  await expect(step.pages(slot)).toHaveCount(1);
});

test('what is no image is refused, whatever its name says', async ({}, info) => {
  const file = info.outputPath('not-an-image.jpg');
  await writeFile(file, 'nothing but words');
  await step.chooseFile(slot, file);
  await expect(step.pane(slot).getByRole('alert')).toContainText('只能收 JPG、PNG 图片和 PDF 文件');
  await expect(step.pages(slot)).toHaveCount(1);
});

test('a PDF with a script is refused, one without is taken', async ({}, info) => {
  const [bad, good] = [info.outputPath('script.pdf'), info.outputPath('plain.pdf')];
  await writeFile(bad, pdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'));
  await writeFile(good, pdf(''));
  await step.chooseFile(slot, bad);
  await expect(step.pane(slot).getByRole('alert')).toContainText('这个 PDF 里带有程序');
  await expect(step.pages(slot)).toHaveCount(1);
  await step.chooseFile(slot, good);
  await expect(step.pages(slot)).toHaveCount(2);
});

for (const [name, look, said] of [
  ['dark', { brightness: 0.25 }, '太暗'],
  ['blurred', { blurPx: 6 }, '有点模糊'],
  ['blank', { lines: 0 }, '好像是空白页'],
] as const)
  test(`a ${name} page is said before it is taken, and may be taken all the same`, async ({ page }, info) => {
    await step.chooseFile(slot, await paintPaper(page, info.outputPath(`${name}.jpg`), look));
    await expect(step.warnings).toContainText(said);
    await step.useFile();
    await expect(step.pages(slot).nth(1)).toHaveAccessibleName(new RegExp(`需注意：.*${said}`));
  });

test('a good page brings no warning', async ({ page }, info) => {
  await step.chooseFile(slot, await paintPaper(page, info.outputPath('good.jpg')));
  await expect(step.dialog.getByRole('button', { name: '使用这一页' })).toBeEnabled();
  await expect(step.warnings).toHaveCount(0);
});

/** A PDF of one empty page; `extra` goes into its catalogue. The cross-reference is right, so readers open it. */
function pdf(extra: string): string {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${extra} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const xref = `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}`;
  return `${body}${xref}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${String(body.length)}\n%%EOF\n`;
}
