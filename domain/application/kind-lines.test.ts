import { describe, expect, it } from 'vitest';
import { sampleSectionsOf, testId } from '../testing/sample-application.ts';
import { authorizationFor, wholeText } from './authorization-text.ts';
import { DraftSections } from './forms.ts';
import { kindLines } from './kind-lines.ts';

const blank = DraftSections.parse({});
const lines = (kind: Parameters<typeof kindLines>[0], more: Partial<DraftSections> = {}) =>
  kindLines(kind, { ...sampleSectionsOf(kind), ...more });
const text = (kind: Parameters<typeof kindLines>[0], sections = sampleSectionsOf(kind)) =>
  wholeText(authorizationFor({ kind, sections }, sections.identity!, sections.identity!, '示例街道'));

describe('what is signed, beyond what every kind asks', () => {
  it('is nothing for 低保 and 低保边缘, the event and account for 临时救助', () => {
    expect(lines('dibao')).toEqual([]);
    expect(lines('dibaoMargin')).toEqual([]);
    expect(lines('linshi')).toEqual([
      '遇到的困难：',
      '2025-01-23在虚构路1号，火灾：虚构：厨房起火，被褥和粮食都烧了',
      '需要 1,200.00 元。情况紧急，请求先行救助，事后补充说明。',
      '收款账户：',
      '户名 张示例，虚构银行，尾号 0005。',
    ]);
  });

  it('is supporters, self-care and account for 特困, sums by kind for 刚性支出', () => {
    expect(lines('tekun')).toEqual([
      ...['法定赡养、抚养、扶养义务人：', '没有。', '申请人的生活自理情况：'],
      ...['能做到：自己吃饭、自己穿衣、自己上下床、自己上厕所。', '做不到：在屋里自己走动、自己洗澡。'],
      ...['收款账户：', '户名 张示例，虚构银行，尾号 0005。'],
    ]);
    const entry = { id: testId(60), memberId: testId(1), kind: 'medical' as const, amountFen: 100 };
    const entries = [entry, { ...entry, kind: 'education' as const }, { ...entry, amountFen: 250 }];
    expect(lines('rigidExpenditure', { expenses: { none: false, entries } })).toEqual([
      ...['近 12 个月的必需支出：', '看病吃药：3.50 元', '上学：1.00 元'],
    ]);
    expect(lines('rigidExpenditure', { expenses: { none: true, entries } })[1]).toBe('没有。');
  });

  it('says what is open instead of leaving it out', () => {
    expect(kindLines('linshi', blank)).toEqual(['遇到的困难：', '还没有填。', '收款账户：', '还没有填。']);
    expect(kindLines('rigidExpenditure', blank)).toEqual(['近 12 个月的必需支出：', '还没有填。']);
    expect(kindLines('tekun', blank)).toEqual([
      ...['法定赡养、抚养、扶养义务人：', '还没有填。', '申请人的生活自理情况：'],
      '还没有填：自己吃饭、自己穿衣、自己上下床、自己上厕所、在屋里自己走动、自己洗澡。',
      ...['收款账户：', '还没有填。'],
    ]);
    const emergency = { ...blank.emergency, kind: 'other' as const };
    expect(kindLines('linshi', { ...blank, emergency }).slice(1, 3)).toEqual([
      '（未填日期）在（未填地点），其他困难：（未填经过）',
      '需要 0.00 元。',
    ]);
    const account = { holder: ' ', bank: '', number: '12 34 56' };
    expect(kindLines('linshi', { ...blank, account }).at(-1)).toBe(
      '户名 （未填），（未填开户银行），尾号 3456。',
    );
  });

  it('tells of each supporter what was said, consent included', () => {
    const one = {
      ...{ id: testId(70), name: '李虚构', relation: '儿子', monthIncomeFen: 300_000 },
      able: true,
    };
    const people = [
      { ...one, consent: true },
      { ...one, name: ' ', relation: '', monthIncomeFen: null, able: false, consent: false },
      { ...one, able: null, monthIncomeFen: null, consent: null },
    ];
    expect(lines('tekun', { supporters: { none: false, people } }).slice(1, 4)).toEqual([
      '李虚构（儿子），有能力赡养抚养，一个月收入 3,000.00 元，同意核对',
      '（未填姓名），没有能力赡养抚养，没有同意核对',
      '李虚构（儿子），能不能赡养抚养还没有填，没有同意核对',
    ]);
  });

  it('names a household registered elsewhere, for every kind', () => {
    const away = { where: 'otherDistrict' as const, place: '虚构县' };
    expect(lines('dibao', { registeredElsewhere: away })).toEqual(['户口不在本区（异地）：虚构县。']);
    const town = { where: 'otherTown' as const, place: '' };
    expect(lines('dibao', { registeredElsewhere: town })).toEqual(['户口在本区别的镇街（人户分离）。']);
    expect(lines('dibao', { registeredElsewhere: { where: 'here', place: 'x' } })).toEqual([]);
  });

  it('stands in the text; 临时救助 does not swear to income and property nobody asked for', () => {
    expect(text('linshi')).toContain('临时救助申请书');
    expect(text('linshi')).toContain('请求先行救助');
    expect(text('linshi')).not.toMatch(/^(收入|财产)：/m);
    expect(text('dibao')).toMatch(/^收入：\n养老金：一个月 450\.00 元\n财产：$/m);
    expect(text('tekun')).toMatch(/^收入：$/m);
    expect(text('tekun')).not.toContain('6200000000000005');
  });
});
