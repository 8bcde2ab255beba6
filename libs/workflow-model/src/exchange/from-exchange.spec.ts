import { lookup } from '../testing/catalogue';
import { documentOf } from '../testing/documents';
import type { ParsedDocument } from '../parse-document';
import type { WorkflowDocument } from '../document';
import { fromExchange } from './from-exchange';

type Fields = Record<string, unknown>;

const base = { id: 'my-workflow', name: 'My Workflow', version: '1.0.0', nodes: [] as Fields[], edges: [] as Fields[] };

function read(input: unknown): ParsedDocument {
  return fromExchange(input, lookup);
}

function documentFrom(input: unknown): WorkflowDocument {
  const { document, problems } = read(input);
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return document;
}

function nodeFrom(node: Fields): Fields {
  const [read] = documentFrom({ ...base, nodes: [{ id: 'n', label: 'N', ...node }] }).nodes;
  return { ...read };
}

const edgesFrom = (edges: Fields[], nodes: Fields[]): Fields[] => documentFrom({ ...base, nodes, edges }).edges;

const codes = (parsed: ParsedDocument): string[] => parsed.problems.map((problem) => problem.code);

describe('fromExchange on the examples of the source documents', () => {
  const action = {
    id: 'action-1',
    type: 'action',
    label: 'Fetch Data',
    enabled: true,
    position: { x: 200, y: 100 },
    config: {
      actionId: 'system/http-request',
      url: 'https://api.example.com/data',
      method: 'GET',
      headers: '{"Authorization": "Bearer {{trigger.token}}"}',
    },
  };
  const generate = {
    id: 'action-2',
    type: 'activity',
    label: 'Generate Text',
    enabled: true,
    position: { x: 400, y: 100 },
    config: {
      actionId: 'openai/generate-text',
      aiModel: 'gpt-4o',
      aiPrompt: 'Summarize: {{FetchData.data.content}}',
      aiFormat: 'text',
    },
  };
  const approval = {
    id: 'approval-1',
    type: 'approval-gate',
    label: 'Manager Approval',
    enabled: true,
    position: { x: 600, y: 100 },
    config: { eventName: 'manager_approval', timeoutHours: 24, message: 'Please review the generated content' },
  };
  const timer = {
    id: 'timer-1',
    type: 'timer',
    label: 'Wait 5 Minutes',
    enabled: true,
    position: { x: 800, y: 100 },
    config: { durationMinutes: 5 },
  };
  const start = { id: 'trigger', type: 'trigger', label: 'Start', enabled: true, position: { x: 0, y: 0 }, config: {} };
  const definition = {
    ...base,
    nodes: [start, action, generate, approval, timer],
    edges: [
      { source: 'trigger', target: 'action-1' },
      { source: 'action-1', target: 'action-2' },
      { source: 'action-2', target: 'approval-1' },
      { source: 'approval-1', target: 'timer-1', sourceHandle: null, targetHandle: null },
    ],
    executionOrder: ['trigger', 'action-1', 'action-2', 'approval-1', 'timer-1'],
    metadata: { description: 'As in the manual', author: 'somebody', tags: ['sample'] },
  };

  it('reads the whole definition without a complaint', () => {
    const { document, problems } = read(definition);
    expect(problems).toEqual([]);
    expect(document?.nodes.map(({ id, type }) => [id, type])).toEqual([
      ['trigger', 'manual-trigger'],
      ['action-1', 'http-request'],
      ['action-2', 'openai/generate-text'],
      ['approval-1', 'approval-gate'],
      ['timer-1', 'timer'],
    ]);
    expect(document?.metadata).toEqual(definition.metadata);
    expect(document).not.toHaveProperty('executionOrder');
  });

  it('takes actionId out of the config and leaves the rest as it is', () => {
    const [, read] = documentFrom(definition).nodes;
    const { actionId: _actionId, ...params } = action.config;
    expect(read).toMatchObject({ label: 'Fetch Data', enabled: true, position: { x: 200, y: 100 }, config: params });
    expect(read?.config).not.toHaveProperty('actionId');
  });

  it('leaves the nodes that both forms have as they are', () => {
    const [, , , gate, wait] = documentFrom(definition).nodes;
    expect(gate).toMatchObject(approval);
    expect(wait).toMatchObject(timer);
  });

  it('leads an edge without handle from the first port of a node that has no main one', () => {
    expect(
      documentFrom(definition).edges.map(({ id, sourceHandle, targetHandle }) => [id, sourceHandle, targetHandle]),
    ).toEqual([
      ['trigger->action-1', 'main', 'main'],
      ['action-1->action-2', 'main', 'main'],
      ['action-2->approval-1', 'main', 'main'],
      ['approval-1:approved->timer-1', 'approved', 'main'],
    ]);
  });
});

