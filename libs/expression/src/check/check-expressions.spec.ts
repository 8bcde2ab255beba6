import type { JsonObject, NodeDefinitionData, Problem, WorkflowDocument } from '@millrace/workflow-model';
import { workflowDocumentSchema } from '@millrace/workflow-model';
import { checkExpressions, checkNodeExpressions } from './check-expressions';

const base = {
  version: 1,
  title: '',
  description: '',
  category: 'action',
  inputs: [],
  outputs: [],
  traits: {},
} as const;
const fetchOutput: JsonObject = {
  type: 'object',
  properties: { title: { type: 'string' } },
  additionalProperties: false,
};
const definitions: Record<string, NodeDefinitionData> = {
  start: { ...base, type: 'start', paramsSchema: {}, rawParams: ['filter'], traits: { trigger: true } },
  fetch: { ...base, type: 'fetch', paramsSchema: {}, outputSchema: fetchOutput },
  code: {
    ...base,
    type: 'code',
    paramsSchema: {
      type: 'object',
      properties: { code: { ui: { control: 'code' } }, field: { ui: { control: 'expression' } } },
    },
    rawParams: ['code', 'field', 'next'],
    extraRoots: { next: ['response'] },
  },
};
const lookup = (type: string): NodeDefinitionData | undefined => definitions[type];

interface Sketch {
  readonly nodes: readonly {
    id: string;
    type?: string;
    label?: string;
    config?: JsonObject;
    enabled?: boolean;
    parent?: string;
    settings?: JsonObject;
  }[];
  readonly edges: readonly (readonly [string, string, string?])[];
}

function documentOf({ nodes, edges }: Sketch): WorkflowDocument {
  return workflowDocumentSchema.parse({
    id: 'w',
    name: 'W',
    nodes: nodes.map((node) => ({ type: 'fetch', label: node.id, ...node })),
    edges: edges.map(([source, target, sourceHandle], index) => ({
      id: `e${index}`,
      source,
      target,
      ...(sourceHandle === undefined ? {} : { sourceHandle }),
    })),
  });
}

const text = (value: string): JsonObject => ({ text: value });
const check = (sketch: Sketch): Problem[] => checkExpressions(documentOf(sketch), lookup);
const chain = (config: JsonObject, fetch: Partial<Sketch['nodes'][number]> = {}): Problem[] =>
  check({
    nodes: [
      { id: 'n0', type: 'start', label: 'Start' },
      { id: 'n1', label: 'Fetch Data', ...fetch },
      { id: 'n2', label: 'Use', config },
      { id: 'n3', label: 'Later' },
    ],
    edges: [
      ['n0', 'n1'],
      ['n1', 'n2'],
      ['n2', 'n3'],
    ],
  });

describe('a node', () => {
  it('sees the nodes before it by alias, label and id, and the built-in roots', () => {
    const templates =
      '{{FetchData.title}}{{Fetch Data.data.title}}{{n1.title}}{{Start.x}}{{trigger.x}}{{input.title}}' +
      '{{execution.id}}{{workflow.name}}{{vars.x}}{{now}}';
    expect(
      chain({ ...text(templates), e: { $expr: 'FetchData.title + nodes["n1"].title + nodes["Start"].x' } }),
    ).toEqual([]);
  });

  it('sees item and index, and what comes before the loop, only inside of a loop', () => {
    const config = text('{{item.x}} {{index}} {{start.x}} {{first.title}}');
    const nodes = [
      { id: 'start', type: 'start' },
      { id: 'loop' },
      { id: 'first', parent: 'loop' },
      { id: 'inside', parent: 'loop', config },
      { id: 'after', config: text('{{item.x}} {{inside.title}}') },
    ];
    const edges = [
      ['start', 'loop'],
      ['first', 'inside'],
      ['loop', 'after'],
    ] as const;
    const problems = checkExpressions(documentOf({ nodes, edges }), lookup);
    expect(problems.map(({ code, nodeId }) => `${code} ${nodeId}`)).toEqual([
      'UNKNOWN_REFERENCE after',
      'REFERENCE_NOT_UPSTREAM after',
    ]);
  });

  it('sees item and index when it runs once per item', () => {
    const settings = { onError: 'stop', forEach: { items: [] } };
    const nodes = [{ id: 'each', config: text('{{item}}{{index}}'), settings }];
    expect(checkExpressions(documentOf({ nodes, edges: [] }), lookup)).toEqual([]);
  });

  it('sees the further roots of a raw param there and nowhere else', () => {
    const config = { next: '{{response.body.next}}', field: '{{response.body.next}}' };
    const problems = checkExpressions(documentOf({ nodes: [{ id: 'c', type: 'code', config }], edges: [] }), lookup);
    expect(problems).toMatchObject([{ code: 'UNKNOWN_REFERENCE', path: ['field'] }]);
  });

  it('is told of a node that does not run before it', () => {
    expect(chain(text('{{Later.title}}'))).toEqual([
      {
        code: 'REFERENCE_NOT_UPSTREAM',
        severity: 'error',
        message:
          '"Use" refers to "Later", which does not run before it. Connect "Later" so that it comes first, or name another node.',
        nodeId: 'n2',
        path: ['text'],
        range: { start: 2, end: 13 },
      },
    ]);
    expect(chain({ e: { $expr: 'nodes["n3"].title' } })[0]).toMatchObject({
      code: 'REFERENCE_NOT_UPSTREAM',
      path: ['e'],
    });
  });

  it('is told that its own result is not there yet', () => {
    expect(chain(text('{{Use.x}}'))[0]).toMatchObject({
      code: 'REFERENCE_NOT_UPSTREAM',
      message: expect.stringContaining('its own result') as string,
    });
  });

  it('is told of names that nobody has', () => {
    const [problem] = chain(text('{{FetchDta.title}}'));
    expect(problem).toMatchObject({ code: 'UNKNOWN_REFERENCE', severity: 'error', nodeId: 'n2' });
    expect(problem?.message).toContain('Did you mean "FetchData"?');
    expect(Object.keys(problem ?? {})).not.toContain('root');
    expect(chain(text('{{secrets.x}}'))[0]?.code).toBe('UNKNOWN_REFERENCE');
  });

  it('is told of fields that the output before it does not have', () => {
    expect(chain(text('{{FetchData.titel}}'))[0]).toMatchObject({ code: 'PATH_NOT_FOUND', severity: 'error' });
    expect(chain(text('{{input.titel}}'))[0]).toMatchObject({ code: 'PATH_NOT_FOUND' });
    expect(chain(text('{{execution.state}}'))[0]).toMatchObject({ code: 'PATH_NOT_FOUND' });
  });

  it('is told nothing of fields where the output may be something else', () => {
    expect(chain(text('{{FetchData.titel}}'), { enabled: false })).toEqual([]);
    expect(chain(text('{{FetchData.error.code}}{{FetchData.titel}}'), { settings: { onError: 'continue' } })).toEqual(
      [],
    );
    expect(chain(text('{{FetchData.titel}}'), { type: 'unheard-of' })).toEqual([]);
  });
});

