import type { Json, JsonObject } from '@millrace/workflow-model';

/** Bell channel that carries what running nodes show. Nothing of it is kept. */
export const PROGRESS_CHANNEL = 'millrace_progress';

/** What a node shows while it runs. */
export interface NodeProgress {
  readonly executionId: string;
  readonly nodeId: string;
  /** Counts the notices of one attempt, from 1; a gap means that something was dropped. */
  readonly seq: number;
  /** In order; text of one kind that came in one breath is put together. */
  readonly updates: readonly JsonObject[];
}

type Tuple = [executionId: string, nodeId: string, seq: number, updates: JsonObject[]];

/** Postgres refuses payloads of 8,000 bytes. */
const MAX_BYTES = 7_000;
/** Characters of text in one update; a character takes up to 6 bytes in JSON. */
const LONGEST_DELTA = 600;
/** Bytes of an update beside its text. */
const MAX_REST_BYTES = 3_000;

/**
 * Updates as groups that each fit one notice. Long text is cut into pieces; an update that is too large otherwise becomes
 * `{ "dropped": true }`.
 */
export function fittingGroups(updates: readonly JsonObject[]): JsonObject[][] {
  const groups: JsonObject[][] = [];
  let bytes = MAX_BYTES;
  for (const update of updates.flatMap(inPieces)) {
    const size = Buffer.byteLength(JSON.stringify(update)) + 1;
    if (bytes + size > MAX_BYTES) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(update);
    bytes += size;
  }
  return groups;
}

/** A notice as a payload of the bell. */
export function progressLine({ executionId, nodeId, seq, updates }: NodeProgress): string {
  return JSON.stringify([executionId, nodeId, seq, [...updates]] satisfies Tuple);
}

/** The notice in a payload of the bell. */
export function readProgress(line: string): NodeProgress {
  const [executionId, nodeId, seq, updates] = JSON.parse(line) as Tuple;
  return { executionId, nodeId, seq, updates };
}

/** Adds an update; text that goes on with the one before it is joined to it. */
export function addUpdate(updates: JsonObject[], update: JsonObject): void {
  const last = updates.at(-1);
  if (last !== undefined && goesOn(last, update)) {
    updates[updates.length - 1] = { ...last, delta: `${String(last['delta'])}${String(update['delta'])}` };
  } else updates.push(update);
}

function goesOn(last: JsonObject, update: JsonObject): boolean {
  if (typeof last['delta'] !== 'string' || typeof update['delta'] !== 'string') return false;
  const rest = ({ delta: _delta, ...others }: JsonObject): Json => others;
  return JSON.stringify(rest(last)) === JSON.stringify(rest(update));
}

function inPieces(update: JsonObject): JsonObject[] {
  const { delta, ...rest } = update;
  if (typeof delta !== 'string') return [fits(update) ? update : { dropped: true }];
  if (!fits(rest)) return [{ dropped: true }];
  if (delta.length <= LONGEST_DELTA) return [update];
  const characters = [...delta];
  const count = Math.ceil(characters.length / LONGEST_DELTA);
  return Array.from({ length: count }, (_none, index) => {
    const start = index * LONGEST_DELTA;
    return { ...rest, delta: characters.slice(start, start + LONGEST_DELTA).join('') };
  });
}

function fits(update: JsonObject): boolean {
  return Buffer.byteLength(JSON.stringify(update)) <= MAX_REST_BYTES;
}