describe('fromExchange on nodes', () => {
  it.each([
    [undefined, 'manual-trigger'],
    [null, 'manual-trigger'],
    ['manual', 'manual-trigger'],
    ['webhook', 'webhook-trigger'],
    ['schedule', 'schedule-trigger'],
    ['event', 'event-trigger'],
    ['Webhook', 'webhook-trigger'],
    [' SCHEDULE ', 'schedule-trigger'],
  ])('reads a trigger of the kind %j as %s', (triggerType, type) => {
    const config = { ...(triggerType === undefined ? {} : { triggerType }), path: 'orders' };
    expect(nodeFrom({ type: 'trigger', config })).toMatchObject({ type, config: { path: 'orders' } });
  });

  it.each([
    ['web-hook', 'Did you mean "webhook"?'],
    ['banana', ''],
    [5, ''],
  ])('does not know a trigger of the kind %j', (triggerType, suggestion) => {
    const parsed = read({ ...base, nodes: [{ id: 't', type: 'trigger', label: 'T', config: { triggerType } }] });
    const problem = parsed.problems.find(({ code }) => code === 'UNKNOWN_TRIGGER_TYPE');
    expect(parsed.document).toBeUndefined();
    expect(problem).toMatchObject({ severity: 'error', nodeId: 't', path: ['nodes', 0, 'config', 'triggerType'] });
    expect(problem?.message).toContain(suggestion);
    expect(problem?.message).toContain('manual, webhook, schedule, event');
  });

  it('tells that an action does not say what it calls', () => {
    for (const config of [{}, { actionId: '' }, { actionId: 5 }, undefined]) {
      const parsed = read({ ...base, nodes: [{ id: 'x', type: 'action', label: 'X', config }] });
      expect(parsed.problems).toMatchObject([{ code: 'MISSING_ACTION_ID', nodeId: 'x', severity: 'error' }]);
      expect(parsed.document).toBeUndefined();
    }
  });

  it('keeps the name of an unknown action as type, for validation to tell', () => {
    expect(nodeFrom({ type: 'action', config: { actionId: 'acme/send', to: 'x' } })).toMatchObject({
      type: 'acme/send',
      typeVersion: 1,
      config: { to: 'x' },
    });
  });

  it('reads a type by one of its aliases', () => {
    expect(nodeFrom({ type: 'HTTP Request' })).toMatchObject({ type: 'http-request' });
    expect(nodeFrom({ type: 'action', config: { actionId: 'HTTP Request' } })).toMatchObject({ type: 'http-request' });
  });

  it('takes the newest version where none is given, and the given one where there is', () => {
    expect(nodeFrom({ type: 'http-request' })).toMatchObject({ typeVersion: 2 });
    expect(nodeFrom({ type: 'http-request', typeVersion: 1 })).toMatchObject({ typeVersion: 1 });
    expect(nodeFrom({ type: 'http-request', typeVersion: 9 })).toMatchObject({ typeVersion: 9 });
  });

  it('names a node without label by its title, or by its id', () => {
    expect(nodeFrom({ type: 'condition', label: undefined })).toMatchObject({ label: 'Condition' });
    expect(nodeFrom({ type: 'acme/unknown', label: null })).toMatchObject({ label: 'n' });
    expect(nodeFrom({ type: 'condition', label: '' })).toMatchObject({ label: '' });
  });

  it('takes null for absent', () => {
    const node = { type: 'timer', description: null, config: null, position: null, enabled: null, settings: null };
    expect(nodeFrom(node)).toMatchObject({ config: {}, position: { x: 0, y: 0 }, enabled: true });
    expect(nodeFrom(node)).not.toHaveProperty('description');
  });

  it('keeps a disabled node disabled', () => {
    expect(nodeFrom({ type: 'timer', enabled: false })).toMatchObject({ enabled: false });
  });

  it('leaves what is no node for the schema to judge', () => {
    expect(codes(read({ ...base, nodes: [5, 'x', null, { id: 'a' }] })).every((code) => code !== '')).toBe(true);
    expect(read({ ...base, nodes: [5] }).document).toBeUndefined();
    expect(read({ ...base, nodes: 'none' }).document).toBeUndefined();
    expect(read({ ...base, nodes: [{ id: 'a', type: 'trigger', label: 'A', config: 'x' }] }).document).toBeUndefined();
  });
});

