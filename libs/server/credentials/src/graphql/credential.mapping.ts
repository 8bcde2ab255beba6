import type { CredentialTypeData } from '@millrace/workflow-model';
import type { SeenCredential } from '../use-cases/see-credentials';
import type { CredentialObjectType, CredentialTypeObjectType } from './credential.types';

/** A credential as its asker sees it: those who may not use any see names only. */
export function toCredential({ credential, isOpen, ...rights }: SeenCredential): CredentialObjectType {
  const { id, name, type, state, mayUse, mayEdit, mayShare } = { ...credential, ...rights };
  const names = { id, name, type, state, mayUse, mayEdit, mayShare };
  if (!isOpen) return names;
  const { health, tokens, allowedDomains, shares, createdBy, createdAt, updatedAt, valuesAt, lastUsedAt } = credential;
  return {
    ...names,
    ...{ allowedDomains, shares, createdBy, createdAt, updatedAt, valuesAt, lastUsedAt },
    health: { ...health, checkedAt: dateOf(health.checkedAt) },
    filledFields: [...new Set(credential.layers.flatMap(({ fields }) => fields))].sort(),
    tokens: tokens && { renewable: tokens.renewable, scopes: tokens.scopes ?? [], expiresAt: dateOf(tokens.expiresAt) },
  };
}

/** Fills in what a type may leave out. */
export function toCredentialType(data: CredentialTypeData, redirectUri: string): CredentialTypeObjectType {
  const { type, title, description, fieldsSchema, secretFields, testable, docs, icon, oauth2 } = data;
  return {
    ...{ type, title, description, fieldsSchema, secretFields, testable: testable || oauth2 !== undefined },
    keywords: data.keywords ?? [],
    authenticatesRequests: data.authenticate !== undefined,
    domains: data.domains ?? [],
    hostField: data.hostField ?? null,
    signIn: oauth2 ? { grant: oauth2.grant, scopes: oauth2.scopes, redirectUri } : null,
    ...(docs === undefined ? {} : { docs }),
    ...(icon === undefined ? {} : { icon }),
  };
}

function dateOf(iso: string | undefined): Date | null {
  return iso === undefined ? null : new Date(iso);
}
