import type { NodeAt, RecordedWake } from '@millrace/engine';
import type { Json, JsonObject } from '@millrace/workflow-model';

type EventWake = Extract<RecordedWake, { kind: 'event' }>;

/** Why an approval went through of which nothing was said; stands in its decision. */
const REASON = 'Assumed by the dry run: nobody said how it is decided.';

/**
 * What is taken for the answer to a wait that nothing is said of and that has no end of its own: an approval is approved, a
 * form is sent with its defaults and samples, anything else comes empty.
 */
export function assumedAnswer({ wait }: NodeAt['node']): EventWake {
  const asks = wait?.kind === 'event' ? wait : undefined;
  return { kind: 'event', name: asks?.name ?? '', payload: payloadFor(asks?.prompt), assumed: true };
}

function payloadFor(prompt: Json | undefined): JsonObject {
  if (!isObject(prompt)) return {};
  if (prompt['kind'] === 'approval') return approval(prompt);
  const fields = prompt['kind'] === 'form' && Array.isArray(prompt['fields']) ? prompt['fields'] : [];
  return Object.fromEntries(fields.filter(isObject).map((field) => [String(field['name']), sampleFor(field)]));
}

/** In the form in which the server tells a decision. */
function approval({ editable, payload = null }: JsonObject): JsonObject {
  return { approved: true, record: { reason: REASON, ...(editable === true ? { payload } : {}) } };
}

function sampleFor({ kind, value, options, multiple }: JsonObject): Json {
  if (value !== undefined && value !== null) return value;
  const [first = ''] = Array.isArray(options) ? options : [];
  switch (kind) {
    case 'number':
      return 1;
    case 'checkbox':
      return true;
    case 'multi':
      return [first];
    case 'select':
    case 'radio':
      return first;
    case 'email':
      return 'somebody@example.com';
    case 'url':
      return 'https://example.com';
    case 'date':
      return '2026-01-31';
    case 'time':
      return '12:00';
    case 'file':
      return multiple === true ? [] : null;
    default:
      return 'Sample';
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
