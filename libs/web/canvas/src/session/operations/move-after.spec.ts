import { after, contextOf, documentOf, refusalOf, wires } from '../testing/documents';
import { moveAfter } from './move-after';

describe('moving a step in the outline', () => {
  const chain = documentOf([{ id: 't', type: 'manual-trigger' }, 'a', 'b', 'c'], ['t>a', 'a>b', 'b>c']);
  const moved = (nodeId: string, afterId: string, port?: string) =>
    wires(after(chain, moveAfter(contextOf(chain), nodeId, afterId, port))).sort();

  it('moves it up, down and to the end', () => {
    expect(moved('c', 't')).toEqual(['a>b', 'c>a', 't>c']);
    expect(moved('a', 'b')).toEqual(['a>c', 'b>a', 't>b']);
    expect(moved('a', 'c')).toEqual(['b>c', 'c>a', 't>b']);
  });

  it('puts it into the branch that is named', () => {
    const document = documentOf([{ id: 'c', type: 'condition' }, 'a', 'b'], ['c:true>a', 'a>b']);
    expect(wires(after(document, moveAfter(contextOf(document), 'b', 'c', 'false')))).toEqual([
      'c:true>a',
      'c:false>b',
    ]);
  });

  it('refuses triggers, nodes that branch, itself and what is not there', () => {
    const branching = documentOf([{ id: 'c', type: 'condition' }, 'a', 'b', 'd'], ['c:true>a', 'c:false>b', 'a>d']);
    expect(refusalOf(moveAfter(contextOf(chain), 't', 'a'))).toBe('INTO_TRIGGER');
    expect(refusalOf(moveAfter(contextOf(branching), 'c', 'd'))).toBe('NOT_A_CHAIN');
    expect(refusalOf(moveAfter(contextOf(chain), 'a', 'a'))).toBe('NOTHING_CHANGED');
    expect(refusalOf(moveAfter(contextOf(chain), 'a', 'gone'))).toBe('NO_SUCH_NODE');
    expect(refusalOf(moveAfter(contextOf(chain), 'a', 'b', 'odd'))).toBe('NO_SUCH_PORT');
  });
});