it('knows the input only where there is one parent, on its main port', () => {
  const nodes = [{ id: 'a' }, { id: 'b' }, { id: 'c', config: text('{{input.titel}}') }];
  expect(check({ nodes, edges: [['a', 'c']] })).toHaveLength(1);
  expect(check({ nodes, edges: [['a', 'c', 'other']] })).toEqual([]);
  expect(
    check({
      nodes,
      edges: [
        ['a', 'c'],
        ['b', 'c'],
      ],
    }),
  ).toEqual([]);
});

it('leaves code and the raw params of triggers alone, and looks into other raw params', () => {
  const nodes = [
    { id: 'a', type: 'start', config: { filter: { $expr: 'event.x' } } as JsonObject },
    { id: 'b', type: 'code', config: { code: 'const x = `{{nope}}`', field: '{{nope}}' } as JsonObject },
  ];
  expect(check({ nodes, edges: [['a', 'b']] })).toMatchObject([
    { code: 'UNKNOWN_REFERENCE', nodeId: 'b', path: ['field'] },
  ]);
});

it('answers in a document with a cycle', () => {
  const nodes = [
    { id: 'a', config: text('{{b.title}}{{a.title}}') },
    { id: 'b', config: text('{{a.title}}') },
  ];
  const problems = check({
    nodes,
    edges: [
      ['a', 'b'],
      ['b', 'a'],
    ],
  });
  expect(problems.map(({ code, nodeId }) => [code, nodeId])).toEqual([['REFERENCE_NOT_UPSTREAM', 'a']]);
});

it('lets a node named like a built-in root step back', () => {
  const nodes = [
    { id: 'x', label: 'trigger' },
    { id: 'y', config: text('{{trigger.titel}}') },
  ];
  expect(check({ nodes, edges: [['x', 'y']] })).toEqual([]);
});

it('checks one node alone', () => {
  const document = documentOf({
    nodes: [
      { id: 'a', config: text('{{x}}') },
      { id: 'b', config: text('{{y}}') },
    ],
    edges: [],
  });
  expect(checkNodeExpressions(document, 'b', lookup).map(({ message }) => message)).toEqual([
    expect.stringContaining('"y"'),
  ]);
  expect(checkNodeExpressions(document, 'nobody', lookup)).toEqual([]);
});

it('takes a document of five thousand nodes in a few seconds', () => {
  const nodes = Array.from({ length: 5_000 }, (_, index) => ({
    id: `n${index}`,
    config: text(`{{n${Math.max(0, index - 1)}.title}}`),
  }));
  const edges = nodes.slice(1).map(({ id }, index) => [`n${index}`, id] as const);
  const started = performance.now();
  expect(check({ nodes, edges })).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(15_000);
});

describe('the key that tells runs apart', () => {
  const keyed = (key: unknown): Problem[] => {
    const settings = { concurrency: { limit: 1, key } };
    const nodes = [{ id: 'start', type: 'start', label: 'Start' }];
    return checkExpressions(workflowDocumentSchema.parse({ id: 'w', name: 'W', nodes, edges: [], settings }), lookup);
  };

  it('sees what starts the run and the workflow', () => {
    expect(keyed('{{trigger.body.customer}} {{workflow.id}}')).toEqual([]);
    expect(keyed({ $expr: 'trigger.body.customer + workflow.id' })).toEqual([]);
    expect(keyed('the same for all')).toEqual([]);
  });

  it('sees no node, for none has run', () => {
    expect(keyed('{{Start.x}}')).toMatchObject([
      { code: 'UNKNOWN_REFERENCE', severity: 'error', path: ['settings', 'concurrency', 'key'] },
    ]);
  });

  it('has the place of what cannot be read', () => {
    expect(keyed({ $expr: 'trigger.' })).toMatchObject([{ path: ['settings', 'concurrency', 'key'] }]);
  });
});
