import { compileParam, ExpressionError, findReferences, type Reference } from '@millrace/expression';
import { NodeError, type RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';

/** What only the event has: everything else is of the run. */
const EVENT = 'event';
/** A wait is a row that is read with every event: it is no place for data. */
const MOST_CHARACTERS = 16_384;

/**
 * The condition as it stands beside the wait: an expression over `event` and `known`, and the values of the run that it is
 * compared with, as they are when the wait begins. So events are judged without the run.
 * @throws NodeError `FILTER_INVALID`, `FILTER_TOO_LARGE`, `EXPRESSION_ERROR` when a value of the run is not there
 */
export function filterOf(ctx: Pick<RunContext, 'evaluate'>, filter: Json | undefined): JsonObject | undefined {
  const source = sourceOf(filter);
  if (source.trim() === '') return undefined;
  requireReadable(source);
  const known: Json[] = [];
  const places = new Map<string, number>();
  let expression = source;
  for (const { start, end } of rangesOfRun(source)) {
    const text = source.slice(start, end);
    let place = places.get(text);
    if (place === undefined) {
      place = known.push(ctx.evaluate({ $expr: text })) - 1;
      places.set(text, place);
    }
    expression = `${expression.slice(0, start)}known[${place}]${expression.slice(end)}`;
  }
  requireReadable(expression);
  if (JSON.stringify(known).length + expression.length > MOST_CHARACTERS) throw tooLarge();
  return { expression, ...(known.length === 0 ? {} : { known }) };
}

function sourceOf(filter: Json | undefined): string {
  if (typeof filter === 'string') return filter;
  const isExpression = typeof filter === 'object' && filter !== null && !Array.isArray(filter);
  return isExpression && typeof filter['$expr'] === 'string' ? filter['$expr'] : '';
}

/** Where the expression names values of the run, from the last to the first. Where the event is inside, only the root counts. */
function rangesOfRun(source: string): readonly { readonly start: number; readonly end: number }[] {
  const references = findReferences({ $expr: source });
  const ofEvent = references.filter(({ root }) => root === EVENT);
  const holdsEvent = ({ range }: Reference): boolean =>
    ofEvent.some((one) => one.range.start >= range.start && one.range.end <= range.end);
  return references
    .filter(({ root }) => root !== EVENT)
    .map((reference) => (holdsEvent(reference) ? reference.rootRange : reference.range))
    .toSorted((a, b) => b.start - a.start);
}

function requireReadable(source: string): void {
  try {
    compileParam({ $expr: source });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const message = `The filter cannot be read: ${error.message}`;
    throw new NodeError({ code: 'FILTER_INVALID', fault: 'user', message });
  }
}

function tooLarge(): NodeError {
  const message = `The filter compares events with too much data of the run: more than ${MOST_CHARACTERS} characters. Name the fields that it needs.`;
  return new NodeError({ code: 'FILTER_TOO_LARGE', fault: 'user', message });
}
