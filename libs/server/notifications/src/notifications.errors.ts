import { conflict, invalid, limitExceeded, notFound, type DomainError } from '@millrace/server-platform';

/** Endpoints that one workspace may have. */
export const MOST_ENDPOINTS = 50;

/** There is none, or it belongs to another workspace. */
export function endpointNotFound(): DomainError {
  return notFound('ENDPOINT_NOT_FOUND', 'There is no such webhook in this workspace. It may have been deleted.');
}

/** There is none, or it belongs to another workspace. */
export function deliveryNotFound(): DomainError {
  return notFound('DELIVERY_NOT_FOUND', 'There is no such delivery in this workspace. It may be too old to be kept.');
}

/** What is entered is no address that can be called. */
export function urlInvalid(message: string): DomainError {
  return invalid('URL_INVALID', message);
}

/** It asks for something that is never told. */
export function eventUnknown(name: string, known: readonly string[]): DomainError {
  return invalid('EVENT_UNKNOWN', `There is no event “${name}”. Choose among: ${known.join(', ')}.`);
}

/** The workspace has as many as it may. */
export function tooManyEndpoints(): DomainError {
  return limitExceeded('TOO_MANY_ENDPOINTS', `A workspace has at most ${MOST_ENDPOINTS} webhooks. Delete one first.`);
}

/** Nothing is sent to what is switched off. */
export function endpointDisabled(): DomainError {
  return conflict('ENDPOINT_DISABLED', 'This webhook is switched off. Switch it on first.');
}