describe('fromExchange on edges', () => {
  const nodes = [
    { id: 'c', type: 'condition', label: 'C' },
    { id: 'a', type: 'no-op', label: 'A' },
    { id: 'b', type: 'no-op', label: 'B' },
  ];

  it('makes the same ids from the same edges', () => {
    const edges = [
      { source: 'a', target: 'b' },
      { source: 'c', target: 'a', sourceHandle: 'false' },
    ];
    expect(edgesFrom(edges, nodes).map(({ id }) => id)).toEqual(['a->b', 'c:false->a']);
    expect(edgesFrom(edges, nodes)).toEqual(edgesFrom(edges, nodes));
  });

  it('never makes an id that another edge brings along', () => {
    const edges = [
      { source: 'a', target: 'b' },
      { id: 'a->b', source: 'b', target: 'a' },
    ];
    expect(edgesFrom(edges, nodes).map(({ id }) => id)).toEqual(['a->b-2', 'a->b']);
  });

  it('shortens made ids to the limit and keeps them apart', () => {
    const long = 'x'.repeat(190);
    const ends = [{ id: long, type: 'no-op', label: 'L' }, ...nodes];
    const edges = [
      { source: long, target: 'a' },
      { source: long, target: 'b' },
    ];
    const ids = edgesFrom(edges, ends).map(({ id }) => String(id));
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((id) => id.length <= 200)).toBe(true);
  });

  it('takes the port that the label of an edge names', () => {
    const edges = [
      { source: 'c', target: 'a', label: 'False' },
      { source: 'c', target: 'b', label: 'true' },
    ];
    expect(edgesFrom(edges, nodes).map(({ sourceHandle }) => sourceHandle)).toEqual(['false', 'true']);
  });

  it.each([[null], [''], [undefined]])('takes the handle %j for absent', (handle) => {
    const edges = [{ id: null, source: 'a', target: 'b', sourceHandle: handle, targetHandle: handle, label: null }];
    expect(edgesFrom(edges, nodes)).toEqual([
      { id: 'a->b', source: 'a', sourceHandle: 'main', target: 'b', targetHandle: 'main' },
    ]);
  });

  it('leaves out an edge that says the same as an earlier one, and tells so', () => {
    const parsed = read({
      ...base,
      nodes,
      edges: [
        { source: 'a', target: 'b' },
        { id: 'again', source: 'a', target: 'b', sourceHandle: 'main' },
      ],
    });
    expect(parsed.document?.edges.map(({ id }) => id)).toEqual(['a->b']);
    expect(parsed.problems).toMatchObject([{ code: 'DUPLICATE_EDGE', severity: 'warning', path: ['edges', 1] }]);
  });

  it('keeps edges between the same nodes by different ports', () => {
    const edges = [
      { source: 'c', target: 'a', sourceHandle: 'true' },
      { source: 'c', target: 'a', sourceHandle: 'false' },
    ];
    expect(edgesFrom(edges, nodes)).toHaveLength(2);
  });

  it('gives the later of two equal ids a number, and tells so', () => {
    const parsed = read({
      ...base,
      nodes,
      edges: [
        { id: 'e', source: 'a', target: 'b' },
        { id: 'e', source: 'c', target: 'b', sourceHandle: 'true' },
        { id: 'e', source: 'c', target: 'a', sourceHandle: 'true' },
      ],
    });
    expect(parsed.document?.edges.map(({ id }) => id)).toEqual(['e', 'e-2', 'e-3']);
    expect(codes(parsed)).toEqual(['DUPLICATE_EDGE_ID', 'DUPLICATE_EDGE_ID']);
  });

  it('does without edges', () => {
    expect(documentFrom({ ...base, nodes, edges: undefined }).edges).toEqual([]);
    expect(documentFrom({ ...base, nodes, edges: null }).edges).toEqual([]);
  });

  it('leaves what is no edge for the schema to judge', () => {
    for (const edges of ['none', [5], [{ source: 'a' }], [{ source: {}, target: [] }]]) {
      expect(read({ ...base, nodes, edges }).document).toBeUndefined();
    }
  });

  it('stands twenty thousand edges of one id', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ id: `n${index}`, type: 'no-op', label: 'N' }));
    const edges = Array.from({ length: 20_000 }, (_, index) => ({
      id: 'e',
      source: `n${index % 200}`,
      target: `n${Math.floor(index / 200)}`,
    }));
    const input = { ...base, nodes: many, edges };
    expect(documentFrom(input).edges).toHaveLength(20_000);
  });
});

