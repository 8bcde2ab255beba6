import { invalid, limitExceeded } from '@millrace/server-platform';
import { FORBIDDEN_KEYS, LIMITS, type Json } from '@millrace/workflow-model';

/** What a pinned node gives instead of being run: a value per live output port. */
export type PinnedPorts = Readonly<Record<string, Json>>;

/** Pinned outputs by node id. */
export type Pins = ReadonlyMap<string, PinnedPorts>;

/** Bytes of JSON that one pin may have. */
export const MAX_PIN_BYTES = 1024 * 1024;
/** Pinned nodes of one workflow. */
export const MAX_PINS = 200;

const NODE_ID = /^[A-Za-z0-9_-][A-Za-z0-9_.:-]*$/;

/**
 * Reads pinned outputs that somebody sent.
 * @throws DomainError `PIN_INVALID`, `PIN_TOO_LARGE`, `TOO_MANY_PINS`
 */
export function readPins(input: unknown): Pins {
  if (input === undefined || input === null) return new Map();
  if (!isObject(input)) throw pinInvalid('Pins are an object: node id to an object with a value per port.');
  const entries = Object.entries(input);
  if (entries.length > MAX_PINS) throw tooManyPins();
  return new Map(entries.map(([nodeId, ports]) => [readPinnedNode(nodeId), readPinnedPorts(nodeId, ports)]));
}

/** @throws DomainError `PIN_INVALID` when it cannot be the id of a node */
export function readPinnedNode(nodeId: string): string {
  const fits = nodeId.length <= LIMITS.idLength && NODE_ID.test(nodeId) && !FORBIDDEN_KEYS.has(nodeId);
  if (!fits) throw pinInvalid(`${JSON.stringify(nodeId.slice(0, 60))} cannot be the id of a node.`);
  return nodeId;
}

/** @throws DomainError `PIN_INVALID`, `PIN_TOO_LARGE` */
export function readPinnedPorts(nodeId: string, ports: unknown): PinnedPorts {
  if (!isObject(ports) || Object.keys(ports).length === 0) {
    throw pinInvalid(`The pin of node "${nodeId}" must be an object with a value for one output port at least.`);
  }
  for (const port of Object.keys(ports)) {
    if (port === '' || port.length > LIMITS.idLength || FORBIDDEN_KEYS.has(port))
      throw pinInvalid(
        `The pin of node "${nodeId}" names a port ${JSON.stringify(port.slice(0, 60))} that no node can have.`,
      );
  }
  const bytes = Buffer.byteLength(JSON.stringify(ports));
  if (bytes > MAX_PIN_BYTES) {
    throw limitExceeded(
      'PIN_TOO_LARGE',
      `The pin of node "${nodeId}" has ${bytes} bytes of JSON; ${MAX_PIN_BYTES} is the limit. Pin a smaller sample.`,
      { status: 413 },
    );
  }
  return ports as PinnedPorts;
}

/** One workflow holds no more. */
export function tooManyPins(): Error {
  return limitExceeded('TOO_MANY_PINS', `A workflow has at most ${MAX_PINS} pinned nodes. Unpin some first.`);
}

function pinInvalid(message: string): Error {
  return invalid('PIN_INVALID', message);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
