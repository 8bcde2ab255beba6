import type {
  ActionsPort,
  HttpPort,
  HttpRequest,
  HttpResponse,
  NetPort,
  ResolvedCredential,
  SandboxPort,
  StoragePort,
} from '@millrace/node-sdk';
import { NodeError } from '@millrace/node-sdk';
import { KeyValues } from '@millrace/server-executions';
import { DomainError, GuardedHttp, GuardedHttpError } from '@millrace/server-platform';
import { SandboxPool } from '@millrace/sandbox';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

/** What nodes can do to the world, before it is tied to one node. */
@Injectable()
export class NodePorts {
  constructor(
    private readonly http: GuardedHttp,
    private readonly keyValues: KeyValues,
    private readonly sandbox: SandboxPool,
  ) {}

  /** HTTP that obeys the node's signal and carries its idempotency key. */
  httpFor(idempotencyKey: string, signal: AbortSignal): HttpPort {
    return { request: (request) => this.request(request, idempotencyKey, signal), stream: notYet('HTTP streams') };
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
    return { pin: notYet('Connections other than HTTP') };
  }

  /** Other nodes and workflows as tools. */
  actionsFor(): ActionsPort {
    return { call: notYet('Actions'), runWorkflow: notYet('Actions') };
  }

  /** The account that a node was given. */
  async credentialFor(_id: string): Promise<ResolvedCredential> {
    return notYet('Credentials')();
  }

  /** Tells those who watch. */
  progressOf(_executionId: string, _nodeId: string, _update: JsonObject): void {}

  private async request(request: HttpRequest, idempotencyKey: string, signal: AbortSignal): Promise<HttpResponse> {
    const named = Object.keys(request.headers ?? {}).some((name) => name.toLowerCase() === 'idempotency-key');
    const headers = named ? request.headers : { ...request.headers, 'idempotency-key': idempotencyKey };
    try {
      return await this.http.request({ ...request, ...(headers ? { headers } : {}), signal });
    } catch (error) {
      if (!(error instanceof GuardedHttpError)) throw error;
      const { code, message, transient } = error;
      throw new NodeError({ code, message, fault: transient ? 'transient' : 'user' }, { cause: error });
    }
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
