import { after, contextOf, documentOf, done, refusalOf, wires } from '../testing/documents';
import { replaceNode } from './replace-node';

describe('replacing a node', () => {
  const document = documentOf(
    [
      { id: 't', type: 'manual-trigger' },
      {
        id: 'x',
        label: 'Step',
        type: 'http-request',
        description: 'why',
        config: { url: 'https://a', method: 'POST', body: 1 },
        settings: { onError: 'continue' },
      },
      'b',
    ],
    ['t>x', 'x>b'],
  );

  it('keeps name, place, wires, settings and params of the same name', () => {
    const replaced = after(document, replaceNode(contextOf(document), 'x', 'log'));
    expect(replaced.nodes[1]).toEqual({ ...document.nodes[1], type: 'log', config: { url: 'https://a' } });
    expect(wires(replaced)).toEqual(['t>x', 'x>b']);
  });

  it('keeps a template whatever the types, and drops a literal of another type', () => {
    const nodes = (value: unknown) => documentOf([{ id: 'x', type: 'webhook-trigger', config: { path: value } }]);
    const other = (value: unknown) => {
      const made = nodes(value);
      return after(made, replaceNode(contextOf(made), 'x', 'http-request')).nodes[0]?.config;
    };
    expect(other('{{trigger.path}}')).toEqual({});
  });

  it('moves wires of ports that are gone to the ports that come instead', () => {
    const branching = documentOf([{ id: 'c', type: 'condition' }, 'a', 'b'], ['c:true>a', 'c:false>b']);
    expect(wires(after(branching, replaceNode(contextOf(branching), 'c', 'log')))).toEqual(['c>a', 'c>b']);
    const plain = documentOf(['c', 'a'], ['c>a']);
    expect(wires(after(plain, replaceNode(contextOf(plain), 'c', 'condition')))).toEqual(['c:true>a']);
  });

  it('keeps the wires of ports that both have', () => {
    const routed = documentOf(
      [{ id: 'c', type: 'condition', settings: { onError: 'error-port' } }, 'a', 'b'],
      ['c:error>a', 'c:true>b'],
    );
    expect(wires(after(routed, replaceNode(contextOf(routed), 'c', 'log')))).toEqual(['c:error>a', 'c>b']);
  });

  it('lets no two wires be the same', () => {
    const twice = documentOf([{ id: 'c', type: 'condition' }, 'a'], ['c:true>a', 'c:false>a']);
    expect(wires(after(twice, replaceNode(contextOf(twice), 'c', 'log')))).toEqual(['c>a']);
  });

  it('drops wires when nothing comes out any more', () => {
    expect(wires(after(document, replaceNode(contextOf(document), 'x', 'stop')))).toEqual(['t>x']);
  });

  it('selects the node, says what it did and refuses what cannot be', () => {
    expect(done(replaceNode(contextOf(document), 'x', 'log'))).toMatchObject({
      label: 'Replace with Log',
      select: { nodeIds: ['x'] },
    });
    expect(refusalOf(replaceNode(contextOf(document), 'x', 'manual-trigger'))).toBe('INTO_TRIGGER');
    expect(refusalOf(replaceNode(contextOf(document), 'x', 'nope'))).toBe('UNKNOWN_TYPE');
    expect(refusalOf(replaceNode(contextOf(document), 'gone', 'log'))).toBe('NO_SUCH_NODE');
  });
});
