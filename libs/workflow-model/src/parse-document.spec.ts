import * as z from 'zod';
import { workflowDocumentSchema } from './document';
import { LIMITS } from './limits';
import { parseDocument } from './parse-document';
import type { Problem } from './problem';

const node = { id: 'a', type: 'no-op', label: 'A' };
const minimal = { id: 'w', name: 'W', nodes: [node], edges: [] };

function problemsOf(input: unknown): readonly Problem[] {
  const parsed = parseDocument(input);
  expect(parsed.document).toBeUndefined();
  expect(parsed.problems.length).toBeGreaterThan(0);
  for (const problem of parsed.problems) {
    expect(problem.severity).toBe('error');
    expect(problem.message).toMatch(/^\S.*[.]$/s);
  }
  return parsed.problems;
}

const withNode = (changes: Record<string, unknown>): unknown => ({ ...minimal, nodes: [{ ...node, ...changes }] });

describe('parseDocument', () => {
  it('fills in what may be left out', () => {
    expect(parseDocument(minimal)).toEqual({
      problems: [],
      document: {
        id: 'w',
        name: 'W',
        version: '0.0.0',
        nodes: [
          {
            ...node,
            typeVersion: 1,
            enabled: true,
            position: { x: 0, y: 0 },
            config: {},
            settings: { onError: 'stop' },
          },
        ],
        edges: [],
        settings: { timezone: 'UTC' },
        notes: [],
        groups: [],
        metadata: { tags: [] },
      },
    });
  });

  it('fills in the main ports of edges and the settings of retries', () => {
    const { document } = parseDocument({
      ...minimal,
      nodes: [{ ...node, settings: { retry: { maxAttempts: 3 } } }],
      edges: [{ id: 'e', source: 'a', target: 'b' }],
    });
    expect(document?.edges).toEqual([
      { id: 'e', source: 'a', sourceHandle: 'main', target: 'b', targetHandle: 'main' },
    ]);
    expect(document?.nodes[0]?.settings).toEqual({
      onError: 'stop',
      retry: { maxAttempts: 3, backoff: 'exponential', baseMs: 1_000, maxMs: 60_000 },
    });
  });

  it('gives a document back as it is when it was read before', () => {
    const { document } = parseDocument(minimal);
    expect(parseDocument(document).document).toEqual(document);
    expect(parseDocument(JSON.parse(JSON.stringify(document))).document).toEqual(document);
  });

  it.each([[null], [undefined], [5], ['text'], [[]], [true]])('does not take %j for a document', (input) => {
    const [problem] = problemsOf(input);
    expect(problem?.message).toContain('The document');
  });

  it('tells everything at once, each with its place', () => {
    const problems = problemsOf({
      nodes: [{ id: 'a b', type: 'x', label: 5, position: { x: 'left', y: 0 }, settings: { onError: 'explode' } }],
      edges: [{ id: 'e', source: 'a' }],
      notes: 'none',
    });
    expect(problems.map(({ code, path }) => [code, path?.join('.')])).toEqual(
      expect.arrayContaining([
        ['MISSING_FIELD', 'id'],
        ['MISSING_FIELD', 'name'],
        ['INVALID_ID', 'nodes.0.id'],
        ['INVALID_DOCUMENT', 'nodes.0.label'],
        ['INVALID_DOCUMENT', 'nodes.0.position.x'],
        ['INVALID_DOCUMENT', 'nodes.0.settings.onError'],
        ['MISSING_FIELD', 'edges.0.target'],
        ['INVALID_DOCUMENT', 'notes'],
      ]),
    );
    expect(problems).toHaveLength(8);
  });

  it('names the node or edge that a problem lies in', () => {
    expect(problemsOf(withNode({ label: null }))[0]).toMatchObject({ nodeId: 'a', path: ['nodes', 0, 'label'] });
    const edge = { id: 'e1', source: 'a', target: 5 };
    expect(problemsOf({ ...minimal, edges: [edge] })[0]).toMatchObject({ edgeId: 'e1', path: ['edges', 0, 'target'] });
  });

  it('says what is there and what should be', () => {
    expect(problemsOf(withNode({ label: 5 }))[0]?.message).toBe('nodes[0].label is 5 and must be text.');
    expect(problemsOf(withNode({ settings: { onError: 'explode' } }))[0]?.message).toBe(
      'nodes[0].settings.onError is "explode" and must be one of "stop", "continue", "error-port".',
    );
    expect(problemsOf(withNode({ typeVersion: 0 }))[0]?.message).toBe(
      'nodes[0].typeVersion is 0 and must be at least 1.',
    );
    expect(problemsOf({ ...minimal, name: '' })[0]?.message).toBe(
      'name is "" and must be text of at least 1 characters.',
    );
    expect(problemsOf({ ...minimal, name: 'x'.repeat(300) })[0]?.message).toBe(
      'name is text of 300 characters and must be text of at most 200 characters.',
    );
  });

  it.each(['1', '1.0', 'v1.0.0', '01.0.0', '1.0.0-', 'latest', ''])('refuses the version %j', (version) => {
    expect(problemsOf({ ...minimal, version })[0]).toMatchObject({ code: 'INVALID_VERSION', path: ['version'] });
  });

  it.each(['0.0.0', '1.2.3', '10.20.30-beta.1', '1.0.0+build.5'])('takes the version %j', (version) => {
    expect(parseDocument({ ...minimal, version }).document?.version).toBe(version);
  });
});

