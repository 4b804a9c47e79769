import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AssistanceKind } from '../../domain/application/application.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import { OfficialNumber } from '../../domain/official-documents/official-number.ts';
import { clerk, reviewer } from '../../domain/testing/sample-application.ts';
import { districtReviewer, head, villager } from '../../domain/testing/process-actors.ts';
import { hearingOn, homeVisit, replyTo, visitOn } from '../../domain/testing/process-samples.ts';
import {
  caseWalk,
  days,
  go,
  postNotice,
  propose,
  stepsOf,
  type Walk,
} from '../../domain/testing/process-walk.ts';
import { pdfInfo, wordsOfPdf } from '../../devices/official-documents/testing-pdf.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { envelopesOf } from '../testing/walked-case.ts';

let fixture: CoreFixture;
const must: CoreFixture['must'] = (...values) => fixture.must(...values);

beforeEach(async () => {
  fixture = await CoreFixture.open();
  await fixture.login('reviewer');
  fixture.core.start();
});
afterEach(async () => {
  expect(fixture.logged).toEqual([]);
  await fixture.close();
});
const until = (check: () => Promise<unknown>) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

/** The case comes from another station, so that only papers are made here. */
async function bring(walk: Walk): Promise<string> {
  const events = envelopesOf(walk, fixture.ports.sha256Text);
  fixture.district.take({ events });
  const caseId = events[0]!.streamId;
  await until(async () => expect(await fixture.store.read.caseRow(caseId)).not.toBeNull());
  return caseId;
}
const processOf = async (caseId: string) => (await must('reviewer', 'case.process', { caseId })).process;
type Due = Awaited<ReturnType<typeof processOf>>['documentsDue'][number];

async function issue(caseId: string, due: Due) {
  const answer = await fixture.call('reviewer', 'case.issueDocument', { caseId, ...due });
  if (!answer.ok) throw new Error(`${due.document}: ${JSON.stringify(answer.failure)}`);
  return { ...answer.output, pdf: answer.binary! };
}

/** Issues everything due, and holds each paper against the record. */
async function issueAll(caseId: string) {
  const { documentsDue: due } = await processOf(caseId);
  const papers = [];
  for (const one of due) {
    const paper = await issue(caseId, one);
    expect(OfficialNumber.safeParse(paper.number).success, paper.number).toBe(true);
    const text = wordsOfPdf(paper.pdf);
    expect(text).toContain(paper.number);
    expect(paper.fileName).not.toMatch(/示例|虚构/);
    const kept = await fixture.call('reviewer', 'case.readPage', { caseId, digest: paper.digest });
    expect(kept).toMatchObject({ ok: true, output: { mime: 'application/pdf' }, binary: paper.pdf });
    papers.push({ ...one, ...paper, text });
  }
  const now = await processOf(caseId);
  expect(now.documentsDue).toEqual([]);
  const filed = (list: { document: string; number: string }[]) =>
    list.map(({ document, number }) => `${document} ${number}`).sort();
  expect(filed(now.issued.map(({ issued }) => issued))).toEqual(filed(papers));
  return papers;
}

const objected = (): Walk => {
  const again = go(caseWalk('dibao', 'RESURVEY'), villager, '2025-02-20', {
    type: 'recordSurvey',
    record: homeVisit(2, '2025-02-20'),
  });
  const answered = go(again, reviewer, '2025-02-20', replyTo(1));
  return go(go(answered, reviewer, '2025-02-20', propose), villager, '2025-02-20', postNotice);
};
const changed = (command: 'adjust' | 'nothing' = 'adjust'): Walk => {
  const visited = go(caseWalk('dibao', 'REGISTERED'), villager, '2025-06-09', {
    type: 'recordVisit',
    visit: visitOn(1, '2025-06-09'),
  });
  const reported = go(visited, villager, days.changed, {
    type: 'reportChange',
    change: { what: 'income', note: '虚构：找到了工作', by: 'household', on: days.changed },
  });
  const heard = go(reported, clerk, days.heard, { type: 'recordHearing', hearing: hearingOn(days.heard) });
  if (command === 'nothing') return heard;
  return go(heard, districtReviewer, days.heard, {
    ...{ type: 'adjust', amountFen: 12_300, from: '2025-07-01', reason: '虚构：收入增加' },
  });
};
const extended = (): Walk =>
  go(caseWalk('dibao', 'SURVEY'), head, days.survey, {
    ...{ type: 'extend', because: 'residenceSeparated', reason: '虚构：住在外地' },
  });

