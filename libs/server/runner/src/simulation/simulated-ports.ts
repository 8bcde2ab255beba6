import { NodeError } from '@millrace/node-sdk';
import type { ActionsPort, HttpPort, HttpResponse, NetPort, ResolvedCredential, StoragePort } from '@millrace/node-sdk';
import type { InjectedFailure, JsonObject } from '@millrace/workflow-model';
import type { NodeCapabilities, NodeCredentialRequest } from '../node/node-ports';
import type { PretendedAccount } from '@millrace/server-credentials';
import { httpCall } from './calls';
import type { SimulatedCall } from './calls';
import { emptyAnswer, injectedAnswer, injectedFailure, noAnswer, slownessOf } from './injected';

/** How long a request waits for its answer when it does not say. Milliseconds. */
const USUAL_REQUEST_TIMEOUT_MS = 60_000;

/** Ends the attempt of a node that reached for the world; what it then answers is not looked at. */
const STOPPED = new NodeError({ code: 'SIMULATED', fault: 'bug', message: 'The node was kept from a call.' });

/**
 * What nodes of a simulated run can do to the world: nothing. Every reach is written down and refused, or met with the
 * failure that is injected. Of accounts nothing is read but which they are, so no secret is read.
 */
export class SimulatedPorts implements NodeCapabilities {
  readonly calls: SimulatedCall[] = [];
  /** How long requests waited in vain. Milliseconds. */
  waitedMs = 0;

  constructor(
    private readonly real: Pick<NodeCapabilities, 'sandboxFor' | 'progressOf' | 'pretendedAccount'>,
    private readonly failure?: InjectedFailure,
    /** Answers HTTP calls with success and nothing in it, for nodes whose output nothing is known of. */
    private readonly answersEmpty = false,
  ) {}

  /** Whether the node reached for something outside of its run. */
  get isTouched(): boolean {
    return this.calls.length > 0;
  }

  httpFor(): HttpPort {
    const answered = async (request: Parameters<HttpPort['request']>[0]): Promise<HttpResponse> => {
      const { timeoutMs = USUAL_REQUEST_TIMEOUT_MS } = request;
      this.calls.push(httpCall(request));
      if (this.failure?.kind === 'timeout' || (this.slowMs ?? 0) > timeoutMs) {
        this.waitedMs += timeoutMs;
        throw noAnswer();
      }
      if (this.failure !== undefined && this.slowMs === undefined) return injectedAnswer(this.failure, request.url);
      if (this.answersEmpty) return emptyAnswer(request.url);
      throw STOPPED;
    };
    return {
      request: answered,
      stream: async (request) => {
        const { body, ...head } = await answered(request);
        return { ...head, body: once(body) };
      },
    };
  }

  storageFor(): StoragePort {
    return {
      read: (key) => this.refuse({ kind: 'storage', operation: 'read', key }),
      write: (key, value) => this.refuse({ kind: 'storage', operation: 'write', key, value }),
      delete: (key) => this.refuse({ kind: 'storage', operation: 'delete', key }),
    };
  }

  sandboxFor(signal: AbortSignal): ReturnType<NodeCapabilities['sandboxFor']> {
    return this.real.sandboxFor(signal);
  }

  netFor(): NetPort {
    return { pin: (host, port) => this.refuse({ kind: 'connection', host, port }) };
  }

  actionsFor(): ActionsPort {
    const workflow = (request: { workflowId: string; input: unknown }): Promise<never> =>
      this.refuse({ kind: 'workflow', workflowId: request.workflowId, input: request.input as JsonObject });
    return {
      call: ({ type, params }) => this.refuse({ kind: 'action', type, params }),
      runWorkflow: workflow,
      startWorkflow: workflow,
      cancelWorkflow: () => Promise.resolve(),
    };
  }

  async credentialFor(request: NodeCredentialRequest): Promise<ResolvedCredential | undefined> {
    const { workspaceId, credentialId, types } = request;
    if (credentialId === undefined && types.length === 0) return undefined;
    const account = await this.real.pretendedAccount({ workspaceId, credentialId, types });
    return pretendedCredential(credentialId ?? 'none', account);
  }

  pretendedAccount(...asked: Parameters<NodeCapabilities['pretendedAccount']>): Promise<PretendedAccount> {
    return this.real.pretendedAccount(...asked);
  }

  progressOf(...told: Parameters<NodeCapabilities['progressOf']>): void {
    this.real.progressOf(...told);
  }

  private refuse(call: SimulatedCall): Promise<never> {
    this.calls.push(call);
    const isMet = this.failure !== undefined && this.slowMs === undefined;
    return Promise.reject(isMet ? new NodeError(injectedFailure(this.failure)) : STOPPED);
  }

  /** How long everything takes; undefined for all other failures. */
  private get slowMs(): number | undefined {
    return this.failure?.kind === 'slow' ? slownessOf(this.failure) : undefined;
  }
}

/** An account without any secret in it, which may go everywhere because nothing goes anywhere. */
function pretendedCredential(id: string, { type, name, fields }: PretendedAccount): ResolvedCredential {
  return {
    ...{ id, type, name, fields },
    secret: () => '***',
    allowsHost: () => true,
    authenticate: (request) => request,
  };
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}
