import { DomainError, notFound } from '@millrace/server-platform';

const AGAIN_SECONDS = 5;

/** Nobody was given this address, or its run is gone. */
export function doorNotFound(): DomainError {
  return notFound('WAIT_NOT_FOUND', 'Nothing waits at this address. Check that it is complete.');
}

/** The answer came already, or the time for it is over. */
export function doorClosed(): DomainError {
  const message = 'Nothing waits at this address any more: it was answered already, or its time is over.';
  return new DomainError({ code: 'WAIT_OVER', status: 410, message });
}

/** The run has not come to the node. */
export function doorNotOpenYet(): DomainError {
  const message = 'The run does not wait at this address yet. Try again in a moment.';
  return new DomainError({ code: 'WAIT_NOT_YET', status: 409, message, retryAfterSeconds: AGAIN_SECONDS });
}

/** The address takes other methods. */
export function methodNotTaken(methods: readonly string[]): DomainError {
  const message = `This address takes ${methods.join(', ')}.`;
  return new DomainError({ code: 'METHOD_NOT_ALLOWED', status: 405, message, details: { allowed: methods } });
}

/** Files have no place in the answer of a run. */
export function filesNotTaken(): DomainError {
  const message = 'This address takes JSON, a form or text, but no files. Send a link to them.';
  return new DomainError({ code: 'UNSUPPORTED_MEDIA_TYPE', status: 415, message });
}
