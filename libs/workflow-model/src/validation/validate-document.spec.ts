import type { WorkflowDocument } from '../document';
import type { Problem } from '../problem';
import { hasErrors } from '../problem';
import { definitions, knownTypes, lookup } from '../testing/catalogue';
import { chainOf, documentOf } from '../testing/documents';
import type { EdgeSketch, NodeSketch } from '../testing/documents';
import { validateDocument } from './validate-document';

const start: NodeSketch = { id: 't', type: 'manual-trigger' };

function validate(document: WorkflowDocument): readonly Problem[] {
  const problems = validateDocument(document, { lookup, knownTypes });
  for (const problem of problems) {
    expect(problem.message).toMatch(/[.?]$/);
    expect(problem.code).toMatch(/^[A-Z][A-Z_]+$/);
  }
  return problems;
}

function problemsOf(
  nodes: readonly (string | NodeSketch)[],
  edges: readonly EdgeSketch[] = [],
  rest: Record<string, unknown> = {},
): readonly Problem[] {
  return validate(documentOf(nodes, edges, rest));
}

function only(problems: readonly Problem[]): Problem {
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  if (problem === undefined) throw new Error('no problem');
  return problem;
}

describe('validateDocument', () => {
  it('has nothing to say about a document that is right', () => {
    const problems = problemsOf(
      [
        start,
        { id: 'fetch', type: 'http-request', typeVersion: 1, config: { url: 'https://example.com' } },
        { id: 'check', type: 'condition', config: { field: 'a', operator: 'exists' } },
        'yes',
        { id: 'no', type: 'stop' },
      ],
      ['t>fetch', 'fetch>check', 'check:true>yes', 'check:false>no'],
      { executionOrder: ['t', 'fetch', 'check', 'yes', 'no'] },
    );
    expect(problems).toEqual([]);
  });

  it('tells everything that is wrong at once', () => {
    const problems = problemsOf(
      [
        { id: 't', type: 'manual-trigger', enabled: false },
        { id: 'a', type: 'htp-request' },
        { id: 'b', type: 'http-request', typeVersion: 1, config: { ulr: 'x' } },
        { id: 'b', label: 'B again' },
        { id: 'c', label: 'a' },
      ],
      ['t>a', 'a>b', 'b>a', 'b>ghost', 'c>t'],
      { settings: { timezone: 'Mars/Base' }, executionOrder: ['b', 'a'] },
    );
    expect(new Set(problems.map((problem) => problem.code))).toEqual(
      new Set([
        'DUPLICATE_NODE_ID',
        'DUPLICATE_ALIAS',
        'UNKNOWN_TYPE',
        'NO_TRIGGER',
        'TRIGGER_DISABLED',
        'DANGLING_EDGE',
        'EDGE_INTO_TRIGGER',
        'CYCLE',
        'UNREACHABLE_NODE',
        'MISSING_PARAM',
        'UNKNOWN_PARAM',
        'EXECUTION_ORDER_INVALID',
        'INVALID_TIMEZONE',
      ]),
    );
    expect(hasErrors(problems)).toBe(true);
  });

  it('puts the problems of expressions beside its own', () => {
    const document = documentOf([start]);
    const problem: Problem = { code: 'UNKNOWN_ROOT', severity: 'error', message: 'x.', nodeId: 't', path: ['sample'] };
    const seen: unknown[] = [];
    const problems = validateDocument(document, {
      lookup,
      checkExpressions: (...given) => {
        seen.push(...given);
        return [problem];
      },
    });
    expect(problems).toEqual([problem]);
    expect(seen).toEqual([document, lookup]);
  });

  it('tells the first thousand of more problems, errors before warnings, and how many are left', () => {
    const lost = Array.from({ length: 1_500 }, (_, index) => `lost${index}`);
    const problems = problemsOf([start, ...lost], [], { settings: { timezone: 'Mars' } });
    expect(problems).toHaveLength(1_001);
    expect(problems[0]).toMatchObject({ code: 'INVALID_TIMEZONE', severity: 'error' });
    expect(problems.at(-1)).toMatchObject({ code: 'TOO_MANY_PROBLEMS', severity: 'warning' });
    expect(problems.at(-1)?.message).toContain('501 more problems');
  });

  it('changes nothing and gives the same answer again', () => {
    const document = documentOf([start, { id: 'b', type: 'http-request', typeVersion: 1 }], ['t>b']);
    const copy = structuredClone(document);
    expect(validate(document)).toEqual(validate(document));
    expect(document).toEqual(copy);
  });
});