describe('ids in parseDocument', () => {
  it.each(['action-1', 'node_1', 'ns:node.1', '018f4e5a-7b1c-7e3a-9d2f-1a2b3c4d5e6f', '-x', '1'])(
    'takes the node id %j',
    (id) => {
      expect(parseDocument(withNode({ id })).problems).toEqual([]);
    },
  );

  it.each(['', 'a b', 'ä', 'a/b', '.a', 'a\n', '__proto__', 'constructor', 'prototype', 'a'.repeat(201)])(
    'refuses the node id %j',
    (id) => {
      expect(problemsOf(withNode({ id }))[0]?.path).toEqual(['nodes', 0, 'id']);
    },
  );

  it('takes printable text as the id of an edge', () => {
    const edge = { id: 'reactflow__edge-a→b (1)', source: 'a', target: 'a' };
    expect(parseDocument({ ...minimal, edges: [edge] }).problems).toEqual([]);
    expect(problemsOf({ ...minimal, edges: [{ ...edge, id: 'a\u0007b' }] })[0]?.code).toBe('INVALID_ID');
  });
});

describe('configs in parseDocument', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 'end' : { inner: deep(levels - 1) });

  it('keeps any JSON', () => {
    const config = { text: '{{a.b}}', expression: { $expr: '1 + 1' }, list: [1, null, { k: [] }], none: null };
    expect(parseDocument(withNode({ config })).document?.nodes[0]?.config).toEqual(config);
  });

  it('takes 64 levels and refuses the sixty-fifth', () => {
    expect(parseDocument(withNode({ config: deep(LIMITS.configDepth) })).problems).toEqual([]);
    expect(problemsOf(withNode({ config: deep(LIMITS.configDepth + 1) }))).toMatchObject([
      { code: 'TOO_DEEP', nodeId: 'a' },
    ]);
  });

  it('stands a config of a hundred thousand levels', () => {
    const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(problemsOf(withNode({ config: { x: JSON.parse(text) as unknown } }))).toMatchObject([{ code: 'TOO_DEEP' }]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s and pollutes nothing', (key) => {
    const text = JSON.stringify(minimal).replace('"type"', `"config":{"a":{"${key}":{"polluted":true}}},"type"`);
    const problems = problemsOf(JSON.parse(text));
    expect(problems).toMatchObject([{ code: 'FORBIDDEN_KEY', nodeId: 'a', path: ['nodes', 0, 'config', 'a', key] }]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses forbidden keys anywhere in the document', () => {
    const input: unknown = JSON.parse('{"id":"w","name":"W","nodes":[],"edges":[],"metadata":{"__proto__":{"x":1}}}');
    expect(problemsOf(input)).toMatchObject([{ code: 'FORBIDDEN_KEY', path: ['metadata', '__proto__'] }]);
  });

  it('refuses text that Postgres cannot keep', () => {
    expect(problemsOf(withNode({ config: { url: 'a\0b' } }))).toMatchObject([{ code: 'INVALID_TEXT' }]);
    expect(problemsOf(withNode({ label: 'half \ud83d' }))).toMatchObject([
      { code: 'INVALID_TEXT', path: ['nodes', 0, 'label'] },
    ]);
  });

  it('refuses what is no JSON and what is no object', () => {
    expect(problemsOf(withNode({ config: { when: new Date(0) } }))).toMatchObject([
      { code: 'NOT_JSON', path: ['nodes', 0, 'config', 'when'] },
    ]);
    expect(problemsOf(withNode({ config: [] }))[0]?.path).toEqual(['nodes', 0, 'config']);
    expect(problemsOf(withNode({ config: 'text' }))[0]?.path).toEqual(['nodes', 0, 'config']);
  });

  it('tells every flaw of every config', () => {
    const problems = problemsOf({
      ...minimal,
      nodes: [
        { ...node, config: JSON.parse('{"__proto__":1}') as unknown },
        { ...node, id: 'b', config: { x: Number.NaN } },
      ],
    });
    expect(problems.map(({ code, nodeId }) => [code, nodeId]).sort()).toEqual([
      ['FORBIDDEN_KEY', 'a'],
      ['NOT_JSON', 'b'],
    ]);
  });
});