describe('fromExchange on executionOrder', () => {
  const nodes = ['t', 'a', 'b', 'c'].map((id) => ({ id, type: id === 't' ? 'trigger' : 'no-op', label: id }));
  const edges = [
    { source: 't', target: 'a' },
    { source: 'a', target: 'b' },
    { source: 'a', target: 'c' },
  ];
  const ordered = (executionOrder: unknown): ParsedDocument => read({ ...base, nodes, edges, executionOrder });

  it.each([[['t', 'a', 'b', 'c']], [['t', 'a', 'c', 'b']], [['a', 'b', 'c']], [null]])('accepts %j', (order) => {
    expect(ordered(order).problems).toEqual([]);
    expect(ordered(order).document).not.toHaveProperty('executionOrder');
  });

  it('names the first pair that stands the wrong way round', () => {
    const parsed = ordered(['t', 'c', 'a', 'b']);
    expect(parsed.document).toBeUndefined();
    expect(parsed.problems).toMatchObject([
      { code: 'EXECUTION_ORDER_INVALID', severity: 'error', nodeId: 'c', path: ['executionOrder', 1] },
    ]);
    expect(parsed.problems[0]?.message).toContain('puts "c" before "a"');
  });

  it('names unknown and repeated ids', () => {
    expect(ordered(['t', 'a', 'ghost', 'b', 'c']).problems).toMatchObject([
      { code: 'EXECUTION_ORDER_INVALID', path: ['executionOrder', 2] },
    ]);
    expect(ordered(['t', 'a', 'b', 'c', 'b']).problems).toMatchObject([
      { code: 'EXECUTION_ORDER_INVALID', nodeId: 'b', path: ['executionOrder', 4] },
    ]);
  });

  it('warns of nodes that are left out, but not of disabled ones', () => {
    const parsed = ordered(['t', 'a', 'b']);
    expect(parsed.document).toBeDefined();
    expect(parsed.problems).toMatchObject([{ code: 'EXECUTION_ORDER_INCOMPLETE', severity: 'warning', nodeId: 'c' }]);
    const disabled = nodes.map((node) => (node.id === 'c' ? { ...node, enabled: false } : node));
    expect(read({ ...base, nodes: disabled, edges, executionOrder: ['t', 'a', 'b'] }).problems).toEqual([]);
  });

  it('refuses an order that is no list of ids', () => {
    expect(ordered('t,a,b').document).toBeUndefined();
    expect(ordered([1, 2]).document).toBeUndefined();
  });
});

