import type { PlannedFault } from './faults';
import { planFaults } from './faults';
import type { PlannedStart } from './operations';
import { planStarts } from './operations';
import { Random } from './random';
import type { PlannedWorkflow } from './workflows';
import { planWorkflows } from './workflows';

/** What is asked of a run of the suite. */
export interface Wanted {
  readonly seed: number;
  /** Runs that are started from outside; their children, and what events and schedules start, come on top. */
  readonly runs: number;
  /** Milliseconds over which starts and faults are spread. */
  readonly lastsMs: number;
  /** Milliseconds between two faults, on average. */
  readonly faultEveryMs: number;
}

/** Everything that will be done, in advance. */
export interface Plan extends Wanted {
  readonly workflows: readonly PlannedWorkflow[];
  readonly starts: readonly PlannedStart[];
  readonly faults: readonly PlannedFault[];
}

/** The same for the same seed and figures. */
export function planOf(wanted: Wanted): Plan {
  const { seed, runs, lastsMs, faultEveryMs } = wanted;
  const random = new Random(seed);
  const workflows = planWorkflows(random.fork());
  const starts = planStarts(random.fork(), { runs, lastsMs, workflows });
  return { ...wanted, workflows, starts, faults: planFaults(random.fork(), { lastsMs, everyMs: faultEveryMs }) };
}
