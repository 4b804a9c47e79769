import { describe, expect, it } from 'vitest';
import acceptance from '../../assets/document-templates/acceptanceNotice.json' with { type: 'json' };
import { fillTemplate } from './fill-template.ts';
import { fillCell, fillPlaces, hasLooseBrace, placesOf } from './placeholders.ts';
import { sampleOf } from './samples.ts';
import { DocumentTemplate } from './template.ts';

const template = DocumentTemplate.parse(acceptance);
const data = sampleOf('acceptanceNotice');
const blocksOf = (blocks: unknown[], kind = 'surveyResultNotice') =>
  DocumentTemplate.parse({ ...acceptance, kind, blocks });

describe('filling', () => {
  it('puts the values in', () => {
    const filled = fillTemplate(template, data);
    expect(filled.title).toBe('受理通知书');
    expect(filled.addressee).toBe('张示例：');
    expect(JSON.stringify(filled)).toContain('自2026年3月10日起受理');
    expect(JSON.stringify(filled)).not.toMatch(/[{}]\p{L}|undefined|null/u);
  });

  it('does not guess a date no calendar covers', () => {
    const filled = fillTemplate(template, { ...data, decideBy: null });
    expect(JSON.stringify(filled)).toContain('（国务院公布放假安排后确定，另行告知）前办结');
  });

  it('never expands what a value says', () => {
    const values = new Map([
      ['甲', '{乙}{甲}$&'],
      ['乙', '秘密'],
    ]);
    expect(fillPlaces('一{甲}二', values)).toBe('一{乙}{甲}$&二');
    const clever = fillTemplate(template, { ...data, kindTitle: '{收件人}{编号}' });
    expect(JSON.stringify(clever)).toContain('{收件人}{编号}申请');
  });

  it('prints a block only under its condition', () => {
    const both = blocksOf([
      { type: 'text', text: '好', when: '符合' },
      { type: 'text', text: '不好', when: '不符合' },
    ]);
    const survey = sampleOf('surveyResultNotice');
    const said = (meets: boolean) =>
      fillTemplate(both, { ...survey, meets }).blocks.map((block) => 'text' in block && block.text);
    expect([said(true), said(false)]).toEqual([['好'], ['不好']]);
  });

  it('draws lists and tables from rows, in the order and under the titles the template gives', () => {
    const rows = blocksOf([
      { type: 'list', of: '计算过程', text: '{金额}：{项目}' },
      {
        type: 'table',
        of: '计算过程',
        columns: [
          { title: '多少', field: '金额', share: 1 },
          { title: '什么', field: '项目', share: 2 },
        ],
      },
    ]);
    const formula = [
      { label: '收入', amountFen: 135_000 },
      { label: '人数', text: '3 人' },
    ];
    const [list, table] = fillTemplate(rows, { ...sampleOf('surveyResultNotice'), formula }).blocks;
    expect(list).toEqual({ type: 'list', items: ['1,350.00：收入', '3 人：人数'] });
    expect(table).toMatchObject({
      columns: [
        { title: '多少', share: 1 },
        { title: '什么', share: 2 },
      ],
      rows: [
        ['1,350.00', '收入'],
        ['3 人', '人数'],
      ],
    });
  });

  it('leaves room to write what is not known yet', () => {
    const values = new Map([['日期', null]]);
    expect(fillCell('{日期}', values)).toBe('');
    expect(fillPlaces('在{日期}去', values)).toBe('在＿＿＿＿＿＿去');
  });

  it('refuses data of another kind', () => {
    expect(() => fillTemplate(template, sampleOf('publication'))).toThrow();
  });
});

describe('places', () => {
  it('are read in order, with or without blanks', () => {
    expect(placesOf('{甲}和{ 乙 }')).toEqual(['甲', '乙']);
  });
  it.each([
    ['{甲', true],
    ['甲}', true],
    ['{{甲}}', true],
    ['{甲}{乙}', false],
  ])('%s has a loose brace: %s', (text, loose) => expect(hasLooseBrace(text)).toBe(loose));
});
