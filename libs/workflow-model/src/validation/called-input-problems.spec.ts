import type { Json, JsonObject } from '../json';
import type { NodeDefinitionData } from '../node-definition';
import { parseDocument } from '../parse-document';
import { calledInputProblems } from './called-input-problems';
import { validateDocument } from './validate-document';

const call: NodeDefinitionData = {
  type: 'call',
  version: 1,
  title: 'Call',
  description: '',
  category: 'action',
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main' }],
  paramsSchema: {
    type: 'object',
    properties: { workflowId: { ui: { options: 'workflows' } }, input: { ui: { control: 'workflow-input' } } },
  },
  traits: {},
};
const lookup = (type: string) => (type === 'call' ? call : undefined);
const asked: JsonObject = {
  type: 'object',
  properties: { email: { title: 'E-mail' }, n: {}, note: {} },
  required: ['email', 'n'],
};
const contracts = new Map([['w1', { input: asked }]]);

function documentWith(config: JsonObject, rest: JsonObject = {}) {
  const { document } = parseDocument({
    id: 'd',
    name: 'D',
    nodes: [{ id: 'c', type: 'call', label: 'C', config, ...rest }],
    edges: [],
  });
  if (document === undefined) throw new Error('no document');
  return document;
}

const told = (config: JsonObject, rest?: JsonObject): string[] =>
  calledInputProblems(documentWith(config, rest), lookup, contracts).map(({ path }) => String(path));

describe('inputs of a workflow that a node runs', () => {
  it('are missed where they are required', () => {
    expect(calledInputProblems(documentWith({ workflowId: 'w1', input: { n: 1 } }), lookup, contracts)).toEqual([
      {
        code: 'CALLED_INPUT_MISSING',
        severity: 'error',
        message: 'Node "C" (c) runs a workflow that needs "E-mail"; fill it in.',
        nodeId: 'c',
        path: ['input', 'email'],
      },
    ]);
  });

  it.each<[string, JsonObject, string[]]>([
    ['nothing is filled in', { workflowId: 'w1', input: {} }, ['input,email', 'input,n']],
    ['a field was emptied', { workflowId: 'w1', input: { email: '', n: 0 } }, ['input,email']],
    ['all is filled in, by templates too', { workflowId: 'w1', input: { email: '{{x}}', n: null } }, []],
    ['what comes in is handed on', { workflowId: 'w1' }, []],
    ['only a run knows', { workflowId: 'w1', input: '{{x}}' }, []],
    ['an expression gives all of it', { workflowId: 'w1', input: { $expr: 'x' } }, []],
    ['the other workflow is not known', { workflowId: 'w2', input: {} }, []],
    ['only a run knows which one', { workflowId: '{{x}}', input: {} }, []],
  ])('when %s', (_when, config: JsonObject, expected: Json) => {
    expect(told(config)).toEqual(expected);
  });

  it('are not missed in a node that is switched off', () => {
    expect(told({ workflowId: 'w1', input: {} }, { enabled: false })).toEqual([]);
  });

  it('are looked at with everything else once they are known', () => {
    const document = documentWith({ workflowId: 'w1', input: {} });
    const codes = (known?: typeof contracts): string[] =>
      validateDocument(document, { lookup, ...(known && { contracts: known }) }).map(({ code }) => code);
    expect(codes(contracts)).toContain('CALLED_INPUT_MISSING');
    expect(codes()).not.toContain('CALLED_INPUT_MISSING');
  });
});
