import { NodeError } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { compileSchema, draftOf } from '../json-validator/compile-schema';
import { readSchema } from '../json-validator/schema-check';
import { MAX_WAIT_YEARS, instantAfter, isTooFar, parseDuration } from '../timer/duration';
import { instantOf } from '../timer/instant';
import type { approvalGateDefinition } from './approval-gate.definition';
import { assigneesOf } from './assignees';

/** What the gate is configured to. */
export type GateParams = ParamsOf<typeof approvalGateDefinition>;

/** Characters of JSON that an approval shows; larger things belong behind a link. */
const MAX_PROMPT_LENGTH = 256 * 1024;
/** More often would only annoy. */
const LEAST_REMIND_MS = 60_000;

/**
 * What the approval is about and who decides, as the approvals of the server read it.
 * @throws NodeError `APPROVAL_…`, `JSON_SCHEMA_INVALID`
 */
export function promptOf(ctx: RunContext, params: GateParams): JsonObject {
  const { message, details } = params;
  const prompt: JsonObject = {
    kind: 'approval',
    title: ctx.node.label,
    message: typeof message === 'string' ? message : message === undefined ? '' : JSON.stringify(message),
    ...(details === undefined ? {} : { details }),
    ...whoDecides(params),
    ...whenTold(ctx, params),
    ...(params.editable ? whatCanBeEdited(ctx, params) : {}),
  };
  const length = JSON.stringify(prompt).length;
  if (length > MAX_PROMPT_LENGTH) {
    throw refused(
      'APPROVAL_TOO_LARGE',
      `The approval would show ${length} characters of JSON; ${MAX_PROMPT_LENGTH} is the limit. Show less.`,
    );
  }
  return prompt;
}

function whoDecides({ assignees: names, quorum = 1, rejectQuorum = 1, linkNeedsSignIn }: GateParams): JsonObject {
  const assignees = assigneesOf(names);
  const people = assignees.filter((one) => !one.startsWith('role:')).length;
  const areAllNamed = assignees.length > 0 && people === assignees.length;
  if (areAllNamed && quorum > people) {
    throw refused(
      'APPROVAL_QUORUM_TOO_HIGH',
      `${quorum} people must approve, but only ${people} are named. Name more, or lower the number.`,
    );
  }
  return {
    ...(assignees.length > 0 ? { assignees } : {}),
    ...(quorum === 1 ? {} : { quorum }),
    ...(rejectQuorum === 1 ? {} : { rejectQuorum }),
    ...(linkNeedsSignIn ? { linkNeedsSignIn } : {}),
  };
}

function whenTold(ctx: RunContext, { due, remindEvery, escalateAfter, escalateTo }: GateParams): JsonObject {
  const dueAt = due === undefined ? undefined : dueOf(ctx, due);
  const remindMs = remindEvery === undefined ? undefined : instantIn(ctx, remindEvery) - ctx.nowMs;
  return {
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(remindMs === undefined ? {} : { remindEveryMs: Math.max(LEAST_REMIND_MS, Math.round(remindMs)) }),
    ...(escalateAfter === undefined
      ? {}
      : { escalateAt: isoOf(ctx, instantIn(ctx, escalateAfter)), escalateTo: assigneesOf(escalateTo) }),
  };
}

function whatCanBeEdited(ctx: RunContext, { payload, schema }: GateParams): JsonObject {
  const read = schema === undefined || schema === '' ? undefined : readSchema(schema);
  // Told now, when somebody who can mend it looks, rather than to whoever decides.
  if (read !== undefined) compileSchema(read, { draft: draftOf(read), allErrors: true });
  return { editable: true, payload: payload ?? ctx.input, ...(isObject(read) ? { schema: read } : {}) };
}

function dueOf(ctx: RunContext, due: string): string {
  const at =
    parseDuration(due) === undefined
      ? instantOf(due, { nowMs: ctx.nowMs, timezone: ctx.execution.timezone })
      : instantIn(ctx, due);
  if (at !== undefined) return isoOf(ctx, at);
  throw refused(
    'APPROVAL_DUE_UNREADABLE',
    `"${due}" is neither a duration such as \`P1D\` nor a date such as \`2026-12-24T18:00\`.`,
  );
}

/** Milliseconds since the epoch. */
function instantIn(ctx: RunContext, text: string): number {
  const duration = parseDuration(text);
  return duration === undefined ? Number.NaN : instantAfter(duration, ctx.nowMs, ctx.execution.timezone);
}

function isoOf(ctx: RunContext, atMs: number): string {
  if (!isTooFar(atMs, ctx.nowMs)) return new Date(atMs).toISOString();
  throw refused('APPROVAL_TIMEOUT_TOO_LONG', `That is more than ${MAX_WAIT_YEARS} years away. Give a shorter time.`);
}

function refused(code: string, message: string): NodeError {
  return new NodeError({ code, fault: 'user', message });
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
