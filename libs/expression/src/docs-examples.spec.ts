import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '@millrace/workflow-model';
import { celFunctions } from './cel/function-list';
import { scopeOf } from './scope';
import { errorOf, valueOf } from './testing/evaluation';

const FILE = path.resolve(__dirname, '../../../docs/expressions.md');
const FENCE = /^```(scope|json scope|template|cel|param)\n([\s\S]*?)^```$/gm;
const ARROW = '//=>';
const docs = readFileSync(FILE, 'utf8');

interface Example {
  readonly source: string;
  readonly param: Json;
  readonly expected: string;
}

function fences(kind: string): string[] {
  return [...docs.matchAll(FENCE)].filter((match) => match[1] === kind).map((match) => match[2] ?? '');
}

function paramOf(kind: string, source: string): Json {
  if (kind === 'cel') return { $expr: source };
  return kind === 'param' ? (JSON.parse(source) as Json) : source;
}

function examples(kind: string): Example[] {
  const lines = fences(kind).flatMap((block) => block.split('\n').filter((line) => line.trim() !== ''));
  return lines.map((line) => {
    const at = line.lastIndexOf(ARROW);
    if (at < 0) throw new Error(`An example without a result: ${line}`);
    const source = line.slice(0, at).trim();
    return { source, param: paramOf(kind, source), expected: line.slice(at + ARROW.length).trim() };
  });
}

const scope = scopeOf(JSON.parse(fences('json scope')[0] ?? '{}') as Record<string, Json>, {
  envelopes: ['FetchData', 'Failed'],
});

describe.each(['template', 'param', 'cel'])('the %s examples of docs/expressions.md', (kind) => {
  const found = examples(kind);

  it('are found', () => {
    expect(found.length).toBeGreaterThan(1);
  });

  it.each(found.map((example) => [example.source, example] as const))('%s', (_source, { param, expected }) => {
    const [word, code] = expected.split(' ');
    if (word === 'error') expect(errorOf(() => valueOf(param, scope)).code).toBe(code);
    else expect(valueOf(param, scope)).toEqual(JSON.parse(expected));
  });
});

/** The library lists these even where, as here, optional values are switched off: nothing can make one. */
const UNREACHABLE = /^Optional|^optional</;

describe('the functions of expressions', () => {
  it('are all shown in an example of docs/expressions.md', () => {
    const shown = examples('cel').map(({ source }) => source);
    const missing = celFunctions()
      .filter(({ receiver }) => !UNREACHABLE.test(receiver ?? ''))
      .filter(({ name }) => !shown.some((source) => source.includes(`${name}(`)));
    expect(missing.map(({ signature }) => signature)).toEqual([]);
  });
});
