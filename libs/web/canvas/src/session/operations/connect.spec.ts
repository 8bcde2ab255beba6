import { after, contextOf, documentOf, done, refusalOf, wires } from '../testing/documents';
import { connect, disconnect, reconnect, whyNotConnect } from './connect';

const document = documentOf(
  [
    { id: 'start', type: 'manual-trigger' },
    { id: 'check', type: 'condition' },
    'a',
    'b',
    { id: 'end', type: 'stop' },
    { id: 'odd', type: 'nobody-knows' },
  ],
  ['start>check', 'check:true>a', 'a>b'],
);
const context = contextOf(document);
const at = (nodeId: string, port?: string) => ({ nodeId, ...(port && { port }) });

describe('connecting', () => {
  it('joins two ports and selects the edge', () => {
    const operation = done(connect(context, at('check', 'false'), at('b')));
    expect(wires(after(document, operation))).toContain('check:false>b');
    expect(operation.select?.edgeIds).toHaveLength(1);
  });

  it.each([
    ['a node with itself', at('a'), at('a'), 'SELF_LOOP'],
    ['anything with a trigger', at('a'), at('start'), 'INTO_TRIGGER'],
    ['what is connected already', at('a'), at('b'), 'DUPLICATE_EDGE'],
    ['a node with one before it', at('b'), at('check'), 'CYCLE'],
    ['an output that is not there', at('check', 'maybe'), at('b'), 'NO_SUCH_PORT'],
    ['an output of a node without any', at('end'), at('b'), 'NO_OUTPUT'],
    ['an input that is not there', at('a'), at('end', 'second'), 'NO_SUCH_PORT'],
    ['a node that is gone', at('a'), at('gone'), 'NO_SUCH_NODE'],
  ])('refuses to join %s', (_what, from, to, code) => {
    expect(refusalOf(connect(context, from, to))).toBe(code);
    expect(whyNotConnect(context, from, to)?.refused).toMatch(/\w/);
  });

  it('lets the same nodes be joined by another port', () => {
    expect(whyNotConnect(context, at('check', 'false'), at('a'))).toBeUndefined();
  });

  it('lets the error port be used once failures go there', () => {
    const routed = documentOf([{ id: 'a', settings: { onError: 'error-port' } }, 'b']);
    expect(whyNotConnect(contextOf(routed), at('a', 'error'), at('b'))).toBeUndefined();
    expect(refusalOf(whyNotConnect(context, at('a', 'error'), at('end')))).toBe('NO_SUCH_PORT');
  });

  it('follows the cases of a switch, and accepts any port of one that is computed', () => {
    const listed = { id: 's', type: 'switch', config: { cases: [{ id: 'big' }] } };
    const computed = { id: 's', type: 'switch', config: { cases: '{{trigger.cases}}' } };
    const ask = (node: typeof listed | typeof computed, port: string) =>
      whyNotConnect(contextOf(documentOf([node, 'b'])), at('s', port), at('b'))?.code;
    expect([ask(listed, 'big'), ask(listed, 'small'), ask(computed, 'small')]).toEqual([
      undefined,
      'NO_SUCH_PORT',
      undefined,
    ]);
  });

  it('knows no rules for the ports of a type that nobody knows', () => {
    expect(whyNotConnect(context, at('odd', 'x'), at('b'))).toBeUndefined();
    expect(whyNotConnect(context, at('a'), at('odd', 'y'))).toBeUndefined();
  });
});

describe('disconnecting', () => {
  it('takes the edge away', () => {
    expect(wires(after(document, disconnect(context, 'a>b')))).toEqual(['start>check', 'check:true>a']);
  });

  it('refuses an edge that is gone', () => {
    expect(refusalOf(disconnect(context, 'b>a'))).toBe('NO_SUCH_EDGE');
  });
});

describe('reconnecting', () => {
  it('moves the target end and keeps id, label and place', () => {
    const labelled = { ...document, edges: document.edges.map((edge) => ({ ...edge, label: 'yes' })) };
    const moved = after(labelled, reconnect(contextOf(labelled), 'check:true>a', { to: at('b') }));
    expect(wires(moved)).toEqual(['start>check', 'check:true>b', 'a>b']);
    expect(moved.edges[1]).toMatchObject({ id: 'check:true>a', label: 'yes' });
  });

  it('moves the source end', () => {
    const moved = after(document, reconnect(context, 'check:true>a', { from: at('check', 'false') }));
    expect(wires(moved)[1]).toBe('check:false>a');
  });

  it('does not count the moving edge as a way back, nor as a twin', () => {
    const chain = documentOf(['a', 'b', 'c'], ['a>b', 'b>c']);
    expect(refusalOf(connect(contextOf(chain), at('b'), at('a')))).toBe('CYCLE');
    expect(wires(after(chain, reconnect(contextOf(chain), 'a>b', { to: at('b') })))).toEqual(['a>b', 'b>c']);
  });

  it('refuses what connecting refuses', () => {
    expect(refusalOf(reconnect(context, 'a>b', { to: at('check') }))).toBe('CYCLE');
    expect(refusalOf(reconnect(context, 'a>b', { to: at('start') }))).toBe('INTO_TRIGGER');
    expect(refusalOf(reconnect(context, 'gone', { to: at('b') }))).toBe('NO_SUCH_EDGE');
  });
});
