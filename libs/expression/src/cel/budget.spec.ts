import { ExpressionError } from '../expression-error';
import { celValue, errorOf, scopeWith, valueOf } from '../testing/evaluation';

const thousand = `[${Array.from({ length: 1_000 }, (_, index) => index).join(',')}]`;
const scope = scopeWith({
  big: 'ab'.repeat(1_000_000),
  items: Array.from({ length: 20_000 }, (_, n) => ({ n, s: `x${n}` })),
  evil: 'a'.repeat(100_000),
  deep: nested(5_000),
});

function nested(depth: number): never[] {
  let list: never[] = [];
  for (let i = 0; i < depth; i++) list = [list] as never[];
  return list;
}

/** Code of the error, or undefined; and that it did not take long. */
function outcome(source: string): string | undefined {
  const started = performance.now();
  try {
    celValue(source, scope);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error.code;
    throw error;
  } finally {
    expect(performance.now() - started).toBeLessThan(10_000);
  }
}

/** Binds x0, then each further name to what `next` makes of the one before, around a body. */
function doubled(times: number, first: string, next: (name: string) => string, body: string): string {
  let source = body;
  for (let i = times - 1; i >= 0; i--) source = `cel.bind(x${i}, ${i === 0 ? first : next(`x${i - 1}`)}, ${source})`;
  return source;
}

describe('the work of an expression is bounded', () => {
  it.each([
    ['all', 'true'],
    ['exists', 'false'],
    ['map', '1'],
    ['exists_one', 'false'],
  ])('in loops inside loops: %s', (macro, innermost) => {
    const loop = (name: string, body: string): string => `${thousand}.${macro}(${name}, ${body})`;
    expect(outcome(loop('a', loop('b', loop('c', loop('d', innermost)))))).toBe('EXPRESSION_TOO_COSTLY');
  });

  it('even where && and || would recover from an error', () => {
    const loop = `${thousand}.all(a, ${thousand}.all(b, ${thousand}.all(c, a + b + c >= 0)))`;
    expect(outcome(`${loop} || true`)).toBe('EXPRESSION_TOO_COSTLY');
    expect(outcome(`orElse(${loop}, true)`)).toBe('EXPRESSION_TOO_COSTLY');
  });

  it.each([
    'items.map(i, big.size())',
    'items.map(i, big.contains("zz"))',
    'items.all(i, big == big + "")',
    'items.map(i, i in items)',
    'items.all(i, items == [] + items)',
    'items.map(i, big.matches("(a+)+$"))',
    'items.map(i, items.sortBy("n"))',
    'items.map(i, items.unique())',
    'items.map(i, toJson(items))',
    'items.map(i, fromJson("[" + items.map(j, "1").join(",") + "]"))',
    'items.map(i, items.slice(0))',
    'items.map(i, items.flatten().size())',
  ])('by the size of what is looked at: %s', (source) => {
    expect(outcome(source)).toBe('EXPRESSION_TOO_COSTLY');
  });

  it('when text, lists or trees double again and again', () => {
    const twice = (name: string): string => `${name} + ${name}`;
    const pair = (name: string): string => `[${name}, ${name}]`;
    expect(outcome(doubled(40, '"abc"', twice, 'x39'))).toBe('OUTPUT_TOO_LARGE');
    expect(outcome(doubled(40, '[1]', twice, 'x39'))).toBe('EXPRESSION_TOO_COSTLY');
    expect(outcome(doubled(40, '["a"]', pair, 'x39'))).toBe('EXPRESSION_TOO_COSTLY');
    expect(outcome(doubled(40, '["a"]', pair, 'toJson(x39)'))).toBe('EXPRESSION_TOO_COSTLY');
    expect(outcome(doubled(40, '["a"]', pair, 'x39 == dyn([x38, x38])'))).toBe('EXPRESSION_TOO_COSTLY');
    expect(outcome(doubled(40, '["a"]', pair, '[x39].unique().size()'))).toBe('EXPRESSION_TOO_COSTLY');
  });

  it('by the text that functions make', () => {
    for (const source of [
      '"a".padStart(999999999)',
      'big.replace("a", big)',
      '[big, big, big, big, big, big].join(big)',
      'big.replaceMatches("x|a", "$0$0$0$0$0")',
    ]) {
      expect(['OUTPUT_TOO_LARGE', 'EXPRESSION_TOO_COSTLY']).toContain(outcome(source));
    }
  });

  it('and lowered where the caller wants', () => {
    const param = { $expr: 'items.map(i, i.n).sum()' };
    expect(valueOf(param, scope)).toBe(199_990_000);
    expect(errorOf(() => valueOf(param, scope, { maxCost: 1_000, maxOutputCharacters: 100 })).code).toBe(
      'EXPRESSION_TOO_COSTLY',
    );
  });
});

describe('regular expressions need time in proportion to the text', () => {
  it('where backtracking would never end', () => {
    const started = performance.now();
    expect(celValue('(evil + "b").matches("(a+)+$")', scope)).toBe(false);
    expect(celValue('(evil + "b").matches("(a|a)*c")', scope)).toBe(false);
    expect(celValue('(evil + "b").matches("(.*a){12}$")', scope)).toBe(false);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('and have a length of their own', () => {
    expect(outcome(`"a".matches("${'a'.repeat(2_000)}")`)).toBe('INVALID_REGULAR_EXPRESSION');
    expect(outcome('"a".matches("((a{1,100}){1,100}){1,100}")')).toBe('INVALID_REGULAR_EXPRESSION');
    expect(outcome('"a".matches("(")')).toBe('INVALID_REGULAR_EXPRESSION');
    expect(outcome('"a".matches("(?=a)")')).toBe('INVALID_REGULAR_EXPRESSION');
  });
});

describe('an expression that is hard to read', () => {
  it.each([
    ['(((…', '('.repeat(20_000)],
    ['!!!…', `${'!'.repeat(50_000)}true`],
    ['---…', `${'-'.repeat(50_000)}1`],
    ['1+1+…', `${'1+'.repeat(20_000)}1`],
    ['a.b.b…', `a${'.b'.repeat(5_000)}`],
    ['a[0][0]…', `a${'[0]'.repeat(5_000)}`],
    ['a?a?…', `${'a?'.repeat(5_000)}`],
    ['[[[…', '['.repeat(20_000)],
    ['a very long one', `"${'x'.repeat(1_000_000)}"`],
  ])('is refused: %s', (_name, source) => {
    expect(['EXPRESSION_TOO_LONG', 'EXPRESSION_SYNTAX']).toContain(outcome(source));
  });

  it('is not made hard by its data', () => {
    expect(celValue('size(deep)', scope)).toBe(1);
    expect(celValue('deep == deep', scope)).toBe(true);
    expect(outcome('duration("1".padStart(90, "1"))')).toBe('INVALID_ARGUMENT');
    expect(outcome('duration(evil)')).toBe('INVALID_ARGUMENT');
    expect(outcome('date(big)')).toBe('INVALID_ARGUMENT');
    expect(outcome('toNumber(big)')).toBe('INVALID_ARGUMENT');
  });
});
