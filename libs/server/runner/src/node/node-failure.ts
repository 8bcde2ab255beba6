import type { RecordedFailure } from '@millrace/engine';
import { NodeError } from '@millrace/node-sdk';
import { DomainError, Logger, newId } from '@millrace/server-platform';
import { expressionFailure } from './node-params';

/** Characters of a message that are kept. */
const LONGEST_MESSAGE = 4_000;

/** What was thrown, as it is recorded. Whatever is not an announced failure is a bug: logged whole, shown without its inside. */
export function failureOf(thrown: unknown, logger: Logger, about: Record<string, string>): RecordedFailure {
  const error = expressionFailure(thrown);
  if (error instanceof NodeError) return { ...error.failure, message: error.failure.message.slice(0, LONGEST_MESSAGE) };
  if (error instanceof DomainError && error.fault !== 'bug') {
    return { code: error.code, fault: error.fault, message: error.message.slice(0, LONGEST_MESSAGE) };
  }
  const correlationId = newId();
  logger.error({ error, correlationId, ...about }, 'a node failed with an error of ours');
  return {
    code: 'NODE_CRASHED',
    fault: 'bug',
    message: `The node failed because of an error in the product. The log of the server tells more under ${correlationId}.`,
    details: { correlationId },
  };
}

/** The attempt took too long. */
export function timedOut(timeoutMs: number): RecordedFailure {
  return {
    code: 'NODE_TIMEOUT',
    fault: 'transient',
    message: `The node did not finish within ${timeoutMs} ms. Raise its timeout or let it do less.`,
  };
}

/** The type is not in the catalogue. */
export function unknownType(type: string, version: number): RecordedFailure {
  return {
    code: 'UNKNOWN_NODE_TYPE',
    fault: 'user',
    message: `This installation has no node "${type}" in version ${version}. Replace the node or install it.`,
  };
}
