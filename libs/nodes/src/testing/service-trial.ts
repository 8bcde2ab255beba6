import type { CredentialType, HttpPort, HttpRequest, NodeImplementation, ResolvedCredential } from '@millrace/node-sdk';
import { testCredential, testNode } from '@millrace/node-sdk/testing';
import type { NodeTrial, NodeTrialResult } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { startContractServer } from './contract-server';
import type { ContractOptions, ContractServer } from './contract-server';
import { LoopbackHttp } from './loopback-http';

/** A service behind its contract, with an account for it. */
export interface ServiceTrial {
  readonly server: ContractServer;
  readonly credential: ResolvedCredential;
  run(node: NodeImplementation, params: JsonObject, trial?: NodeTrial): Promise<NodeTrialResult>;
}

/** Starts the contract server of a service; `values` are the fields of the account but for its address. */
export async function startService(
  name: string,
  type: CredentialType,
  values: JsonObject,
  options: ContractOptions = {},
): Promise<ServiceTrial> {
  const server = await startContractServer(name, options);
  const credential = testCredential(type, { ...values, baseUrl: server.url });
  return {
    server,
    credential,
    run: (node, params, trial = {}) =>
      testNode(node, { http: new LoopbackHttp(trial.signal), credentials: { account: credential }, ...trial, params }),
  };
}

/** Waits `timeoutMs` for answers, whatever the node says. */
export class HurriedHttp implements HttpPort {
  readonly #http = new LoopbackHttp();

  constructor(private readonly timeoutMs = 40) {}

  request(request: HttpRequest): ReturnType<HttpPort['request']> {
    return this.#http.request({ ...request, timeoutMs: this.timeoutMs });
  }

  stream(request: HttpRequest): ReturnType<HttpPort['stream']> {
    return this.#http.stream({ ...request, timeoutMs: this.timeoutMs });
  }
}
