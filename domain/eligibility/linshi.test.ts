import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoAmounts } from '../rules/shipped.ts';
import { assessed, facts, printed } from './testing.ts';

const linshi = (requestedFen: number, urgent: boolean | null = false, amounts = demoAmounts) =>
  assessed('linshi', facts({ emergency: { urgent, requestedFen } }), amounts);

describe('临时救助', () => {
  it('pays what is asked for up to the cap, once; the event is always verified', () => {
    expect(linshi(899_999).amount?.fen).toBe(899_999);
    expect(linshi(900_001).amount).toMatchObject({
      per: 'once',
      fen: 900_000,
      source: '《社会救助法》第二十九条',
    });
    expect(printed(linshi(2_000_000).amount?.lines ?? [])).toEqual([
      '需要的金额=20,000.00 元',
      '一次最多=9,000.00 元',
      '一次发放=9,000.00 元',
    ]);
    expect(linshi(1)).toMatchObject({
      outcome: 'open',
      conditions: [
        {
          ...{ code: 'event', state: 'open', found: '要核实情况', source: '《社会救助法》第二十九条' },
          label: '遇到突发、紧迫的困难，基本生活暂时过不下去',
        },
      ],
    });
  });

  it('grants a small amount first only when it is urgent', () => {
    expect([linshi(120_000, true), linshi(150_001, true)].map((one) => one.firstGrantFen)).toEqual([
      120_000, 150_000,
    ]);
    expect([linshi(120_000), linshi(120_000, null), linshi(0, true)].map((one) => one.firstGrantFen)).toEqual(
      [null, null, null],
    );
    expect(printed(linshi(200_000, true).lines)).toEqual([
      '情况紧急，可以先行救助（不超过 1,500.00 元）=1,500.00 元',
    ]);
    expect(linshi(200_000).lines).toEqual([]);
  });

  it('says what is still to be said, and reckons nothing the district has not set', () => {
    for (const none of [linshi(0), assessed('linshi', facts())]) {
      expect(none).toMatchObject({ amount: null, conditions: [{ found: '还没有说需要多少' }] });
      expect(printed(none.lines)).toEqual(['需要的金额=0.00 元']);
    }
    const unset = { ...demoAmounts, linshiCapFen: undefined, linshiFirstGrantFen: undefined };
    expect(linshi(100, true, unset)).toMatchObject({ amount: null, firstGrantFen: null });
  });

  it('never pays more than asked, than the cap, nor less for asking more', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000 }), fc.nat({ max: 100_000 }), fc.boolean(), (fen, more, urgent) => {
        const [one, other] = [linshi(fen, urgent), linshi(fen + more, urgent)];
        expect(one.amount?.fen ?? 0).toBeLessThanOrEqual(Math.min(fen, 900_000));
        expect(one.firstGrantFen ?? 0).toBeLessThanOrEqual(Math.min(fen, 150_000));
        expect(other.amount?.fen ?? 0).toBeGreaterThanOrEqual(one.amount?.fen ?? 0);
      }),
    );
  });
});
