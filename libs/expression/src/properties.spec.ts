import fc from 'fast-check';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { checkParam } from './check/check-param';
import { completionsAt } from './completion/completions-at';
import { ExpressionError } from './expression-error';
import { compileParam, evaluateJsonText, evaluateParam } from './param';
import { findReferences } from './references/find-references';
import { renameRoot } from './references/rename-root';
import { scopeOf } from './scope';

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
const noise = fc.stringMatching(/^[{}#^/&!>.=a-c[\]"' 0\n\\]{0,30}$/);
const tagged = fc
  .array(
    fc.oneof(
      noise,
      fc.constantFrom('{{', '}}', '{{a}}', '{{a.b}}', '{{#a}}', '{{/a}}', '{{^a}}', '{{.}}', '{{{a}}}', 'x'),
    ),
  )
  .map((parts) => parts.join(''));
const words = [
  'a',
  'b.c',
  'a.b',
  '1',
  '"s"',
  'x',
  '+',
  '-',
  '*',
  '/',
  '%',
  '==',
  '<',
  '&&',
  '||',
  '!',
  '?',
  ':',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '.map(x, x)',
  '.size()',
  '.join(",")',
  'has(a.b)',
  'orElse(a.q, 1)',
  '[0]',
  '.length',
  'nodes["a"]',
  'null',
  'true',
  '.sort()',
  '.unique()',
  'toJson(a)',
  'now()',
  '.matches("a+")',
  'date("2026-01-01")',
  '.plus("P1D")',
  'in',
];
const expression = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, noise), { maxLength: 12 })
  .map((parts) => parts.join(' '));
const roots = fc.record({ a: json, b: json, now: fc.constant('2026-01-31T09:00:00.000Z') });

/** Runs something hostile: it may give a value or an ExpressionError, nothing else. */
function survives<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    expect(error.message).not.toBe('');
    if (error.range !== undefined) expect(error.range.start).toBeLessThanOrEqual(error.range.end);
    return undefined;
  }
}

/** Whether a value is plain JSON and nothing else. */
function isJson(value: unknown): boolean {
  return JSON.stringify(JSON.parse(JSON.stringify(value))) === JSON.stringify(value) && !hasOdd(value);
}

function hasOdd(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return value instanceof Date || Object.values(value).some(hasOdd);
  return value === undefined || typeof value === 'bigint' || typeof value === 'function';
}

describe('for any param', () => {
  it('without templates and expressions, evaluating is identity', () => {
    fc.assert(
      fc.property(json, (value) => {
        fc.pre(!/\{\{|\$expr|__proto__|constructor|prototype/.test(JSON.stringify(value)));
        const compiled = compileParam(value);
        expect(compiled.isStatic).toBe(true);
        expect(compiled.evaluate(scopeOf({}))).toEqual(value);
      }),
    );
  });

  it('what comes out of the scope is never evaluated again', () => {
    fc.assert(
      fc.property(
        tagged,
        fc.oneof(
          tagged,
          expression.map((source) => ({ $expr: source })),
        ),
        (text, value) => {
          const scope = scopeOf({ a: value, text });
          expect(evaluateParam('{{a}}', scope)).toEqual(value);
          expect(evaluateParam({ $expr: 'a' }, scope)).toEqual(value);
          expect(evaluateParam('<{{text}}>', scope)).toBe(`<${text}>`);
          expect(evaluateJsonText('{"k": ["{{a}}", "<{{text}}>"]}', scope)).toEqual({ k: [value, `<${text}>`] });
        },
      ),
    );
  });

  it('no value can break out of JSON text', () => {
    fc.assert(
      fc.property(json, fc.string({ unit: 'binary' }), (value, text) => {
        const filled = evaluateParam('{"v": "{{v}}", "t": "a{{t}}b"}', scopeOf({ v: value, t: text }));
        expect(JSON.parse(filled as string)).toEqual(JSON.parse(JSON.stringify({ v: value, t: `a${text}b` })));
      }),
    );
  });
});

describe('whatever is written', () => {
  it('templates give JSON or an ExpressionError', () => {
    fc.assert(
      fc.property(tagged, roots, (template, values) => {
        const value = survives(() => compileParam(template).evaluate(scopeOf(values, { envelopes: ['b'] })));
        if (value !== undefined) expect(isJson(value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('expressions give JSON or an ExpressionError', () => {
    fc.assert(
      fc.property(expression, roots, (source, values) => {
        const value = survives(() => compileParam({ $expr: source }).evaluate(scopeOf(values, { envelopes: ['b'] })));
        if (value !== undefined) expect(isJson(value)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('checking, finding, renaming and completing never throw', () => {
    fc.assert(
      fc.property(fc.oneof(tagged, expression), json, fc.nat(60), (text, schema, offset) => {
        const known = { roots: { a: schema as JsonObject, b: undefined }, envelopes: ['b'] };
        for (const param of [text, { $expr: text }]) {
          for (const { range } of checkParam(param, known)) {
            if (range !== undefined) expect(range.end).toBeLessThanOrEqual(text.length);
          }
          for (const { rootRange } of findReferences(param)) expect(rootRange.end).toBeLessThanOrEqual(text.length);
          renameRoot(param, 'a', 'c d');
        }
        for (const kind of ['template', 'expression'] as const) completionsAt(text, offset, { ...known, kind });
      }),
      { numRuns: 500 },
    );
  });

  it('renaming a root and the scope alike changes no result', () => {
    fc.assert(
      fc.property(
        fc.oneof(tagged, expression),
        roots,
        fc.constantFrom('renamed', 'node-1', '2nd', 'list', 'ü'),
        (text, { a, ...others }, name) => {
          for (const param of [text, { $expr: text }]) {
            const before = survives(() => compileParam(param).evaluate(scopeOf({ ...others, a })));
            if (before === undefined) return;
            const after = compileParam(renameRoot(param, 'a', name)).evaluate(scopeOf({ ...others, [name]: a }));
            expect(after).toEqual(before);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
