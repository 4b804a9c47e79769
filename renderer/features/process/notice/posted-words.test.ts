import { expect, it } from 'vitest';
import { documentKinds } from '../../../../domain/official-documents/document-kinds.ts';
import { sampleOf } from '../../../../domain/official-documents/samples.ts';
import { opinionWords, publishedWords } from './posted-words.ts';

const line = { name: '张示例', members: 2 };

it.each([
  [true, 105_000],
  [true, 0],
  [false, 0],
])('shows of a notice what its document prints (%s, %i 分)', (eligible, amountFen) => {
  const entries = [{ ...line, amountFen: eligible ? amountFen : null }];
  const { lists } = documentKinds.publicNotice.values({ ...sampleOf('publicNotice'), entries });
  expect(lists.get('名单')?.[0]).toMatchObject({ 意见: opinionWords({ eligible, amountFen }) });
});
it.each([105_000, 0])('shows of a publication what its document prints (%i 分)', (amountFen) => {
  const entries = [{ ...line, amountFen }];
  const { lists } = documentKinds.publication.values({ ...sampleOf('publication'), entries });
  expect(lists.get('名单')?.[0]).toMatchObject({ 金额: publishedWords(amountFen) });
});
