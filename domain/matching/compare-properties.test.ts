import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IncomeKind } from '../eligibility/income.ts';
import { PropertyKind } from '../application/forms.ts';
import { testId } from '../testing/sample-application.ts';
import { CheckAnswer } from './check.ts';
import { compareDeclared } from './compare-declared.ts';
import { Source } from './sources.ts';
import { found, income, me, member, property, silent, stated } from './testing.ts';

const fen = fc.integer({ min: 0, max: 10_000_000 });
const period = fc.constantFrom(1 as const, 12 as const);
const incomes = fc.constantFrom(...IncomeKind.options);
const fact = fc.oneof(
  fc.tuple(incomes, fen, period).map((args) => income(...args)),
  fc.tuple(fc.constantFrom(...PropertyKind.options), fc.option(fen)).map((args) => property(...args)),
);
const instant = fc
  .integer({ min: 0, max: 1000 })
  .map((n) => new Date(1_767_000_000_000 + n * 60_000).toISOString());
const answer = fc.oneof(
  fc
    .tuple(fc.constantFrom(...Source.options), fc.array(fact, { maxLength: 4 }), fc.constant(me), instant)
    .map((args) => found(...args)),
  fc.constantFrom(...Source.options).map((source) => silent(source)),
);
const answers = fc.uniqueArray(answer, {
  selector: ({ source, provenance }) => source + provenance.at,
  maxLength: 8,
});
const entries = fc.array(fc.tuple(incomes, fen, period), { maxLength: 5 });

it('answers of the tests are answers of the contract', () => {
  fc.assert(fc.property(answer, (one) => CheckAnswer.safeParse(one).success));
});

it('does not depend on the order of the answers', () => {
  fc.assert(
    fc.property(answers, entries, (list, declared) => {
      const application = stated({ income: declared });
      expect(compareDeclared(application, [...list].reverse())).toEqual(compareDeclared(application, list));
    }),
  );
});

it('says the same about what is stated exactly as it was found, and never the same about a 分 more', () => {
  fc.assert(
    fc.property(incomes, fen, period, (kind, amount, months) => {
      const said = [found('tax', [income(kind, amount, months)])];
      const difference = (fenStated: number) =>
        compareDeclared(stated({ income: [[kind, fenStated, months]] }), said).map((row) => row.difference);
      expect(difference(amount)).toEqual(['same']);
      expect(difference(amount + 1)).toEqual(['lower']);
    }),
  );
});

it('a month’s amount is the same as twelve times it in a year', () => {
  fc.assert(
    fc.property(incomes, fen, (kind, amount) => {
      const said = [found('tax', [income(kind, amount * 12, 12)])];
      const [row] = compareDeclared(stated({ income: [[kind, amount, 1]] }), said);
      expect(row?.difference).toBe('same');
    }),
  );
});

it('leaves out nothing that was stated or found', () => {
  fc.assert(
    fc.property(answers, entries, (list, declared) => {
      const rows = compareDeclared(stated({ income: declared }), list);
      const kinds = new Set<string>(rows.map((row) => `${row.topic}.${row.kind}`));
      for (const [kind] of declared) expect(kinds).toContain(`income.${kind}`);
      const newest = new Map<string, CheckAnswer>();
      for (const one of list) {
        const before = newest.get(one.source);
        if (one.outcome !== 'noAnswer' && (!before || before.provenance.at < one.provenance.at))
          newest.set(one.source, one);
      }
      for (const { facts } of newest.values())
        for (const one of facts) expect(kinds).toContain(`${one.topic}.${one.kind}`);
    }),
  );
});

it('never calls anything same, higher or lower without both sides, nor a person who is no member', () => {
  fc.assert(
    fc.property(answers, entries, fc.boolean(), (list, declared, isMember) => {
      const members = isMember ? [member()] : [member({ id: testId(9) })];
      for (const row of compareDeclared(stated({ members, income: declared }), list)) {
        if (['same', 'higher', 'lower', 'differs'].includes(row.difference)) {
          expect([row.declared, row.found]).not.toContain(null);
        }
        if (row.difference === 'notDeclared') expect(row.declared).toBeNull();
        if (row.difference === 'notFound') expect(row.found).toBeNull();
        if (!isMember && row.personId === me) expect(row.difference).toBe('unknown');
        if (row.found) expect(row.sources.length).toBeGreaterThan(0);
      }
    }),
  );
});
