import { definitionOf, documentOf } from '../testing/documents';
import type { NodeDefinitionData } from '../node-definition';
import type { WorkflowNode } from '../document';
import { validateDocument } from './validate-document';

const send = definitionOf({
  type: 'send',
  title: 'Send',
  paramsSchema: { type: 'object', properties: { mode: { type: 'string', default: 'api' } } },
  credentials: [
    { id: 'account', title: 'Mail account', types: ['smtp'], required: true },
    { id: 'proxy', types: ['*'], required: false },
    { id: 'key', types: ['key'], required: true, showWhen: { param: 'mode', is: ['key', true] } },
  ],
});
const trigger = definitionOf({ type: 'manual-trigger', category: 'trigger', inputs: [], traits: { trigger: true } });
const lookup = (type: string): NodeDefinitionData | undefined => [send, trigger].find((other) => other.type === type);

function problemsOf(node: Partial<WorkflowNode>) {
  const document = documentOf(
    [
      { id: 't', type: 'manual-trigger' },
      { id: 's', type: 'send', ...node },
    ],
    ['t>s'],
  );
  return validateDocument(document, { lookup }).filter(({ code }) => code.startsWith('CREDENTIAL'));
}

describe('accounts of nodes', () => {
  it('are demanded where the node needs one', () => {
    expect(problemsOf({})).toEqual([
      {
        code: 'CREDENTIAL_REQUIRED',
        severity: 'error',
        message: expect.stringContaining('needs an account ("Mail account")'),
        nodeId: 's',
        path: ['nodes', 1, 'credentials', 'account'],
      },
    ]);
    expect(problemsOf({ credentials: { account: 'c1' } })).toEqual([]);
  });

  it('are not demanded of a disabled node', () => {
    expect(problemsOf({ enabled: false })).toEqual([]);
  });

  it.each([
    [{ mode: 'key' }, ['key']],
    [{ mode: 'other' }, []],
    [{ mode: '{{ trigger.mode }}' }, []],
    [{ mode: { $expr: 'trigger.mode' } }, []],
    [{}, []],
  ])('are demanded only while their slot counts: %j', (config, slots) => {
    const found = problemsOf({ config, credentials: { account: 'c1' } });
    expect(found.map(({ path }) => path?.at(-1))).toEqual(slots);
  });

  it('are warned about in a slot that the node does not have', () => {
    expect(problemsOf({ credentials: { account: 'c1', other: 'c2' } })).toMatchObject([
      { code: 'CREDENTIAL_SLOT_UNKNOWN', severity: 'warning', nodeId: 's' },
    ]);
  });
});
