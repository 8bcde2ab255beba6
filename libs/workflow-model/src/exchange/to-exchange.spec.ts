import fc from 'fast-check';
import type { WorkflowDocument } from '../document';
import { lookup } from '../testing/catalogue';
import { documentOf } from '../testing/documents';
import { acyclicGraph } from '../testing/graphs';
import { fromExchange } from './from-exchange';
import { toExchange } from './to-exchange';

function thereAndBack(document: WorkflowDocument): unknown {
  return fromExchange(JSON.parse(JSON.stringify(toExchange(document))), lookup);
}

describe('toExchange', () => {
  const document = documentOf(
    [
      { id: 't', type: 'webhook-trigger', config: { path: 'orders' } },
      { id: 'b', type: 'condition', config: { field: 'a', operator: 'exists' } },
      { id: 'a', type: 'http-request', typeVersion: 1, config: { url: 'x' } },
    ],
    ['t>a', 'a>b'],
    { version: '1.2.0', metadata: { author: 'me', tags: ['x'] } },
  );

  it('writes triggers and actions as the source documents do', () => {
    const { nodes } = toExchange(document);
    expect(nodes).toMatchObject([
      { id: 't', type: 'trigger', config: { triggerType: 'webhook', path: 'orders' } },
      { id: 'b', type: 'condition', config: { field: 'a', operator: 'exists' } },
      { id: 'a', type: 'action', config: { actionId: 'http-request', url: 'x' } },
    ]);
  });

  it('names the slots of accounts, and the accounts only when asked', () => {
    const withAccount = documentOf([{ id: 'a', type: 'http-request', credentials: { account: 'c1' } }], []);
    expect(toExchange(withAccount)['nodes']).toMatchObject([{ credentials: ['account'] }]);
    expect(toExchange(withAccount, { credentialIds: true })['nodes']).toMatchObject([
      { credentials: { account: 'c1' } },
    ]);
    const { document: read, problems } = fromExchange(toExchange(withAccount), lookup);
    expect(read?.nodes[0]).not.toHaveProperty('credentials');
    expect(problems).toMatchObject([{ code: 'CREDENTIAL_NOT_INCLUDED', severity: 'warning', nodeId: 'a' }]);
    const whole = fromExchange(toExchange(withAccount, { credentialIds: true }), lookup);
    expect(whole.document?.nodes[0]?.credentials).toEqual({ account: 'c1' });
  });

  it('adds the order in which the nodes run', () => {
    expect(toExchange(document)).toMatchObject({ version: '1.2.0', executionOrder: ['t', 'a', 'b'] });
  });

  it('leaves nothing undefined', () => {
    const loose = { ...document, nodes: document.nodes.map((node) => ({ ...node, description: undefined })) };
    expect(JSON.stringify(toExchange(loose))).toBe(JSON.stringify(toExchange(document)));
    expect((toExchange(loose)['nodes'] as object[])[0]).not.toHaveProperty('description');
  });

  it('changes nothing in place', () => {
    const copy = structuredClone(document);
    toExchange(document);
    expect(document).toEqual(copy);
  });

  it('leaves a node in our own form whose config uses the key for itself', () => {
    const own = documentOf([
      { id: 't', type: 'webhook-trigger', config: { triggerType: 'mine' } },
      { id: 'a', type: 'acme/thing', config: { actionId: 'mine' } },
    ]);
    expect(toExchange(own)['nodes']).toMatchObject([{ type: 'webhook-trigger' }, { type: 'acme/thing' }]);
    expect(thereAndBack(own)).toEqual({ document: own, problems: [] });
  });

  it('is read back as the same document, also with types that the catalogue does not know', () => {
    const types = [
      'manual-trigger',
      'schedule-trigger',
      'http-request',
      'condition',
      'approval-gate',
      'timer',
      'acme/unknown',
    ];
    fc.assert(
      fc.property(acyclicGraph(), fc.infiniteStream(fc.constantFrom(...types)), (graph, stream) => {
        const nodes = graph.nodes.map((node) => ({ ...node, type: stream.next().value }));
        const seen = new Set<string>();
        const edges = graph.edges.filter(
          (edge) => !seen.has(`${edge.source} ${edge.target}`) && seen.add(`${edge.source} ${edge.target}`),
        );
        const made = { ...graph, nodes, edges };
        expect(thereAndBack(made)).toEqual({ document: made, problems: [] });
      }),
    );
  });
});
