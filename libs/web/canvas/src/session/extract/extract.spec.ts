import fc from 'fast-check';
import { type Json, type WorkflowDocument, applyEdit, invertEdit } from '@millrace/workflow-model';
import * as checks from '@millrace/workflow-model/checks';
import { coreDefinitions } from '../../node-view/testing/core-definitions';
import { NodeCatalogue } from '../catalogue/node-catalogue';
import { type NodeSketch, contextOf, documentOf, expressions } from '../testing/documents';
import { resultOf } from '../testing/run-document';
import '../testing/structured-clone';
import { extractionOf } from './extract';

const { lookup } = new NodeCatalogue(coreDefinitions);
const fetch = (id: string, body: Json = null): NodeSketch => ({
  id,
  type: 'http-request',
  config: { url: 'https://x', body },
});
const log = (id: string, message: Json = ''): NodeSketch => ({ id, type: 'log', config: { message } });
const start: NodeSketch = { id: 'start', type: 'manual-trigger' };

/** The workflow and the new one after steps were converted, or the code of why they cannot be. */
function converted(
  document: WorkflowDocument,
  nodeIds: readonly string[],
): { readonly parent: WorkflowDocument; readonly child: WorkflowDocument } | string {
  const context = { ...contextOf(document), lookup };
  const extraction = extractionOf(context, nodeIds);
  if ('refused' in extraction) return extraction.code;
  const child = extraction.documentOf('Part');
  const { edit } = extraction.replacedBy({ id: 'child', name: 'Part' });
  const parent = applyEdit(document, edit);
  expect(applyEdit(parent, invertEdit(document, edit))).toEqual(document);
  return { parent, child };
}

const runOf = (document: WorkflowDocument, trigger: Json, child?: WorkflowDocument) =>
  resultOf(document, trigger, { lookup, workflows: new Map(child ? [['child', child]] : []) });

function expectSame(document: WorkflowDocument, nodeIds: readonly string[], ...triggers: readonly Json[]) {
  const both = converted(document, nodeIds);
  if (typeof both === 'string') throw new Error(`Refused: ${both}`);
  for (const trigger of triggers) {
    const before = runOf(document, trigger);
    expect(before).toBeDefined();
    expect(runOf(both.parent, trigger, both.child)).toEqual(before);
  }
  return both;
}

const nodeOf = ({ nodes }: WorkflowDocument, label: string) => nodes.find((node) => node.label === label);

