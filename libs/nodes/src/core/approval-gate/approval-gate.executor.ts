import { NodeError, implementNode, suspended } from '@millrace/node-sdk';
import type { Outcome, RunContext, Wake } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Duration } from 'luxon';
import { MAX_WAIT_YEARS, instantAfter, isTooFar, parseDuration } from '../timer/duration';
import { approvalGateDefinition } from './approval-gate.definition';
import { promptOf } from './approval-prompt';
import type { GateParams } from './approval-prompt';

/** Sleeps until an answer comes, and goes on where the answer points. */
export const approvalGateNode = implementNode(approvalGateDefinition, {
  run: (ctx, params) => {
    const timeoutAt = timeoutOf(ctx, params);
    return suspended({
      kind: 'event',
      name: params.eventName ?? `approval_${ctx.node.id}`,
      ...(timeoutAt === undefined ? {} : { timeoutAt }),
      prompt: promptOf(ctx, params),
    });
  },
  resume: (ctx, _params, wake) => (wake.kind === 'event' ? answered(ctx, wake) : timedOut(ctx)),
});

function timeoutOf(ctx: RunContext, { timeoutHours, timeout }: GateParams): string | undefined {
  const wait = timeout === undefined ? Duration.fromObject({ hours: timeoutHours ?? 0 }) : parseDuration(timeout);
  if (wait === undefined || (timeout === undefined && timeoutHours === undefined)) return undefined;
  const dueMs = instantAfter(wait, ctx.nowMs, ctx.execution.timezone);
  if (!isTooFar(dueMs, ctx.nowMs)) return new Date(dueMs).toISOString();
  const message = `The gate would wait more than ${MAX_WAIT_YEARS} years. Give a shorter timeout.`;
  throw new NodeError({ code: 'APPROVAL_TIMEOUT_TOO_LONG', fault: 'user', message });
}

/** Only the boolean `true` approves: text, numbers and a missing field reject, so that nothing slips through by accident. */
function answered(ctx: RunContext, { payload, from }: Extract<Wake, { kind: 'event' }>): Outcome {
  const { record, ...answer } = isObject(payload) ? payload : {};
  const approved = answer['approved'] === true;
  const facts = isObject(record) ? recorded(record) : told(answer, from);
  return decided(ctx, approved ? 'approved' : 'rejected', {
    approved,
    ...facts,
    ...(Object.keys(answer).length === 0 ? {} : { answer }),
  });
}

/** What the server wrote down when it let somebody decide. */
function recorded({ reason, by, byId, via, at, votes, payload, diff }: JsonObject): JsonObject {
  const known = { reason, by, byId, via, decidedAt: at, votes, payload, diff };
  return Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== undefined && value !== null),
  ) as JsonObject;
}

/** An answer that came as a bare event, as in tests of a workflow. */
function told(answer: JsonObject, from: string | undefined): JsonObject {
  const reason = textIn(answer, 'reason') ?? textIn(answer, 'comment');
  const by = from ?? textIn(answer, 'by');
  return { ...(reason === undefined ? {} : { reason }), ...(by === undefined ? {} : { by }) };
}

function timedOut(ctx: RunContext): Outcome {
  return decided(ctx, 'timeout', { approved: false, reason: 'Nobody answered in time.' });
}

function decided(ctx: RunContext, port: 'approved' | 'rejected' | 'timeout', facts: JsonObject): Outcome {
  const decision = { decidedAt: new Date(ctx.nowMs).toISOString(), ...facts };
  const passed = isObject(ctx.input) ? ctx.input : { value: ctx.input };
  return { kind: 'output', ports: { [port]: { ...passed, decision } } };
}

function textIn(answer: JsonObject, key: string): string | undefined {
  const value = answer[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