describe('papers of the procedure, made from the record', () => {
  it.each<[string, () => Walk, Record<string, string[]>]>([
    [
      'a notice to supplement that nobody answered',
      () => caseWalk('dibao', 'ABANDONED'),
      {
        supplementNotice: ['2025年2月20日', '请补交诊断证明'],
        abandonNotice: ['自动放弃', '2025年2月20日', '救补'],
      },
    ],
    ['a withdrawal', () => caseWalk('dibao', 'WITHDRAWN'), { withdrawalNotice: ['2025年2月11日'] }],
    [
      'an end for no cooperation',
      () => caseWalk('dibao', 'TERMINATED'),
      {
        acceptanceNotice: ['2025年2月11日', '2025年3月4日前办结'],
        surveyHomeForm: ['虚构路1号', '张示例'],
        terminationNotice: ['无正当理由不配合调查', '三次都不配合', '行政复议'],
      },
    ],
    [
      'more time',
      extended,
      {
        acceptanceNotice: [],
        surveyHomeForm: [],
        extensionNotice: ['住在外地', '2025年3月4日', '2025年3月25日'],
      },
    ],
    [
      'a survey that finds too much income',
      () => caseWalk('dibao', 'NOT_ELIGIBLE'),
      { acceptanceNotice: [], surveyHomeForm: [], surveyResultNotice: ['不符合条件', '入户调查', '复查'] },
    ],
    [
      'an objection and a second notice',
      objected,
      {
        acceptanceNotice: [],
        surveyHomeForm: [],
        publicNotice: ['张示例', '2025年2月14日', '2025年2月21日', '拟纳入'],
        objectionReply: ['周虚构', '异议不成立', '核实没有这套房', '救示'],
        renewedNotice: ['2025年2月20日', '2025年2月27日'],
      },
    ],
    [
      'a refusal',
      () => caseWalk('dibao', 'REFUSED'),
      {
        ...{ acceptanceNotice: [], surveyHomeForm: [], publicNotice: [] },
        refusalNotice: ['民政局', '财产超限', '《社会救助法》第四十五条', '行政诉讼'],
      },
    ],
    [
      'help that is reduced after a year',
      changed,
      {
        ...{ acceptanceNotice: [], surveyHomeForm: [], publicNotice: [], publication: [] },
        confirmationNotice: ['从2025年3月1日起', '计算过程', '民政局'],
        visitRecord: ['虚构：生活正常', '2025年6月9日', '入户'],
        hearingRecord: ['虚构：同意', '找到了工作'],
        adjustmentNotice: ['减少', '123.00', '2025年7月1日', '2025年6月12日', '收入增加'],
      },
    ],
    [
      'help that ends',
      () => caseWalk('dibao', 'ENDED'),
      {
        ...{ acceptanceNotice: [], surveyHomeForm: [], publicNotice: [], publication: [] },
        ...{ confirmationNotice: [], hearingRecord: [] },
        adjustmentNotice: ['终止', '家庭收入高于标准', '行政复议'],
      },
    ],
    [
      'help first in an emergency',
      () => caseWalk('linshi', 'GRANTED'),
      { confirmationNotice: ['一次性', '1,000.00'] },
    ],
  ])('%s', async (_what, walk, expected) => {
    const papers = await issueAll(await bring(walk()));
    expect(papers.map(({ document }) => document).sort()).toEqual(Object.keys(expected).sort());
    for (const { document, text } of papers)
      for (const words of expected[document]!) expect(text, document).toContain(words);
  });

  it.each(['dibao', 'dibaoMargin', 'tekun', 'rigidExpenditure', 'linshi'] as const)(
    'of %s, from acceptance to publication; what hangs in the village says three things only',
    async (kind: AssistanceKind) => {
      const walk = caseWalk(kind, stepsOf(kind).includes('PUBLISHED') ? 'PUBLISHED' : 'CONFIRMED');
      const papers = await issueAll(await bring(walk));
      const posted = papers.filter(({ document }) =>
        ['publicNotice', 'publication', 'renewedNotice'].includes(document),
      );
      expect(posted.length).toBe(kind === 'linshi' ? 1 : 2);
      const secrets = otherValues(walk.state);
      expect(secrets.length).toBeGreaterThan(8);
      // The same search finds them where they belong.
      const form = papers.find(({ document }) => document === 'surveyHomeForm')!.text;
      expect(secrets.some((secret) => form.includes(secret))).toBe(true);
      for (const { text, pdf } of posted) {
        expect(text).toContain('张示例');
        for (const secret of secrets) expect(`${text}${pdfInfo(pdf)}`).not.toContain(secret);
      }
    },
  );

  it('are numbered one after the other, each kind and each office for itself, never twice', async () => {
    const later = await bring(caseWalk('dibao', 'ACCEPTED'));
    const numbers: string[] = [];
    for (const walk of [caseWalk('dibao', 'ACCEPTED'), caseWalk('dibao', 'ACCEPTED')])
      numbers.push(...(await issueAll(await bring(walk))).map(({ number }) => number));
    expect(numbers.map((number) => number.replace(/[A-Z0-9]{4}-/, '*-'))).toEqual([
      '九龙坡杨家坪救受〔2026〕*-001号',
      '九龙坡杨家坪救受〔2026〕*-002号',
    ]);
    fixture.clock.now = new Date('2027-01-04T02:00:00.000Z');
    await fixture.login('reviewer');
    const [next] = await issueAll(later);
    expect(next!.number).toMatch(/〔2027〕.{4}-001号$/);
  });

  it('are answered as they were issued when they are asked for again, however many ask at once', async () => {
    const caseId = await bring(caseWalk('dibao', 'ACCEPTED'));
    const [due] = (await processOf(caseId)).documentsDue;
    const all = await Promise.all([issue(caseId, due!), issue(caseId, due!), issue(caseId, due!)]);
    expect(new Set(all.map(({ number, digest }) => `${number} ${digest}`)).size).toBe(1);
    const [first] = all;
    for (const { pdf } of all) expect(pdf).toEqual(first!.pdf);
    expect((await processOf(caseId)).issued).toHaveLength(1);
    expect((await issue(caseId, due!)).pdf).toEqual(first!.pdf);
  });

  it('travel to the district: the event and the file', async () => {
    const caseId = await bring(caseWalk('dibao', 'ACCEPTED'));
    const [paper] = await issueAll(caseId);
    await until(async () => expect([...fixture.district.stored.keys()]).toContain(paper!.digest));
    const rows = await fixture.store.read.outboxOfCase(caseId);
    await until(async () => {
      expect(rows.length).toBe(2);
      const now = await fixture.store.read.outboxOfCase(caseId);
      expect(now.map(({ state }) => state)).toEqual(['acknowledged', 'acknowledged']);
    });
    expect(fixture.district.events.at(-1)!.event).toMatchObject({
      type: 'document.issued',
      data: { issued: { number: paper!.number, page: { digest: paper!.digest } } },
    });
  });

  it('say no day that no calendar gives', async () => {
    fixture.ports.calendar = {};
    const [paper] = await issueAll(await bring(caseWalk('dibao', 'ACCEPTED')));
    expect(paper!.text).toContain('在（国务院公布放假安排后确定，另行告知）前办结');
  });
});

/** Everything of the household but the applicant's name and the money it is given. */
function otherValues({ application, signatures, grant, proposals }: CaseState): string[] {
  const values: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') values.push(value);
    else if (typeof value === 'number' && value > 99) values.push(String(value), (value / 100).toFixed(2));
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect);
  };
  collect(application?.members);
  for (const key of ['account', 'emergency', 'expenses', 'supporters', 'income'] as const)
    collect(application?.[key]);
  collect(signatures.map(({ textVersion }) => textVersion));
  const plain = values.map((value) => value.replace(/\s/g, ''));
  const given = [grant?.amountFen, proposals.at(-1)?.proposal.amountFen].map((fen = 0) =>
    (fen / 100).toFixed(2),
  );
  return [...new Set(plain)].filter(
    (value) => [...value].length >= 4 && !['张示例', ...given].includes(value),
  );
}
