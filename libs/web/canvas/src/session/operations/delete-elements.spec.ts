import fc from 'fast-check';
import { applyEdit, findCycle } from '@millrace/workflow-model';
import { after, contextOf, documentOf, done, refusalOf, wires } from '../testing/documents';
import { type Bridge, deleteElements } from './delete-elements';

const chain = documentOf([{ id: 't', type: 'manual-trigger' }, 'a', 'b', 'c'], ['t>a', 'a>b', 'b>c']);
const left = (document: typeof chain, nodeIds: string[], bridge?: Bridge) =>
  wires(after(document, deleteElements(contextOf(document), { nodeIds }, bridge)));

describe('deleting nodes', () => {
  it('joins the neighbours of a node with one way in and one way out', () => {
    expect(left(chain, ['a'])).toEqual(['b>c', 't>b']);
  });

  it('joins over several nodes that are a chain', () => {
    expect(left(chain, ['a', 'b'])).toEqual(['t>c']);
  });

  it('keeps the ports on both sides', () => {
    const document = documentOf([{ id: 'c', type: 'condition' }, 'a', 'b'], ['c:false>a', 'a>b']);
    expect(left(document, ['a'])).toEqual(['c:false>b']);
  });

  it('joins each of several separate chains', () => {
    const document = documentOf(['a', 'x', 'b', 'c', 'y', 'd'], ['a>x', 'x>b', 'c>y', 'y>d']);
    expect(left(document, ['x', 'y'])).toEqual(['a>b', 'c>d']);
  });

  it('joins nothing when it is not clear what belongs together', () => {
    const document = documentOf(['a', 'b', 'x', 'c', 'd'], ['a>x', 'b>x', 'x>c', 'x>d']);
    expect(left(document, ['x'])).toEqual([]);
  });

  it('joins all with all when asked to', () => {
    const document = documentOf(['a', 'b', 'x', 'c', 'd'], ['a>x', 'b>x', 'x>c', 'x>d']);
    expect(left(document, ['x'], 'always')).toEqual(['a>c', 'a>d', 'b>c', 'b>d']);
  });

  it('joins nothing when asked not to', () => {
    expect(left(chain, ['a'], 'never')).toEqual(['b>c']);
  });

  it('joins nothing over a part that branches inside', () => {
    const document = documentOf(['a', 'x', 'y', 'z', 'w', 'b'], ['a>x', 'x>y', 'x>z', 'y>w', 'z>w', 'w>b']);
    expect(left(document, ['x', 'y', 'z', 'w'])).toEqual([]);
  });

  it('adds no edge that is there already', () => {
    const document = documentOf(['a', 'x', 'b'], ['a>x', 'x>b', 'a>b']);
    expect(left(document, ['x'])).toEqual(['a>b']);
  });

  it('joins nothing over an edge that is deleted along', () => {
    const operation = deleteElements(contextOf(chain), { nodeIds: ['a'], edgeIds: ['t>a'] });
    expect(wires(after(chain, operation))).toEqual(['b>c']);
  });

  it('never makes a cycle, and leaves no edge of what is gone', () => {
    const graphs = fc.integer({ min: 2, max: 9 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        pairs: fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14, selector: String }),
        gone: fc.uniqueArray(fc.nat(size - 1), { minLength: 1 }),
        bridge: fc.constantFrom<Bridge>('auto', 'always', 'never'),
      }),
    );
    fc.assert(
      fc.property(graphs, ({ size, pairs, gone, bridge }) => {
        const ids = Array.from({ length: size }, (_, place) => `n${place}`);
        const edges = pairs.filter(([from, to]) => from < to).map(([from, to]) => `n${from}>n${to}`);
        const document = documentOf(ids, edges);
        const nodeIds = gone.map((place) => `n${place}`);
        const result = applyEdit(document, done(deleteElements(contextOf(document), { nodeIds }, bridge)).edit);
        const present = new Set(result.nodes.map((node) => node.id));
        expect(findCycle(result)).toBeUndefined();
        expect(result.edges.every((edge) => present.has(edge.source) && present.has(edge.target))).toBe(true);
        expect(new Set(wires(result)).size).toBe(result.edges.length);
      }),
    );
  });
});

describe('deleting other things', () => {
  const note = { id: 'note', text: '', position: { x: 0, y: 0 }, size: { width: 100, height: 100 } };
  const document = documentOf(['a', 'b'], ['a>b'], {
    notes: [note],
    groups: [{ id: 'g', label: 'G', nodeIds: ['a', 'b'] }],
  });

  it.each([
    [{ edgeIds: ['a>b'] }, 'Delete connection'],
    [{ noteIds: ['note'] }, 'Delete note'],
    [{ nodeIds: ['a'] }, 'Delete a'],
    [{ nodeIds: ['a', 'b'], noteIds: ['note'] }, 'Delete 3 elements'],
  ])('says what it did: %j', (elements, label) => {
    expect(done(deleteElements(contextOf(document), elements)).label).toBe(label);
  });

  it('takes a group away without its nodes', () => {
    const result = after(document, deleteElements(contextOf(document), { groupIds: ['g'] }));
    expect([result.groups.length, result.nodes.length]).toEqual([0, 2]);
  });

  it('takes a group along when all its nodes go', () => {
    expect(after(document, deleteElements(contextOf(document), { nodeIds: ['a', 'b'] })).groups).toEqual([]);
    expect(after(document, deleteElements(contextOf(document), { nodeIds: ['a'] })).groups[0]?.nodeIds).toEqual(['b']);
  });

  it('refuses to delete nothing', () => {
    expect(refusalOf(deleteElements(contextOf(document), {}))).toBe('NOTHING_SELECTED');
    expect(refusalOf(deleteElements(contextOf(document), { nodeIds: ['gone'] }))).toBe('NOTHING_SELECTED');
  });
});