describe('ids and aliases', () => {
  it('refuses two nodes with one id and names the place of the later', () => {
    const problem = only(
      problemsOf([start, { id: 't', type: 'no-op', label: 'Again' }]).filter((one) => one.severity === 'error'),
    );
    expect(problem).toMatchObject({ code: 'DUPLICATE_NODE_ID', nodeId: 't', path: ['nodes', 1, 'id'] });
  });

  it('warns of nodes that templates cannot tell apart', () => {
    const problems = problemsOf(
      [
        start,
        { id: 'a', label: 'HTTP Request' },
        { id: 'b', label: 'HTTP Request!' },
        { id: 'c', label: 'HTTPRequest' },
      ],
      ['t>a', 't>b', 't>c'],
    );
    expect(only(problems)).toMatchObject({ code: 'DUPLICATE_ALIAS', severity: 'warning', nodeIds: ['a', 'b', 'c'] });
    expect(only(problems).message).toContain('"HTTPRequest" (a, b, c)');
  });

  it('names only some of many nodes that share an alias', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ id: `n${index}`, label: 'Same' }));
    const problem = only(
      problemsOf(
        [start, ...many],
        many.map(({ id }) => `t>${id}`),
      ),
    );
    expect(problem.message).toContain('and 45 more');
    expect(problem.nodeIds).toHaveLength(50);
  });

  it.each(['input', 'item', 'execution', 'now', 'secrets'])('warns of a node that is called %s', (label) => {
    const problem = only(problemsOf([start, { id: 'a', label }], ['t>a']));
    expect(problem).toMatchObject({ code: 'RESERVED_ALIAS', severity: 'warning', nodeId: 'a' });
  });

  it('does not mind a trigger that is called trigger', () => {
    expect(problemsOf([{ id: 'trigger', type: 'manual-trigger', label: 'trigger' }])).toEqual([]);
  });
});

describe('types', () => {
  it('refuses an unknown type and suggests the nearest', () => {
    const problem = only(problemsOf([start, { id: 'a', type: 'http-requst' }], ['t>a']));
    expect(problem).toMatchObject({ code: 'UNKNOWN_TYPE', severity: 'error', nodeId: 'a' });
    expect(problem.message).toContain('Did you mean "http-request"?');
  });

  it('suggests nothing when nothing is near, or when it does not know the types', () => {
    const document = documentOf([start, { id: 'a', type: 'zzzzzzzzzzz' }], ['t>a']);
    expect(only(validate(document)).message).not.toContain('Did you mean');
    const near = documentOf([start, { id: 'a', type: 'http-requst' }], ['t>a']);
    expect(only(validateDocument(near, { lookup })).message).not.toContain('Did you mean');
  });

  it('refuses an unknown version and names the newest', () => {
    const problem = only(problemsOf([start, { id: 'a', type: 'http-request', typeVersion: 7 }], ['t>a']));
    expect(problem).toMatchObject({ code: 'UNKNOWN_TYPE_VERSION', severity: 'error', nodeId: 'a' });
    expect(problem.message).toContain('use version 2');
  });

  it('finds a type by its alias', () => {
    const node = { id: 'a', type: 'system/http-request', typeVersion: 1, config: { url: 'x' } };
    expect(problemsOf([start, node], ['t>a'])).toEqual([]);
  });

  it('warns of a type that is going away', () => {
    expect(only(problemsOf([start, { id: 'a', type: 'old-thing' }], ['t>a']))).toMatchObject({
      code: 'DEPRECATED_TYPE',
      severity: 'warning',
    });
  });
});

