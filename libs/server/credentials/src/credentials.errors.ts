import { conflict, DomainError, forbidden, invalid, notFound } from '@millrace/server-platform';
import type { CredentialUsage } from './usage/credential-usage';

/** No such credential in the caller's workspace (404). */
export function credentialNotFound(id: string): DomainError {
  return notFound('CREDENTIAL_NOT_FOUND', `There is no credential ${JSON.stringify(id.slice(0, 60))}.`);
}

/** The caller lacks the right on this credential (403). */
export function credentialForbidden(what: 'use' | 'edit' | 'share', name: string): DomainError {
  return forbidden(
    `You may not ${what} the credential "${name}". Ask its creator, or an admin, to share it with you.`,
    'CREDENTIAL_FORBIDDEN',
  );
}

/** Another credential of the workspace has the name (409). */
export function credentialNameTaken(name: string): DomainError {
  return conflict('CREDENTIAL_NAME_TAKEN', `There is a credential called "${name}" already. Choose another name.`);
}

/** Somebody else changed it in between (409). */
export function credentialChanged(): DomainError {
  return conflict('CREDENTIAL_CHANGED', 'Somebody else changed this credential in between. Load it again.');
}

/** Its values are not stored yet, or it is being deleted (409). */
export function credentialNotReady(name: string): DomainError {
  return conflict(
    'CREDENTIAL_NOT_READY',
    `The credential "${name}" is being stored or deleted. Try again in a minute.`,
  );
}

/** Workflows use it (409). `details.workflows` lists them. */
export function credentialInUse(name: string, workflows: readonly CredentialUsage[]): DomainError {
  const shown = workflows.slice(0, 3).map((use) => `"${use.workflowName}"`);
  const more = workflows.length > 3 ? ` and ${workflows.length - 3} more` : '';
  return conflict(
    'CREDENTIAL_IN_USE',
    `The credential "${name}" is used by ${shown.join(', ')}${more}. Choose another one there first; an admin can delete it anyway.`,
    { workflows },
  );
}

/** No such credential type (400). */
export function unknownCredentialType(type: string): DomainError {
  return invalid('CREDENTIAL_TYPE_UNKNOWN', `There is no credential type "${type.slice(0, 60)}".`);
}

/** What a field must be (400). Never quotes a value. */
export function fieldsInvalid(problems: readonly { readonly field: string; readonly message: string }[]): DomainError {
  const told = problems.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('; ');
  return invalid('CREDENTIAL_FIELDS_INVALID', `The fields are not right: ${told}`, { problems });
}

/** The hosts that a credential may be sent to must be known (400). */
export function domainsRequired(): DomainError {
  return invalid(
    'CREDENTIAL_DOMAINS_REQUIRED',
    'Name the domains that this credential may be sent to, such as api.example.com or *.example.com; * allows every host.',
  );
}

/** Not a host or a pattern of hosts (400). */
export function domainInvalid(domain: string): DomainError {
  return invalid(
    'CREDENTIAL_DOMAIN_INVALID',
    `${JSON.stringify(domain.slice(0, 100))} is no domain such as api.example.com, *.example.com or *.`,
  );
}

/** Where a secret goes changes only together with the secret (400): whoever may edit must not be able to see it that way. */
export function secretsRequired(fields: readonly string[]): DomainError {
  return invalid(
    'CREDENTIAL_SECRETS_REQUIRED',
    `To change where this credential is sent, enter its secrets again: ${fields.join(', ')}.`,
    { fields },
  );
}

/** Nobody answered in time (503): no worker runs, or it is busy. */
export function workerSilent(): DomainError {
  return new DomainError({
    code: 'WORKER_SILENT',
    status: 503,
    fault: 'transient',
    message: 'No worker answered in time. See whether one is running, and try again.',
    retryAfterSeconds: 10,
  });
}
