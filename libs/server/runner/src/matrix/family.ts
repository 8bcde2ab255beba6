import { evolve, fold, initialState } from '@millrace/engine';
import type { ExecutionEvent, ExecutionState } from '@millrace/engine';
import type { RunnerRig, TestProcess } from '../testing/runner-rig';

/** A run and what it started, and so on. */
export async function familyOf(rig: RunnerRig, id: string): Promise<{ id: string; status: string }[]> {
  const { rows } = await rig.database.pool.query<{ id: string; status: string }>(
    `WITH RECURSIVE family AS (
       SELECT id, status FROM execution WHERE id = $1
       UNION ALL SELECT e.id, e.status FROM execution e JOIN family f ON e.started_by = 'execution:' || f.id::text)
     SELECT id, status FROM family`,
    [id],
  );
  return rows;
}

/** Resolves when somebody in the family waits, be it for another try. */
export async function familyWaits(rig: RunnerRig, id: string): Promise<void> {
  for (;;) {
    const ids = (await familyOf(rig, id)).map((one) => one.id);
    const { rows } = await rig.database.pool.query(
      `SELECT 1 FROM execution_event WHERE execution_id = ANY($1::uuid[]) AND type IN ('node.waiting', 'node.retrying')
         AND node_id = 'w' LIMIT 1`,
      [ids],
    );
    if (rows.length > 0) return;
    await breath();
  }
}

/** Sends the event to whoever in the family waits for it, until all have ended. */
export async function answerUntilEnded(rig: RunnerRig, worker: TestProcess, root: string, name: string): Promise<void> {
  for (;;) {
    const family = await familyOf(rig, root);
    const open = family.filter(({ status }) => !['completed', 'failed', 'cancelled'].includes(status));
    if (open.length === 0) return;
    const { rows } = await rig.database.pool.query<{ execution_id: string }>(
      'SELECT execution_id FROM wait WHERE execution_id = ANY($1::uuid[]) AND name = $2',
      [open.map(({ id }) => id), name],
    );
    for (const { execution_id: executionId } of rows) {
      // One answer ends all waits of that name, and perhaps the run.
      await worker.signals
        .deliver({ workspaceId: rig.workspaceId, executionId, name, payload: null })
        .catch((error: unknown) => expect(error).toMatchObject({ code: 'EXECUTION_ENDED' }));
    }
    await breath();
  }
}

function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 25));
}

/**
 * Follows a log event by event, and folds every beginning of it anew. Answers what is wrong: a state that depends on the way,
 * a state that changed after it was given, a seq with a gap, a wait without an end.
 */
export function replay(events: readonly ExecutionEvent[]): { faults: string[]; state: ExecutionState } {
  const faults: string[] = [];
  const seen: { state: ExecutionState; text: string }[] = [];
  let state = initialState();
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) faults.push(`event ${index + 1} has the seq ${event.seq}`);
    state = evolve(state, event);
    seen.push({ state, text: textOf(state) });
  }
  for (const [index, { state: then, text }] of seen.entries()) {
    if (textOf(then) !== text) faults.push(`the state after event ${index + 1} changed later`);
    if (textOf(fold(initialState(), events.slice(0, index + 1))) !== text)
      faults.push(`event ${index + 1} depends on the way`);
  }
  return { faults: [...faults, ...endFaults(state)], state };
}

function endFaults({ status, nodes, tally }: ExecutionState): string[] {
  if (!['completed', 'failed', 'cancelled'].includes(status)) return [`it is ${status}`];
  const open = [...nodes].filter(([, node]) => ['pending', 'running', 'waiting'].includes(node.status));
  const left = tally.running + tally.waiting + tally.again;
  return [
    ...open.map(([id, node]) => `${id} is ${node.status}`),
    ...(left > 0 ? [`${left} nodes are counted as open`] : []),
  ];
}

/** All of a state, maps too. */
function textOf(state: ExecutionState): string {
  return JSON.stringify(state, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value)
      ? [...(value as Iterable<unknown>)]
      : value,
  );
}