describe('fromExchange on documents', () => {
  it('gives a document of our own form back as it is', () => {
    const own = documentOf(
      [
        { id: 't', type: 'webhook-trigger', config: { path: 'x', triggerType: 'mine' } },
        { id: 'a', type: 'http-request', typeVersion: 1, config: { url: '{{t.url}}', actionId: 'mine' } },
        { id: 'c', type: 'condition', settings: { onError: 'error-port', retry: { maxAttempts: 3 } } },
      ],
      ['t>a', 'a>c', { id: 'err', source: 'c', sourceHandle: 'error', target: 'a', label: 'on failure' }],
      {
        version: '2.3.4',
        notes: [{ id: 'n', text: '# hi', position: { x: 1, y: 1 }, size: { width: 10, height: 10 } }],
        groups: [{ id: 'g', label: 'G', nodeIds: ['a'] }],
        settings: { timezone: 'Europe/Berlin', timeoutMs: 60_000 },
        metadata: { tags: ['a'], author: 'me' },
      },
    );
    expect(read(own)).toEqual({ document: own, problems: [] });
    expect(read(JSON.parse(JSON.stringify(own)))).toEqual({ document: own, problems: [] });
  });

  it.each([
    [1, '1.0.0'],
    ['2', '2.0.0'],
    ['1.5', '1.5.0'],
    ['v1.2.3', '1.2.3'],
    ['1.2.3-beta', '1.2.3-beta'],
    [null, '0.0.0'],
    [undefined, '0.0.0'],
  ])('reads the version %j as %s', (version, expected) => {
    expect(documentFrom({ ...base, version }).version).toBe(expected);
  });

  it.each([['latest'], [{}], [true]])('refuses the version %j', (version) => {
    expect(read({ ...base, version }).document).toBeUndefined();
  });

  it('takes id and name from outside where the document has none', () => {
    const { id: _id, name: _name, ...rest } = base;
    expect(fromExchange(rest, lookup, { id: 'new', name: 'Untitled' }).document).toMatchObject({
      id: 'new',
      name: 'Untitled',
    });
    expect(fromExchange(base, lookup, { id: 'new', name: 'Untitled' }).document).toMatchObject({
      id: base.id,
      name: base.name,
    });
    expect(codes(read(rest))).toEqual(['MISSING_FIELD', 'MISSING_FIELD']);
  });

  it.each([[null], [5], ['text'], [[]], [undefined]])('does not take %j for a document', (input) => {
    expect(read(input).document).toBeUndefined();
  });

  it('tells problems of nodes, edges and document together', () => {
    const parsed = read({
      id: 'w',
      nodes: [
        { id: 't', type: 'trigger', config: { triggerType: 'x' } },
        { id: 'a', type: 'action' },
        { id: 'b c', type: 'timer' },
      ],
      edges: [{ source: 'a' }],
    });
    expect(codes(parsed).sort()).toEqual([
      'INVALID_ID',
      'MISSING_ACTION_ID',
      'MISSING_FIELD',
      'MISSING_FIELD',
      'UNKNOWN_TRIGGER_TYPE',
    ]);
  });

  it('stands hostile input', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    for (const input of [
      { ...base, edges: [{ source: deep, target: deep }] },
      { ...base, nodes: [{ id: 'a', type: 'trigger', config: { triggerType: deep } }] },
      { ...base, nodes: [{ id: deep, type: 'action' }] },
      JSON.parse('{"id":"w","name":"W","nodes":[{"__proto__":{"type":"trigger"}}],"edges":[]}') as unknown,
      { ...base, nodes: Array(1_000_000).fill(5) },
    ]) {
      expect(read(input).document).toBeUndefined();
    }
  });
});
