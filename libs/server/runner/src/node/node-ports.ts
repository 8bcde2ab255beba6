import type { ActionsPort, HttpPort, NetPort, ResolvedCredential, SandboxPort, StoragePort } from '@millrace/node-sdk';
import { NodeError } from '@millrace/node-sdk';
import {
  NodeHttp,
  NodeNet,
  RunCredentials,
  type CredentialRequest,
  type PretendedAccount,
  type PretendRequest,
  type SecretMask,
} from '@millrace/server-credentials';
import { KeyValues } from '@millrace/server-executions';
import { DomainError, GuardedHttp, GuardedNet } from '@millrace/server-platform';
import { SandboxPool } from '@millrace/sandbox';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Injectable, Optional } from '@nestjs/common';

import type { ActingNode } from '../actions/node-actions';
import { NodeLinks } from '../actions/node-links';
import { VersionAuthors } from './version-authors';

/** Which account a node asks for, and for which version. */
export interface NodeCredentialRequest extends Omit<CredentialRequest, 'authorId'> {
  readonly versionId: string;
}

/** What nodes can do to the world, whoever stands behind it. */
export type NodeCapabilities = Pick<NodePorts, keyof NodePorts>;

/** What nodes can do to the world, before it is tied to one node. */
@Injectable()
export class NodePorts {
  constructor(
    private readonly http: GuardedHttp,
    private readonly net: GuardedNet,
    private readonly keyValues: KeyValues,
    private readonly sandbox: SandboxPool,
    private readonly authors: VersionAuthors,
    private readonly links: NodeLinks,
    @Optional() private readonly credentials?: RunCredentials,
  ) {}

  /** HTTP that obeys the node's signal, carries its idempotency key and keeps secrets where they belong. */
  httpFor(idempotencyKey: string, signal: AbortSignal, mask: SecretMask): HttpPort {
    return new NodeHttp({ http: this.http, idempotencyKey, signal, mask });
  }

  /** The values of one workspace. */
  storageFor(workspaceId: string): StoragePort {
    return {
      read: (key) => storageFailure(this.keyValues.read(workspaceId, key)),
      write: (key, value: Json) => storageFailure(this.keyValues.write(workspaceId, key, value)),
      delete: (key) => storageFailure(this.keyValues.delete(workspaceId, key)),
    };
  }

  /** Scripts that end with the node's signal. */
  sandboxFor(signal: AbortSignal): SandboxPort {
    return { run: (request) => this.sandbox.run({ ...request, signal: request.signal ?? signal }) };
  }

  /** Connections that are not HTTP. */
  netFor(): NetPort {
    return new NodeNet(this.net);
  }

  /** Other nodes and workflows as tools. */
  actionsFor(node: ActingNode): ActionsPort {
    return this.links.actions.for(node);
  }

  /** The account that a node was given, or that came with its run; undefined when there is none. */
  async credentialFor({ versionId, ...request }: NodeCredentialRequest): Promise<ResolvedCredential | undefined> {
    // Most nodes: nothing to look up on their way.
    if (request.credentialId === undefined && request.mayComeWithRun !== true) return undefined;
    if (this.credentials === undefined) return request.credentialId === undefined ? undefined : noCredentials();
    return this.credentials.resolve({ ...request, authorId: await this.authors.of(versionId) });
  }

  /** What stands in for the account where nothing outside is touched. */
  pretendedAccount(request: PretendRequest): Promise<PretendedAccount> {
    const [type = 'unknown'] = request.types;
    return this.credentials?.pretend(request) ?? Promise.resolve({ type, name: 'Simulated account', fields: {} });
  }

  /** Tells those who watch. */
  progressOf(executionId: string, nodeId: string, update: JsonObject): void {
    this.links.progress.tell(executionId, nodeId, update);
  }
}

async function storageFailure<T>(running: Promise<T>): Promise<T> {
  try {
    return await running;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, fault } = error;
    throw new NodeError({ code, message, fault }, { cause: error });
  }
}

function notYet(what: string): () => Promise<never> {
  return () =>
    Promise.reject(new NodeError({ code: 'NOT_AVAILABLE', fault: 'user', message: `${what} are not available here.` }));
}

const noCredentials = notYet('Credentials');
