import type { WorkflowEdge } from '@millrace/workflow-model';
import type { ForkPlan } from './fork-api';
import { planGroups } from './plan-groups';

type Step = ForkPlan['steps'][number];

const step = (nodeId: string, fate: Step['fate'], reason: Step['reason'], turns: Step['turns'] = null): Step => ({
  ...{ nodeId, fate, reason, turns },
  ...{ label: nodeId.toUpperCase(), type: 'no-op', hasEffects: false },
});
const edge = (source: string, target: string): WorkflowEdge => ({
  ...{ id: `${source}${target}`, source, target },
  ...{ sourceHandle: 'main', targetHandle: 'main' },
});

it('tells what runs before what is taken over, each with why', () => {
  const steps = [
    step('a', 'REUSED', 'SAME'),
    step('b', 'AGAIN', 'FORK_POINT'),
    step('c', 'AGAIN', 'AFTER'),
    step('d', 'NEW', 'NEVER_RAN'),
    step('e', 'SKIPPED', 'DEAD_PATH'),
    step('f', 'AGAIN', 'INPUT_CHANGED'),
  ];
  const edges = [edge('a', 'b'), edge('b', 'c'), edge('b', 'f'), edge('c', 'f'), edge('d', 'f')];
  const told = planGroups(steps, edges).map(({ heading, steps: own }) => [
    heading,
    ...own.map(({ label, why }) => `${label}: ${why}`),
  ]);
  expect(told).toEqual([
    ['Run again', 'B: you chose it', 'C: it comes after B', 'F: its input may change: B and C and 1 more run again'],
    ['Run for the first time', 'D: it was never reached'],
    ['Not run: results are reused', 'A: unchanged, like all before it'],
    ['Not run: on a branch that is not taken', 'E: its branch is not taken'],
  ]);
});

it('tells the turns of a loop with why it runs', () => {
  const [group] = planGroups([step('each', 'AGAIN', 'INSIDE', { kept: 3, again: [1] })], []);
  expect(group?.steps[0]?.why).toBe('3 turns kept, turn 2 again');
});
