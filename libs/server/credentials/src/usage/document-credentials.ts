import type { Actor } from '@millrace/server-identity';
import { Injectable } from '@nestjs/common';
import { CredentialTypes } from '../credential-types';
import { credentialForbidden } from '../credentials.errors';
import { rightsOn } from '../model/rights';
import { CredentialStore } from '../persistence/credential-store';

/** A credential that a node names. */
export interface NamedCredential {
  readonly nodeId: string;
  readonly slot: string;
  readonly credentialId: string;
  /** Types that fit the slot; undefined when the node does not know it. */
  readonly types?: readonly string[];
}

/** What is wrong with one. */
export interface CredentialFlaw extends NamedCredential {
  readonly code: 'CREDENTIAL_NOT_FOUND' | 'CREDENTIAL_TYPE_MISMATCH' | 'CREDENTIAL_FORBIDDEN';
  /** Its name and type, where the asker's workspace has it. */
  readonly name?: string;
}

/** Judges the credentials that documents name. */
@Injectable()
export class DocumentCredentials {
  constructor(
    private readonly store: CredentialStore,
    private readonly types: CredentialTypes,
  ) {}

  /** Everything that keeps these from being used by a version that this actor stores. One query. */
  async flaws(actor: Actor, named: readonly NamedCredential[]): Promise<CredentialFlaw[]> {
    if (named.length === 0) return [];
    const ids = [...new Set(named.map(({ credentialId }) => credentialId))];
    const known = new Map((await this.store.findMany(actor.workspaceId, ids)).map((found) => [found.id, found]));
    return named.flatMap((use): CredentialFlaw[] => {
      const found = known.get(use.credentialId);
      if (!found || found.state === 'deleting') return [{ ...use, code: 'CREDENTIAL_NOT_FOUND' }];
      if (use.types && !this.types.fits(found.type, use.types))
        return [{ ...use, code: 'CREDENTIAL_TYPE_MISMATCH', name: found.name }];
      return rightsOn(actor, found).mayUse ? [] : [{ ...use, code: 'CREDENTIAL_FORBIDDEN', name: found.name }];
    });
  }

  /** Nobody puts a credential into a document that they may not use. @throws DomainError `CREDENTIAL_FORBIDDEN` */
  async requireMayUse(actor: Actor, named: readonly NamedCredential[]): Promise<void> {
    const [flaw] = (await this.flaws(actor, named)).filter(({ code }) => code === 'CREDENTIAL_FORBIDDEN');
    if (flaw) throw credentialForbidden('use', flaw.name ?? flaw.credentialId);
  }
}
