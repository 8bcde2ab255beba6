import type { Json } from '@millrace/workflow-model';
import fc from 'fast-check';
import { compare } from './compare';
import type { ComparisonOptions } from './equality';
import { OPERATORS, isUnary } from './operators';
import type { Operator } from './operators';

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const options: fc.Arbitrary<ComparisonOptions> = fc.record({
  caseSensitive: fc.boolean(),
  looseTypes: fc.boolean(),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
});
/** What orders without exception: numbers on both sides, or texts that are neither numbers nor dates. */
const ordered = fc.oneof(
  fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/)),
  fc
    .tuple(
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
    )
    .map(([one, other]) => [one.toISOString(), other.toISOString()] as const),
);

function holds(operator: Operator, left: Json | undefined, right: Json | undefined, given: ComparisonOptions): boolean {
  return compare(operator, left, right, given);
}

describe('comparisons', () => {
  it('never fail because of the field', () => {
    const usable: Partial<Record<Operator, Json>> = {
      matches: '^a+$',
      not_matches: 'b',
      in: ['a', 1],
      not_in: 'a,b',
      between: [1, 2],
      not_between: ['a', 'b'],
      before: '2026-01-01',
      after: 0,
      on_or_before: '2026-01-01',
      on_or_after: '2026-01-01',
      same_time: '2026-01-01',
      same_day: '2026-01-01',
      is_type: 'string',
      is_not_type: 'date',
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...OPERATORS),
        fc.option(json, { nil: undefined }),
        options,
        (operator, left, given) => {
          expect(typeof holds(operator, left, usable[operator] ?? 3, given)).toBe('boolean');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('deny exactly what their opposites say', () => {
    const pairs: [Operator, Operator][] = [
      ['equals', 'not_equals'],
      ['contains', 'not_contains'],
      ['exists', 'not_exists'],
      ['is_empty', 'is_not_empty'],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.option(json, { nil: undefined }),
        json,
        options,
        ([yes, no], left, right, given) => {
          const value = isUnary(yes) ? undefined : right;
          expect(holds(no, left, value, given)).toBe(!holds(yes, left, value, given));
        },
      ),
    );
  });

  it('find every value equal to itself, and equality the same from both sides', () => {
    fc.assert(
      fc.property(json, json, options, (one, other, given) => {
        expect(holds('equals', one, structuredClone(one), given)).toBe(true);
        expect(holds('equals', one, other, given)).toBe(holds('equals', other, one, given));
      }),
    );
  });

  it('find loosely equal whatever is strictly equal', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const given = { caseSensitive: true, looseTypes: false, timezone: 'UTC' };
        if (!holds('equals', one, other, given)) return;
        expect(holds('equals', one, other, { ...given, looseTypes: true })).toBe(true);
      }),
    );
  });

  it('put two values in exactly one order', () => {
    fc.assert(
      fc.property(ordered, options, ([left, right], given) => {
        const greater = holds('greater_than', left, right, given);
        const less = holds('less_than', left, right, given);
        expect(holds('greater_than_or_equal', left, right, given)).toBe(!less);
        expect(holds('less_than_or_equal', left, right, given)).toBe(!greater);
        expect(greater && less).toBe(false);
        expect(holds('less_than', right, left, given)).toBe(greater);
        expect(holds('between', left, [left, right], given)).toBe(!greater);
      }),
    );
  });

  it('order dates as their instants', () => {
    const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(instant, instant, options, (one, other, given) => {
        const [left, right] = [new Date(one).toISOString(), new Date(other).toISOString()];
        expect(holds('before', left, right, given)).toBe(one < other);
        expect(holds('on_or_after', left, right, given)).toBe(one >= other);
        expect(holds('same_time', left, one, given)).toBe(true);
        expect(holds('same_day', left, left, given)).toBe(true);
      }),
    );
  });

  it('agree on parts of text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), options, (before, part, after, given) => {
        const text = before + part + after;
        expect(holds('contains', text, part, { ...given, caseSensitive: true })).toBe(true);
        expect(holds('starts_with', text, before, { ...given, caseSensitive: true })).toBe(true);
        expect(holds('ends_with', text, after, { ...given, caseSensitive: true })).toBe(true);
      }),
    );
  });

  it('find an element in its list', () => {
    fc.assert(
      fc.property(fc.array(json, { minLength: 1 }), fc.nat(), options, (list, at, given) => {
        const element = list[at % list.length] ?? null;
        expect(holds('contains', list, element, given)).toBe(true);
        expect(holds('in', element, list, given)).toBe(true);
      }),
    );
  });
});