describe('triggers', () => {
  it('refuses a document without one, also an empty document', () => {
    expect(only(problemsOf([]))).toMatchObject({ code: 'NO_TRIGGER', severity: 'error' });
    expect(only(problemsOf(['a']))).toMatchObject({ code: 'NO_TRIGGER', severity: 'error' });
  });

  it('refuses a document whose triggers are all disabled', () => {
    const problems = problemsOf([{ ...start, enabled: false }]);
    expect(problems).toMatchObject([
      { code: 'NO_TRIGGER', severity: 'error' },
      { code: 'TRIGGER_DISABLED', severity: 'warning', nodeId: 't' },
    ]);
  });

  it('only warns of a disabled trigger beside an enabled one', () => {
    const problems = problemsOf([start, { id: 'w', type: 'webhook-trigger', enabled: false }, 'a'], ['t>a', 'w>a']);
    expect(only(problems)).toMatchObject({ code: 'TRIGGER_DISABLED', severity: 'warning', nodeId: 'w' });
  });

  it('allows several', () => {
    expect(problemsOf([start, { id: 'w', type: 'webhook-trigger' }, 'a'], ['t>a', 'w>a'])).toEqual([]);
  });
});

describe('edges', () => {
  it('refuses an edge from or to a node that does not exist, with a suggestion', () => {
    const problems = problemsOf([start, 'fetch'], ['t>fetch', 't>fetc', 'nowhere>fetch']);
    expect(problems).toMatchObject([
      { code: 'DANGLING_EDGE', severity: 'error', edgeId: 't>fetc', path: ['edges', 1, 'target'] },
      { code: 'DANGLING_EDGE', severity: 'error', edgeId: 'nowhere>fetch', path: ['edges', 2, 'source'] },
    ]);
    expect(problems[0]?.message).toContain('Did you mean "fetch"?');
  });

  it('tells both ends of an edge between two nodes that do not exist', () => {
    expect(problemsOf([start], ['x>y']).map(({ path }) => path)).toEqual([
      ['edges', 0, 'source'],
      ['edges', 0, 'target'],
    ]);
  });

  it('refuses a port that the source does not have, and names those that it has', () => {
    const problem = only(problemsOf([start, { id: 'c', type: 'condition' }, 'a'], ['t>c', 'c:tru>a']));
    expect(problem).toMatchObject({
      code: 'DANGLING_EDGE',
      nodeId: 'c',
      edgeId: 'c:tru>a',
      path: ['edges', 1, 'sourceHandle'],
    });
    expect(problem.message).toContain('use "true", "false" or remove the edge. Did you mean "true"?');
  });

  it('refuses the main port of a node that only branches', () => {
    expect(only(problemsOf([start, { id: 'c', type: 'condition' }, 'a'], ['t>c', 'c>a'])).path).toEqual([
      'edges',
      1,
      'sourceHandle',
    ]);
  });

  it('refuses a port that the target does not have', () => {
    const problem = only(problemsOf([start, 'a'], ['t>a:left']));
    expect(problem).toMatchObject({ code: 'DANGLING_EDGE', nodeId: 'a', path: ['edges', 0, 'targetHandle'] });
    expect(problem.message).toContain('"main"');
  });

  it('refuses any edge from a node that has no output', () => {
    const problem = only(problemsOf([start, { id: 's', type: 'stop' }, 'a'], ['t>s', 't>a', 's>a']));
    expect(problem.message).toContain('the node has no output.');
  });

  it('refuses an edge into a trigger', () => {
    const problem = only(problemsOf([start, { id: 'w', type: 'webhook-trigger' }], ['t>w']));
    expect(problem).toMatchObject({ code: 'EDGE_INTO_TRIGGER', severity: 'error', nodeId: 'w', edgeId: 't>w' });
  });

  it('says nothing about the ports of a node whose type is unknown', () => {
    expect(only(problemsOf([start, { id: 'x', type: 'acme/x' }, 'a'], ['t>x:left', 'x:right>a'])).code).toBe(
      'UNKNOWN_TYPE',
    );
  });

  it('warns of an edge that repeats another, and refuses two with one id', () => {
    const edge = { source: 't', target: 'a' };
    expect(
      only(
        problemsOf(
          [start, 'a'],
          [
            { ...edge, id: '1' },
            { ...edge, id: '2' },
          ],
        ),
      ),
    ).toMatchObject({
      code: 'DUPLICATE_EDGE',
      severity: 'warning',
      edgeId: '2',
    });
    const problems = problemsOf(
      [start, 'a', 'b'],
      [
        { ...edge, id: '1' },
        { ...edge, target: 'b', id: '1' },
      ],
    );
    expect(only(problems)).toMatchObject({ code: 'DUPLICATE_EDGE_ID', severity: 'error', path: ['edges', 1, 'id'] });
  });
});

