import { interruptions, liveInputs } from './inputs';
import { Scenario, isoAt } from './testing/scenario';

describe('liveInputs', () => {
  it('gives the values on live edges in document order', () => {
    const told = new Scenario({
      nodes: { t: {}, a: {}, b: {}, c: {}, j: {} },
      edges: ['t>a', 't>b', 't>c', 'c:true>j', 'b>j', 'a:false>j', 'a:true>j'],
    }).start();
    told.complete('t').complete('a', 'true', 'main').complete('b').begin('c');
    const inputs = liveInputs(told.graph, told.state, 'j');

    expect(inputs.map((input) => [input.edge.id, input.ref])).toEqual([
      ['b>j', { value: 'b' }],
      ['a:true>j', { value: 'a' }],
    ]);
  });

  it('gives nothing for the trigger or for a node that is not there', () => {
    const told = new Scenario({ nodes: { t: {} }, edges: [] }).start();

    expect(liveInputs(told.graph, told.state, 't')).toEqual([]);
    expect(liveInputs(told.graph, told.state, 'gone')).toEqual([]);
  });

  it('does not see what every object has as a value', () => {
    const told = new Scenario({ nodes: { t: {}, a: {} }, edges: ['t:toString>a'] }).start().complete('t');

    expect(liveInputs(told.graph, told.state, 'a')).toEqual([]);
  });
});

describe('interruptions', () => {
  it('names every node recorded as running, with its attempt', () => {
    const told = new Scenario({ nodes: { t: {}, a: {}, b: {}, c: {} }, edges: ['t>a', 't>b', 't>c'] }).start();
    told
      .complete('t')
      .begin('a', 4)
      .begin('b')
      .begin('c')
      .wait('c', { kind: 'timer', until: isoAt(1) });

    expect(interruptions(told.state)).toEqual([
      { type: 'node.interrupted', nodeId: 'a', attempt: 4 },
      { type: 'node.interrupted', nodeId: 'b', attempt: 1 },
    ]);
    expect(interruptions(told.append(...interruptions(told.state)).state)).toEqual([]);
  });
});
