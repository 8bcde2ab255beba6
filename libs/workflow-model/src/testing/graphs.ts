import fc from 'fast-check';
import type { WorkflowDocument } from '../document';
import { documentOf } from './documents';

interface GraphShape {
  readonly size: number;
  readonly pairs: readonly (readonly [number, number])[];
}

const shape = (maxNodes: number): fc.Arbitrary<GraphShape> =>
  fc.integer({ min: 1, max: maxNodes }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: size * 3 }),
    }),
  );

function drawn({ size, pairs }: GraphShape, order: readonly number[]): WorkflowDocument {
  const names = Array.from({ length: size }, (_, index) => `n${index}`);
  return documentOf(
    order.map((index) => names[index] ?? ''),
    pairs.map(([from, to], index) => ({ id: `e${index}`, source: names[from], target: names[to] })),
  );
}

/** Any graph: with cycles, loops, repeated edges and parts of its own. */
export const anyGraph = (maxNodes = 12): fc.Arbitrary<WorkflowDocument> =>
  shape(maxNodes).map((graph) => drawn(graph, [...Array(graph.size).keys()]));

/** A graph without cycles whose nodes stand in any order in the document. */
export const acyclicGraph = (maxNodes = 12): fc.Arbitrary<WorkflowDocument> =>
  shape(maxNodes).chain((graph) =>
    fc
      .shuffledSubarray([...Array(graph.size).keys()], { minLength: graph.size, maxLength: graph.size })
      .map((order) => drawn({ size: graph.size, pairs: graph.pairs.filter(([from, to]) => from < to) }, order)),
  );