describe('converting steps to a workflow of their own', () => {
  it('makes inputs of what they read from outside, and has others read its result', () => {
    const { parent, child } = expectSame(
      documentOf(
        [
          start,
          fetch('Customer', { email: '{{trigger.email}}' }),
          fetch('Invoice', '{{Customer.got.email}} owes {{trigger.amount}}'),
          log('Note', '{{Invoice.got}}'),
          fetch('Mail', { text: '{{Invoice.data.got}}', raw: { $expr: 'Invoice.got.size() + trigger.amount' } }),
        ],
        ['start>Customer', 'Customer>Invoice', 'Invoice>Note', 'Note>Mail'],
      ),
      ['Invoice'],
      { email: 'a@b.c', amount: 3 },
    );
    expect(nodeOf(parent, 'Part')).toMatchObject({
      type: 'run-workflow',
      config: { workflowId: 'child', input: { email: '{{Customer.got.email}}', amount: '{{trigger.amount}}' } },
    });
    expect(nodeOf(parent, 'Mail')?.config['body']).toEqual({
      text: '{{Part.data.got}}',
      raw: { $expr: 'Part.got.size() + trigger.amount' },
    });
    expect(nodeOf(child, 'Invoice')?.config['body']).toBe('{{trigger.email}} owes {{trigger.amount}}');
    expect(nodeOf(child, 'Manual trigger')?.config['inputSchema']).toEqual({
      type: 'object',
      properties: { email: {}, amount: {} },
      required: ['email', 'amount'],
    });
    expect(nodeOf(child, 'Output')?.config).toEqual({ collect: 'input' });
  });

  it('hands on what comes in as it is when that is all that they work on', () => {
    const { parent, child } = expectSame(
      documentOf(
        [start, fetch('A', '{{trigger.x}}'), log('B', '{{A.got}} {{input.got}}'), log('C', '{{B.got}}')],
        ['start>A', 'A>B', 'B>C'],
      ),
      ['B'],
      { x: 1 },
      { x: [1] },
    );
    expect(nodeOf(parent, 'Part')?.config).toEqual({ workflowId: 'child' });
    expect(nodeOf(child, 'B')?.config['message']).toBe('{{trigger.got}} {{input.got}}');
  });

  it('gives the first step what came in, beside what is read from elsewhere', () => {
    const { parent, child } = expectSame(
      documentOf([start, fetch('A', '{{trigger.x}}'), log('B', '{{trigger.y}} {{input.got}}')], ['start>A', 'A>B']),
      ['B'],
      { x: 1, y: 2 },
    );
    expect(nodeOf(parent, 'Part')?.config['input']).toEqual({ input: '{{input}}', y: '{{trigger.y}}' });
    expect(child.nodes.map(({ label }) => label)).toEqual(['Manual trigger', 'Take input', 'B']);
  });

  it("gives what steps behind read of its inner steps, and the last step's result to those that work on it", () => {
    const { parent, child } = expectSame(
      documentOf(
        [
          start,
          fetch('A', { n: '{{trigger.n}}' }),
          log('B'),
          log('C', '{{A.got.n}} {{B.got.n}}'),
          fetch('D', '{{A.got}}'),
        ],
        ['start>A', 'A>B', 'B>C', 'C>D'],
      ),
      ['A', 'B'],
      { n: 7 },
    );
    expect(nodeOf(child, 'Output')?.config).toMatchObject({
      collect: 'fields',
      fields: { result: '{{input}}', n: '{{A.got.n}}' },
    });
    expect(nodeOf(parent, 'Take result')?.config).toMatchObject({ expression: 'input.result' });
  });

  it('asks for what is read only sometimes without failing when it is not there', () => {
    const document = documentOf(
      [
        start,
        { id: 'If', type: 'condition', config: { test: '{{trigger.ok}}' } },
        fetch('Yes', '{{trigger.yes.deep}}'),
        fetch('No', { $expr: 'has(trigger.no) ? trigger.no : "none"' }),
        log('End'),
        fetch('Last', { $expr: 'has(Yes.got) ? Yes.got : No.got' }),
      ],
      ['start>If', 'If:true>Yes', 'If:false>No', 'Yes>End', 'No>End', 'End>Last'],
    );
    const ways: Json[] = [{ ok: true, yes: { deep: 1 } }, { ok: false }, { ok: false, no: 2 }];
    const { child } = expectSame(document, ['If', 'Yes', 'No', 'End'], ...ways);
    expect(nodeOf(child, 'No')?.config['body']).toEqual({ $expr: 'has(trigger.no) ? trigger.no : "none"' });
    expectSame(document, ['Yes'], ways[0] as Json, ways[1] as Json);
  });

  it('keeps the result of the run when nothing comes behind', () => {
    const forked = documentOf(
      [start, fetch('A', '{{trigger.n}}'), fetch('B', 1), fetch('C', 2)],
      ['start>A', 'A>B', 'A>C'],
    );
    expectSame(forked, ['A', 'B', 'C'], { n: 1 });
    const { parent } = expectSame(forked, ['B'], { n: 1 });
    expect(parent.nodes.map(({ label }) => label)).toContain('B');
    expectSame(
      documentOf([start, fetch('A', 1), { id: 'Out', type: 'output' }], ['start>A', 'A>Out']),
      ['A', 'Out'],
      {},
    );
  });

  it('converts steps of a loop inside of it, and loops as a whole', () => {
    const document = documentOf(
      [
        start,
        fetch('A', '{{trigger.list}}'),
        { id: 'Each', type: 'loop', config: { items: '{{A.got}}' } },
        { ...fetch('B', { item: '{{item.n}}', at: '{{index}}', who: '{{trigger.who}}' }), parent: 'Each' },
        { ...log('C', '{{item.n}}'), parent: 'Each' },
        fetch('D', '{{Each.data}}'),
      ],
      ['start>A', 'A>Each', 'B>C', 'Each>D'],
    );
    const trigger = { list: [{ n: 1 }, { n: 2 }], who: 'Ana' };
    for (const chosen of [['B'], ['B', 'C'], ['C'], ['Each'], ['A', 'Each'], ['A', 'Each', 'B', 'C', 'D']]) {
      expectSame(document, chosen, trigger);
    }
    const { parent, child } = expectSame(document, ['B'], trigger);
    expect(nodeOf(parent, 'Part')).toMatchObject({
      parent: 'Each',
      config: { input: { n: '{{item.n}}', index: '{{index}}' } },
    });
    expect(nodeOf(child, 'B')).not.toHaveProperty('parent');
  });

  it('types the inputs by what the steps before promise', () => {
    const schema = {
      type: 'object',
      properties: { email: { type: 'string', title: 'E-mail', minLength: 3 }, n: { type: 'number' } },
    };
    const document = documentOf(
      [
        { ...start, config: { inputSchema: schema } },
        log('A'),
        fetch('B', '{{trigger.email}} {{#trigger.n}}{{trigger.n}}{{/trigger.n}}'),
      ],
      ['start>A', 'A>B'],
    );
    const { child } = expectSame(document, ['B'], { email: 'a@b.c', n: 1 });
    expect(nodeOf(child, 'Manual trigger')?.config['inputSchema']).toEqual({
      type: 'object',
      properties: { email: { type: 'string', title: 'E-mail' }, n: { type: ['number', 'null'] } },
      required: ['email'],
    });
  });

  it('takes groups, accounts and the time zone along, and leaves a group with what stands for the steps', () => {
    const document = documentOf(
      [start, { ...fetch('A'), credentials: { account: 'c1' } }, log('B'), log('C')],
      ['start>A', 'A>B', 'B>C'],
      {
        groups: [
          { id: 'g', label: 'G', nodeIds: ['A', 'B'] },
          { id: 'h', label: 'H', nodeIds: ['B', 'C'] },
        ],
        settings: { timezone: 'Europe/Rome' },
      },
    );
    const { parent, child } = expectSame(document, ['A', 'B'], {});
    expect(child.groups.map(({ id }) => id)).toEqual(['g']);
    expect(child.settings.timezone).toBe('Europe/Rome');
    expect(nodeOf(child, 'A')?.credentials).toEqual({ account: 'c1' });
    expect(parent.groups).toEqual([expect.objectContaining({ id: 'h', nodeIds: ['C', nodeOf(parent, 'Part')?.id] })]);
  });
});