describe('limits in parseDocument', () => {
  const nodes = (count: number): unknown[] =>
    Array.from({ length: count }, (_, index) => ({ ...node, id: `n${index}` }));

  it('takes 5,000 nodes and refuses 5,001', () => {
    expect(parseDocument({ ...minimal, nodes: nodes(5_000) }).problems).toEqual([]);
    expect(problemsOf({ ...minimal, nodes: nodes(5_001) })).toEqual([
      {
        code: 'TOO_MANY_NODES',
        severity: 'error',
        message: 'The workflow has 5001 nodes and may have 5000; split it into several workflows.',
        path: ['nodes'],
      },
    ]);
  });

  it('refuses a million nodes without reading them', () => {
    const unreadable = new Proxy(Array<unknown>(1_000_000), {
      get(target, key) {
        if (key === 'length') return target.length;
        throw new Error(`read ${String(key)}`);
      },
    });
    expect(problemsOf({ ...minimal, nodes: unreadable })[0]?.code).toBe('TOO_MANY_NODES');
  });

  it('refuses too many edges', () => {
    const edges = Array.from({ length: LIMITS.edges + 1 }, () => null);
    expect(problemsOf({ ...minimal, edges })[0]?.code).toBe('TOO_MANY_EDGES');
  });

  it('reads 5,000 nodes in a fraction of a second', () => {
    const config = {
      url: 'https://example.com',
      headers: { a: 'b' },
      list: Array.from({ length: 10 }, (_, index) => ({ index })),
    };
    const input = { ...minimal, nodes: nodes(5_000).map((one) => ({ ...(one as object), config })) };
    expect(parseDocument(input).problems).toEqual([]);
  });
});

describe('workflowDocumentSchema', () => {
  it('can be written as JSON Schema, for the documentation of the API', () => {
    const schema = z.toJSONSchema(workflowDocumentSchema, { io: 'input' });
    expect(schema.required).toEqual(['id', 'name', 'nodes', 'edges']);
  });

  it('refuses deep configs and forbidden keys also where it is used without parseDocument', () => {
    const config = JSON.parse('{"a":{"constructor":1}}') as unknown;
    expect(workflowDocumentSchema.safeParse(withNode({ config })).success).toBe(false);
  });
});
