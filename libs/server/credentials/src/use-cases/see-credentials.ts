import { actorMay, assertMay, type Actor } from '@millrace/server-identity';
import { Injectable } from '@nestjs/common';
import type { Credential, RightsOnCredential } from '../model/credential';
import { rightsOn } from '../model/rights';
import { CredentialStore } from '../persistence/credential-store';
import { SecretWriter } from '../secret-store/secret-writer';
import { CredentialUsageSource, type CredentialUsage } from '../usage/credential-usage';

/** A credential as an actor sees it: those who may not use any see names only. */
export interface SeenCredential extends RightsOnCredential {
  readonly credential: Credential;
  /** Whether more than its name is shown. */
  readonly isOpen: boolean;
}

/** Where the values of a credential are. */
export interface CredentialStorage {
  readonly store: 'local' | 'vault';
  /** Of what was written last. */
  readonly version: number;
}

/** Lists credentials and tells what is known about one: never a value. */
@Injectable()
export class SeeCredentials {
  constructor(
    private readonly store: CredentialStore,
    private readonly usages: CredentialUsageSource,
    private readonly secrets: SecretWriter,
  ) {}

  /** By name. */
  async list(actor: Actor, type?: string): Promise<SeenCredential[]> {
    assertMay(actor, 'credential:read');
    return (await this.store.list(actor.workspaceId, type)).map((credential) => this.seen(actor, credential));
  }

  /** @throws DomainError `CREDENTIAL_NOT_FOUND` */
  async get(actor: Actor, id: string): Promise<SeenCredential> {
    assertMay(actor, 'credential:read');
    return this.seen(actor, await this.store.find(actor.workspaceId, id));
  }

  /** What this actor sees of it. */
  seen(actor: Actor, credential: Credential): SeenCredential {
    return { credential, ...rightsOn(actor, credential), isOpen: actorMay(actor, 'credential:use') };
  }

  /** Workflows that name it. */
  async usage(actor: Actor, id: string): Promise<CredentialUsage[]> {
    const { credential, isOpen } = await this.get(actor, id);
    return isOpen ? this.usages.of(actor.workspaceId, credential.id) : [];
  }

  /** Null for those who may see names only. */
  async storage(actor: Actor, id: string): Promise<CredentialStorage | null> {
    const { credential, isOpen } = await this.get(actor, id);
    if (!isOpen) return null;
    const { store } = await this.secrets.health();
    return { store, version: credential.layers.at(-1)?.version ?? 0 };
  }
}