describe('steps that cannot be converted', () => {
  const ifNode = (id: string): NodeSketch => ({ id, type: 'condition', config: { test: '{{trigger.ok}}' } });
  const wired = (nodes: readonly NodeSketch[], edges: readonly string[]) => documentOf([start, ...nodes], edges);
  const chain = (...nodes: readonly NodeSketch[]): WorkflowDocument =>
    wired(
      nodes,
      nodes.map(({ id }, at) => `${nodes[at - 1]?.id ?? 'start'}>${id}`),
    );
  const code = (id: string, text: string): NodeSketch => ({ id, type: 'code', config: { code: text } });

  it.each<[string, WorkflowDocument, string[], string]>([
    ['nothing', chain(log('A')), [], 'NOTHING_SELECTED'],
    ['a trigger', chain(log('A')), ['start', 'A'], 'TRIGGER'],
    ['steps to which nothing leads', wired([log('A'), log('B')], ['A>B']), ['A', 'B'], 'NO_WAY_IN'],
    ['steps apart', wired([log('A'), log('B')], ['start>A']), ['A', 'B'], 'NOT_CONNECTED'],
    ['two beginnings', wired([log('A'), log('B')], ['start>A', 'start>B']), ['A', 'B'], 'SEVERAL_WAYS_IN'],
    [
      'a join',
      wired([log('A'), log('B'), { id: 'M', type: 'merge' }], ['start>A', 'start>B', 'A>M', 'B>M']),
      ['M'],
      'SEVERAL_WAYS_IN',
    ],
    [
      'two ends',
      wired([ifNode('A'), log('B'), log('C')], ['start>A', 'A:true>B', 'A:false>C']),
      ['A'],
      'SEVERAL_WAYS_OUT',
    ],
    ['steps around another', chain(log('A'), log('B'), log('C')), ['A', 'C'], 'SEVERAL_WAYS_IN'],
    ['an end inside', wired([ifNode('A'), log('B')], ['start>A', 'A:true>B']), ['A'], 'MAY_END_INSIDE'],
    ['an answer to the caller', chain({ id: 'R', type: 'respond' }), ['R'], 'ANSWERS'],
    ['the result before others', chain({ id: 'O', type: 'output' }, log('B')), ['O'], 'RESULT'],
    ['a part of the result', wired([log('A'), log('B'), log('C')], ['start>A', 'A>B', 'A>C']), ['A', 'B'], 'RESULT'],
    ['code that reads others', chain(log('A'), code('B', 'return nodes.A.n')), ['B'], 'CODE_READS'],
    ['code that reads the trigger', chain(log('A'), code('B', 'return trigger.n')), ['B'], 'CODE_READS'],
    ['what code behind reads', chain(log('A'), code('B', 'return nodes.A.n')), ['A'], 'CODE_READS'],
    ['a step read as a whole', chain(log('A'), fetch('X'), fetch('B', '{{#A}}{{n}}{{/A}}')), ['B'], 'READS_WHOLE'],
    [
      'a step read before it',
      wired([log('A'), log('B', '{{A.n}}'), log('C')], ['start>A', 'start>B', 'A>C']),
      ['A'],
      'READ_BESIDE',
    ],
    [
      'a wait whose address is told outside',
      chain(fetch('A', '{{execution.resumeUrl}}'), { id: 'W', type: 'wait-for-webhook' }),
      ['W'],
      'ADDRESS',
    ],
    [
      'steps of different loops',
      documentOf([start, { id: 'L', type: 'loop' }, { ...log('A'), parent: 'L' }, log('B')], ['start>L', 'L>B']),
      ['A', 'B'],
      'NOT_TOGETHER',
    ],
  ])('%s', (_what, document, nodeIds, code) => {
    expect(converted(document, nodeIds)).toBe(code);
  });
});

