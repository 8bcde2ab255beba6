import type { EditorSession } from '../../session/editor-session';
import type { RunPlan } from '../../session/run/run-plan';

/** What the Run step button says and does. */
export interface RunStep {
  readonly label: string;
  /** Why it cannot be run now, for people; undefined when it can. */
  readonly reason?: string;
  readonly plan: RunPlan;
}

/** Whether a node can be run by itself just now, and what that would run. Read inside a `computed`. */
export function runStepOf(session: EditorSession, nodeId: string): RunStep {
  const plan = session.dirty.plan(nodeId, 'step');
  const loop = session.index().loopsAround(nodeId).at(-1);
  const whole = loop === undefined ? 'Run step' : `Run ${session.node(loop)?.label ?? 'loop'}`;
  const label = plan.runsPrevious ? 'Run previous nodes & this' : whole;
  const reason = reasonAgainst(session, nodeId, plan);
  return { label, plan, ...(reason !== undefined && { reason }) };
}

function reasonAgainst(session: EditorSession, nodeId: string, plan: RunPlan): string | undefined {
  if (session.isReadonly()) return 'This view shows a run; open the draft to run nodes.';
  if (session.run.isLive()) return 'A run is going on. Wait for it, or stop it.';
  const node = session.node(nodeId);
  if (node?.enabled === false) return 'This node is disabled. Enable it first.';
  const own = session.problems.of(nodeId).filter(({ severity }) => severity === 'error');
  if (own.some(({ code }) => /REQUIRED|MISSING_PARAM/.test(code))) return 'Complete required fields first.';
  if (own[0] !== undefined) return `Fix this node first: ${own[0].message}`;
  const broken = plan.run.find(
    (id) => id !== nodeId && session.problems.of(id).some(({ severity }) => severity === 'error'),
  );
  return broken === undefined ? undefined : `Fix “${session.node(broken)?.label ?? broken}” first.`;
}
