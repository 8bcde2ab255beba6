import type { ExecutionEvent, ValueRef } from '@millrace/engine';
import type { RunSnapshot } from '@millrace/web-canvas';
import { comparedRun, comparedSteps } from './compared-steps';

type Facts = { readonly at: number; readonly ms?: number; readonly value?: ValueRef; readonly fails?: string };

/** A run of these steps, each with what came of it. */
function run(steps: Readonly<Record<string, Facts | null>>) {
  const ids = Object.keys(steps);
  const events: object[] = [
    { type: 'workflow.started', triggerNodeId: ids[0], trigger: { value: null }, only: undefined, atMs: 0 },
  ];
  for (const [nodeId, facts] of Object.entries(steps)) {
    if (facts === null) continue;
    const { at, ms = 10, value, fails } = facts;
    const common = { nodeId, attempt: 1, startedAtMs: at, durationMs: ms, atMs: at + ms };
    const error = { code: 'X', message: fails, fault: 'user' };
    events.push(
      fails === undefined
        ? { ...common, type: 'node.completed', ports: value ? { main: value } : {} }
        : { ...common, type: 'node.failed', error },
    );
  }
  const document = { nodes: ids.map((id) => ({ id, label: id.toUpperCase() })), edges: [] };
  const numbered = events.map((event, index) => ({ ...event, seq: index + 1 })) as ExecutionEvent[];
  return comparedRun({ executionId: 'r', document, events: numbered } as unknown as RunSnapshot);
}

const one = { value: { price: 1 } };
const two = { value: { price: 2 } };

it('tells status, duration and whether the output is the same', () => {
  const before = run({ a: { at: 0, value: one }, b: { at: 20, value: one } });
  const after = run({ a: { at: 0, value: one }, b: { at: 20, ms: 50, value: two } });
  expect(comparedSteps(before, after)).toMatchObject([
    { nodeId: 'a', label: 'A', slowerMs: 0, output: 'same', isDifferent: false },
    { nodeId: 'b', label: 'B', slowerMs: 40, output: 'different', isDifferent: true },
  ]);
});

it('a step that failed once only is different, and so is one that failed for another reason', () => {
  const [step] = comparedSteps(run({ a: { at: 0, value: one } }), run({ a: { at: 0, fails: 'timed out' } }));
  expect(step).toMatchObject({
    isDifferent: true,
    output: 'different',
    after: { status: 'failed', error: 'timed out' },
  });
  const [both] = comparedSteps(run({ a: { at: 0, fails: 'refused' } }), run({ a: { at: 0, fails: 'timed out' } }));
  expect(both).toMatchObject({ isDifferent: true, output: 'none' });
});

it('a step that one version does not have has one side', () => {
  const steps = comparedSteps(run({ a: { at: 0 } }), run({ a: { at: 0 }, b: { at: 5 } }));
  expect(steps.map(({ nodeId, before, after }) => [nodeId, before !== undefined, after !== undefined])).toEqual([
    ['a', true, true],
    ['b', false, true],
  ]);
});

it('steps stand in the order in which they began; those that did not come last', () => {
  const steps = comparedSteps(
    run({ x: null, a: { at: 0 }, b: { at: 5 } }),
    run({ x: null, b: { at: 0 }, a: { at: 5 } }),
  );
  expect(steps.map(({ nodeId }) => nodeId)).toEqual(['b', 'a', 'x']);
  expect(steps[2]).toMatchObject({ before: { status: 'pending' }, output: 'none', isDifferent: false });
});

it('large values are told apart by their size, else they have to be read', () => {
  const large = (payloadId: string, bytes: number) => ({ a: { at: 0, value: { payloadId, bytes } } });
  const output = (...runs: [ReturnType<typeof large>, ReturnType<typeof large>]) =>
    comparedSteps(run(runs[0]), run(runs[1]))[0]?.output;
  expect(output(large('p', 9), large('p', 9))).toBe('same');
  expect(output(large('p', 9), large('q', 8))).toBe('different');
  expect(output(large('p', 9), large('q', 9))).toBe('unknown');
  expect(comparedSteps(run({ a: { at: 0, value: one } }), run(large('q', 9)))[0]?.output).toBe('different');
});
