import type { RecordedFailure } from '@millrace/engine';
import { NodeError } from '@millrace/node-sdk';
import type { SecretMask } from '@millrace/server-credentials';
import type { CredentialSlot } from '@millrace/workflow-model';
import { DomainError, Logger, newId } from '@millrace/server-platform';
import { asJson } from './json-value';
import { expressionFailure } from './node-params';

/** Characters of a message that are kept. */
const LONGEST_MESSAGE = 4_000;

/**
 * What was thrown, as it is recorded, without the secrets of the run. Whatever is not an announced failure is a bug: logged
 * whole, shown without its inside.
 */
export function failureOf(
  thrown: unknown,
  logger: Logger,
  about: Record<string, string>,
  mask: SecretMask,
): RecordedFailure {
  const error = expressionFailure(thrown);
  const outage = isOurDatabaseAway(error) ? ({ outage: true } as const) : {};
  if (error instanceof NodeError) return shown({ ...error.failure, ...outage }, mask);
  if (error instanceof DomainError && error.fault !== 'bug') {
    return shown({ code: error.code, fault: error.fault, message: error.message, ...outage }, mask);
  }
  const correlationId = newId();
  logger.error({ error: mask.error(error), correlationId, ...about }, 'a node failed with an error of ours');
  return {
    code: 'NODE_CRASHED',
    fault: 'bug',
    message: `The node failed because of an error in the product. The log of the server tells more under ${correlationId}.`,
    details: { correlationId },
  };
}

/** Every node meets this one; its retry settings are about what it calls itself. */
function isOurDatabaseAway(error: unknown): boolean {
  const origin = error instanceof NodeError ? error.cause : error;
  return origin instanceof DomainError && origin.code === 'DATABASE_UNAVAILABLE';
}

/** A failure without secrets; its message no longer than is kept. */
export function shown(failure: RecordedFailure, mask: SecretMask): RecordedFailure {
  const message = mask.text(failure.message).slice(0, LONGEST_MESSAGE);
  if (failure.details === undefined || mask.isEmpty) return { ...failure, message };
  return { ...failure, message, details: mask.json(asJson(failure.details)) };
}

/** The attempt took too long. */
export function timedOut(timeoutMs: number): RecordedFailure {
  return {
    code: 'NODE_TIMEOUT',
    fault: 'transient',
    message: `The node did not finish within ${timeoutMs} ms. Raise its timeout or let it do less.`,
  };
}

/** Nobody chose an account where the node needs one. */
export function accountMissing({ id, title }: CredentialSlot): NodeError {
  return new NodeError({
    code: 'CREDENTIAL_REQUIRED',
    fault: 'user',
    message: `This node needs an account (${title ?? id}). Choose one in the node.`,
  });
}

/** The type is not in the catalogue. */
export function unknownType(type: string, version: number): RecordedFailure {
  return {
    code: 'UNKNOWN_NODE_TYPE',
    fault: 'user',
    message: `This installation has no node "${type}" in version ${version}. Replace the node or install it.`,
  };
}