describe('ports that depend on the node', () => {
  const cases = (list: unknown): NodeSketch => ({ id: 's', type: 'switch', config: { cases: list } });

  it('follows the list of a switch by id, and by place where there is none', () => {
    const node = cases([{ id: 'red', label: 'Red' }, { label: 'x' }, { id: '' }]);
    expect(problemsOf([start, node, 'a'], ['t>s', 's:red>a', 's:case-1>a', 's:case-2>a', 's:fallback>a'])).toEqual([]);
    const problem = only(problemsOf([start, node, 'a'], ['t>s', 's:case-0>a']));
    expect(problem.message).toContain('use "red", "case-1", "case-2", "fallback"');
  });

  it.each([[{ $expr: 'trigger.cases' }], ['{{trigger.cases}}']])('accepts any port while the list is %j', (list) => {
    expect(problemsOf([start, cases(list), 'a'], ['t>s', 's:whatever>a'])).toEqual([]);
  });

  it('has only the ports of the definition without a list', () => {
    const node = { id: 's', type: 'switch', config: {} };
    expect(problemsOf([start, node, 'a'], ['t>s', 's:fallback>a'])).toEqual([]);
    expect(only(problemsOf([start, node, 'a'], ['t>s', 's:case-0>a'])).code).toBe('DANGLING_EDGE');
  });

  it('has an error port only when failures are routed there', () => {
    const routed = { id: 'a', settings: { onError: 'error-port' } };
    expect(problemsOf([start, routed, 'b'], ['t>a', 'a:error>b'])).toEqual([]);
    const problem = only(problemsOf([start, 'a', 'b'], ['t>a', 't>b', 'a:error>b']));
    expect(problem).toMatchObject({ code: 'DANGLING_EDGE', nodeId: 'a' });
    expect(problem.message).toContain('set what happens on error to "error-port"');
  });

  it('warns of failures that are routed to a port without an edge', () => {
    const routed = { id: 'a', settings: { onError: 'error-port' } };
    expect(only(problemsOf([start, routed], ['t>a']))).toMatchObject({
      code: 'ERROR_PORT_UNUSED',
      severity: 'warning',
      nodeId: 'a',
    });
  });
});

