import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('./rules.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the real command on a file with this text, from another folder. */
function run(text: string) {
  const file = join(folder, 'cases.json');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return {
    status,
    stdout,
    errors: stderr.split('\n').filter((line) => line && !/Warning|--trace/.test(line)),
  };
}
const runEntries = (...entries: unknown[]) => run(JSON.stringify(entries));
const annex = (id: string, ...history: unknown[]) => ({ id, ruleSet: 'cq-jlp-2023', history });

describe('npm run rules', () => {
  it('answers every entry in order, with null, dates and calendar.unpublished', () => {
    const { status, stdout } = runEntries(
      annex(
        'walk-in',
        ['submitted', '2025-09-19'],
        ['accepted', '2025-09-22'],
        ['noticePosted', '2025-09-29'],
        ['reported', '2025-10-09'],
      ),
      annex('late', ['accepted', '2026-12-15']),
      annex('alert', ['alertRaised', '2026-10-03']),
      { id: 'national', ruleSet: 'cn-2021-57', history: [['submitted', '2026-03-02']] },
    );
    expect(status).toBe(0);
    const none = {
      accept: null,
      survey: null,
      review: null,
      noticeEnds: null,
      district: null,
      wholeCase: null,
    };
    expect(JSON.parse(stdout)).toEqual([
      {
        id: 'walk-in',
        state: 'REPORTED',
        due: {
          accept: '2025-09-23',
          survey: '2025-09-24',
          review: '2025-10-11',
          noticeEnds: '2025-10-09',
          district: '2025-10-15',
          wholeCase: '2025-10-21',
        },
      },
      {
        id: 'late',
        state: 'ACCEPTED',
        due: { ...none, survey: '2026-12-17', review: '2026-12-29', wholeCase: 'calendar.unpublished' },
      },
      { id: 'alert', state: 'ALERT', due: none, followUp: '2026-10-09' },
      { id: 'national', state: 'SUBMITTED', due: none },
    ]);
  });

  it('answers every example of the table of periods', () => {
    const due = (...history: [string, string][]) => {
      const { status, stdout } = runEntries(annex('x', ...history));
      expect(status).toBe(0);
      return (JSON.parse(stdout) as { due: Record<string, string | null> }[])[0];
    };
    expect(due(['submitted', '2025-01-24'])?.due['accept']).toBe('2025-01-27');
    const winter = { survey: '2025-01-22', review: '2025-02-08' };
    expect(due(['accepted', '2025-01-20'])?.due).toMatchObject({ ...winter, wholeCase: '2025-02-14' });
    expect(due(['accepted', '2025-01-20'], ['extended', '2025-01-21'])?.due).toMatchObject({
      ...winter,
      wholeCase: '2025-03-07',
    });
    expect(due(['reported', '2026-02-12'])?.due['district']).toBe('2026-02-26');
    for (const [raised, followUp] of [
      ['2026-09-24', '2026-09-29'],
      ['2026-09-30', '2026-10-09'],
      ['2026-10-03', '2026-10-09'],
    ] as const)
      expect(due(['alertRaised', raised])).toMatchObject({ followUp });
  });

  it('tells by when the applicant hears of the decision, and knows kinds without notice', () => {
    const short = [
      ['accepted', '2026-03-02'],
      ['preliminary', '2026-03-05'],
      ['reported', '2026-03-06'],
      ['refused', '2026-03-10'],
    ];
    const { stdout } = runEntries({ ...annex('linshi', ...short), kind: 'linshi' });
    expect(JSON.parse(stdout)).toMatchObject([
      {
        id: 'linshi',
        state: 'REFUSED',
        due: { district: '2026-03-13', noticeEnds: null },
        inform: '2026-03-13',
      },
    ]);
    const { status, errors } = runEntries({ ...annex('dibao', ...short), kind: 'dibao' });
    expect(status).toBe(1);
    expect(errors[0]).toContain('条目 "dibao"，history[2]');
    expect(runEntries({ ...annex('x', ['accepted', '2026-03-02']), kind: 'gongfu' }).errors[0]).toContain(
      '条目 "x"，kind：不认识的值，可用 dibao',
    );
  });

  it('names entry and field of everything that is wrong, prints no result and exits 1', () => {
    const { status, stdout, errors } = runEntries(
      annex('good', ['submitted', '2025-01-24']),
      { ...annex('unknown', ['submitted', '2025-01-24']), ruleSet: 'cq-1999' },
      annex('unordered', ['submitted', '2025-01-24'], ['accepted', '2025-01-23']),
      annex('impossible', ['accepted', '2025-01-24'], ['submitted', '2025-01-24']),
      annex('early', ['noticePosted', '2025-09-29'], ['reported', '2025-10-06']),
      annex('date', ['submitted', '2025-02-29']),
      annex('kind', ['approved', '2025-02-28']),
      annex('empty'),
      { ...annex('extra', ['submitted', '2025-01-24']), note: 'x' },
      annex('good', ['submitted', '2025-01-24']),
      { ruleSet: 'cq-jlp-2023', history: [['submitted', '2025-01-24']] },
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(errors.map((line) => line.split('：')[0])).toEqual([
      '条目 "unknown"，ruleSet',
      '条目 "unordered"，history[1]',
      '条目 "impossible"，history[1]',
      '条目 "early"，history[1]',
      '条目 "date"，history[0][1]',
      '条目 "kind"，history[0][0]',
      '条目 "empty"，history',
      '条目 "extra"，note',
      '条目 "good"，id',
      '第 11 个条目，id',
    ]);
    expect(errors[0]).toContain('cq-jlp-2023');
    expect(errors[1]).toContain('2025-01-23 早于前一项的 2025-01-24');
    expect(errors[3]).toContain('2025-10-09');
  });

  it.each([
    ['not JSON', '[{', '读不了'],
    ['not an array', '{"id":"a"}', '应当是一个数组'],
  ])('refuses a file that is %s', (_, text, message) => {
    const { status, errors } = run(text);
    expect(status).toBe(1);
    expect(errors.join()).toContain(message);
  });

  it('says how it is used, and which file it cannot read', () => {
    const call = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
    expect(call()).toMatchObject({ status: 1, stdout: '' });
    expect(call().stderr).toContain('npm run rules -- FILE.json');
    expect(call(join(folder, 'nothing.json')).stderr).toContain('nothing.json');
  });
});
