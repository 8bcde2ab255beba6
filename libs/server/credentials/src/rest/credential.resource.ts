import type { SeenCredential } from '../use-cases/see-credentials';
import { toCredential } from '../graphql/credential.mapping';

/** A credential as REST tells it. There is no member for a value. */
export interface CredentialResource {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly health: string | null;
  readonly healthMessage: string | null;
  readonly allowedDomains: readonly string[] | null;
  readonly filledFields: readonly string[] | null;
  /** ISO 8601. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly lastUsedAt: string | null;
}

/** What its asker sees. */
export function toResource(seen: SeenCredential): CredentialResource {
  const { id, name, type, state, health, allowedDomains, filledFields, ...times } = toCredential(seen);
  const iso = (date: Date | null | undefined): string | null => date?.toISOString() ?? null;
  return {
    ...{ id, name, type, state, health: health?.status ?? null, healthMessage: health?.message ?? null },
    ...{ allowedDomains: allowedDomains ?? null, filledFields: filledFields ?? null },
    createdAt: iso(times.createdAt),
    updatedAt: iso(times.updatedAt),
    lastUsedAt: iso(times.lastUsedAt),
  };
}