describe('the graph', () => {
  it('names the nodes of a cycle in order', () => {
    const problem = only(problemsOf([start, 'a', 'b', 'c'], ['t>a', 'a>b', 'b>c', 'c>a']));
    expect(problem).toMatchObject({ code: 'CYCLE', severity: 'error', nodeId: 'a', nodeIds: ['a', 'b', 'c'] });
    expect(problem.message).toContain('a -> b -> c -> a');
  });

  it('tells several cycles that share no node', () => {
    const problems = problemsOf([start, 'a', 'b', 'c', 'd'], ['t>a', 'a>b', 'b>a', 'b>c', 'c>d', 'd>c']);
    expect(problems.map(({ nodeIds }) => nodeIds)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('tells no more than ten cycles, and names no more than twelve nodes in a sentence', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `n${index}`);
    const loops = problemsOf([start, ...ids], [...ids.map((id) => `t>${id}`), ...ids.map((id) => `${id}>${id}`)]);
    expect(loops).toHaveLength(10);
    const ring = problemsOf([start, ...ids], ['t>n0', ...ids.map((id, index) => `${id}>n${(index + 1) % 40}`)]);
    expect(only(ring).nodeIds).toHaveLength(40);
    expect(only(ring).message).toContain('n11 -> ... -> n0');
  });

  it('warns of nodes that no trigger leads to', () => {
    const problems = problemsOf([start, 'a', 'lost', 'behind'], ['t>a', 'lost>behind']);
    expect(problems).toMatchObject([
      { code: 'UNREACHABLE_NODE', severity: 'warning', nodeId: 'lost' },
      { code: 'UNREACHABLE_NODE', severity: 'warning', nodeId: 'behind' },
    ]);
  });

  it('does not warn of unreachable nodes where there is no trigger at all', () => {
    expect(only(problemsOf(['a', 'b'])).code).toBe('NO_TRIGGER');
  });
});

describe('settings and limits', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])(
    'knows the time zone %s',
    (timezone) => {
      expect(problemsOf([start], [], { settings: { timezone } })).toEqual([]);
    },
  );

  it('refuses an unknown time zone and suggests one', () => {
    const problem = only(problemsOf([start], [], { settings: { timezone: 'Europe/Berln' } }));
    expect(problem).toMatchObject({ code: 'INVALID_TIMEZONE', severity: 'error', path: ['settings', 'timezone'] });
    expect(problem.message).toContain('Did you mean "Europe/Berlin"?');
  });

  it('refuses more nodes than the limit and looks no further', () => {
    const { nodes, ...rest } = chainOf(5_000);
    const [extra] = documentOf(['extra']).nodes;
    const problem = only(validate({ ...rest, nodes: [...nodes, ...(extra === undefined ? [] : [extra])] }));
    expect(problem).toMatchObject({ code: 'TOO_MANY_NODES', severity: 'error', path: ['nodes'] });
  });
});

describe('large documents', () => {
  const ids = Array.from({ length: 4_999 }, (_, index) => `n${index}`);

  function large(config: (index: number) => Record<string, unknown>): WorkflowDocument {
    const nodes = ids.map((id, index) => ({ id, type: 'http-request', typeVersion: 1, config: config(index) }));
    return documentOf([start, ...nodes], ['t>n0', ...ids.slice(1).map((id, index) => `n${index}>${id}`)]);
  }

  /** Jest ends what is not linear: 5,000 squared takes far longer than a test may. How fast it is, the bench tells. */
  function expectProblems(document: WorkflowDocument, count: number): void {
    expect(validateDocument(document, { lookup, knownTypes })).toHaveLength(count);
  }

  const body = { kind: 'form', fields: [{ name: 'a', value: 'b' }] };

  it('are validated with 5,000 nodes', () => {
    const document = large((index) => ({
      url: `https://example.com/${index}`,
      method: 'POST',
      headers: { a: 'b' },
      body,
    }));
    expectProblems(document, 0);
  });

  it('are validated with templates where numbers are expected', () => {
    const document = large(() => ({ url: '{{n.url}}', timeoutMs: '{{vars.limit}}', body: { $expr: 'input' } }));
    expectProblems(document, 0);
  });

  it('are validated when every node is wrong', () => {
    expectProblems(
      large(() => ({ ulr: 'x', timeoutMs: 'x' })),
      1_001,
    );
  });

  it('are validated when twenty thousand edges lead to nodes that do not exist', () => {
    const document = large(() => ({ url: 'x' }));
    const edges = Array.from({ length: 15_000 }, (_, index) => ({
      ...documentOf(['n0'], ['n0>lost']).edges[0],
      id: `x${index}`,
      target: `m${index}`,
    }));
    const broken = { ...document, edges: [...document.edges, ...edges] as WorkflowDocument['edges'] };
    expectProblems(broken, 1_001);
  });

  it('knows definitions that are frozen, and leaves them as they are', () => {
    const frozen = definitions.map((definition) => ({
      ...definition,
      paramsSchema: deepFreeze(structuredClone(definition.paramsSchema)),
    }));
    const document = documentOf(
      [start, { id: 'a', type: 'http-request', typeVersion: 1, config: { url: 5 } }],
      ['t>a'],
    );
    const problems = validateDocument(document, {
      lookup: (type, version) => frozen.find((one) => one.type === type && (version ?? one.version) === one.version),
    });
    expect(only(problems).code).toBe('INVALID_PARAM');
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