/** A workflow of up to nine steps, most of them reading steps before them in one way or another. */
const documents = fc
  .array(
    fc.record({
      type: fc.constantFrom('http-request', 'http-request', 'log', 'no-op', 'condition'),
      from: fc.array(fc.record({ back: fc.nat(2), port: fc.constantFrom('true', 'false') }), {
        minLength: 1,
        maxLength: 2,
      }),
      reads: fc.array(fc.record({ of: fc.nat(8), form: fc.nat(6) }), { maxLength: 2 }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((steps) => {
    const before: string[][] = [[]];
    const edges = steps.flatMap(({ from }, at) => {
      const sources = from.map(({ back, port }) => ({ place: Math.max(0, at - back), port }));
      before.push([...new Set(sources.flatMap(({ place }) => [...(before[place] ?? []), nameAt(place)]))]);
      return sources.map(({ place, port }) => {
        const isFork = steps[place - 1]?.type === 'condition';
        return `${nameAt(place)}${isFork ? `:${port}` : ''}>${nameAt(at + 1)}`;
      });
    });
    const nodes = steps.map(({ type, reads }, at): NodeSketch => {
      const values = reads.map(({ of, form }) =>
        readOf(before[at + 1]?.at(-1 - (of % before.length)) ?? 'start', form),
      );
      return { id: nameAt(at + 1), type, config: configOf(type, values) };
    });
    return documentOf([start, ...nodes], [...new Set(edges)]);
  });

function nameAt(place: number): string {
  return place === 0 ? 'start' : `S${place - 1}`;
}

function configOf(type: string, values: readonly Json[]): Json {
  if (type === 'condition') return { test: '{{trigger.ok}}' };
  if (type === 'log') return { message: [...values] };
  return type === 'no-op' ? {} : { url: 'https://x', body: [...values] };
}

function readOf(name: string, form: number): Json {
  const root = name === 'start' ? 'trigger' : name;
  const forms: readonly Json[] = [
    `{{${root}.got}}`,
    root === name ? `{{${root}.data.got}}` : '{{trigger.ok}}',
    { $expr: `has(${root}.got) ? ${root}.got : "none"` },
    { $expr: `coalesce(${root}.got, "nothing")` },
    '{{input.got}}',
    '{{trigger.got}} {{#trigger.list}}{{.}}{{/trigger.list}}',
    { $expr: `coalesce(nodes["${root}"].data.got, ${root}.n, 1)` },
  ];
  return forms[form] ?? null;
}

it('runs come to the same result, whatever is converted', () => {
  let count = 0;
  fc.assert(
    fc.property(documents, fc.array(fc.nat(8), { minLength: 1, maxLength: 5 }), (document, chosen) => {
      const nodeIds = chosen.map((place) => `S${place}`);
      const both = converted(document, nodeIds);
      if (typeof both === 'string') return;
      count += 1;
      const options = { lookup, checkExpressions: expressions.checkExpressions };
      expect(checks.validateDocument(both.child, options).filter(({ severity }) => severity === 'error')).toEqual([]);
      const triggers: readonly Json[] = [
        { ok: true, got: 5, list: [1, 2] },
        { ok: false, got: 'x', n: 3 },
        { ok: false },
      ];
      for (const trigger of triggers) {
        const before = runOf(document, trigger);
        if (before !== undefined) expect(runOf(both.parent, trigger, both.child)).toEqual(before);
      }
    }),
    { numRuns: 800 },
  );
  expect(count).toBeGreaterThan(100);
});
