import { NodeError } from '@millrace/node-sdk';
import type { ActionCall, ActionsPort } from '@millrace/node-sdk';
import { NodeCatalogue } from '@millrace/server-catalog';
import type { PublishedRow } from '@millrace/server-executions';
import { Logger } from '@millrace/server-platform';
import { MAIN_PORT, traitsOf } from '@millrace/workflow-model';
import type { Json, NodeDefinitionData } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { callNode } from '../node/call-node';
import type { NodeResult } from '../node/call-node';
import type { CompiledNode } from '../node/compiled-workflow';
import type { NodeCall, NodeLogLine } from '../node/node-context';
import { ChildRuns } from './child-runs';
import { GivenParams } from './given-params';

/** Milliseconds for an action when its definition says nothing. */
const USUAL_TIMEOUT_MS = 300_000;

/** The node that acts, and where what its actions log and publish goes. */
export interface ActingNode {
  readonly call: NodeCall;
  readonly logs: NodeLogLine[];
  readonly published: PublishedRow[];
}

/** Lets nodes do what other nodes and workflows do. */
@Injectable()
export class NodeActions {
  constructor(
    private readonly catalogue: NodeCatalogue,
    private readonly children: ChildRuns,
    private readonly logger: Logger,
  ) {}

  /** The actions of one attempt of one node. */
  for(node: ActingNode): ActionsPort {
    return {
      call: (action) => this.call(node, action),
      runWorkflow: (request) => this.children.run(node.call, request),
      startWorkflow: (request) => this.children.start(node.call, request),
      cancelWorkflow: (executionId) => this.children.cancel(node.call, executionId),
    };
  }

  private async call({ call, logs, published }: ActingNode, action: ActionCall): Promise<Json> {
    const compiled = this.compiled(call, action);
    const controller = new AbortController();
    const stop = (): void => controller.abort(call.controller.signal.reason);
    call.controller.signal.addEventListener('abort', stop, { once: true });
    if (call.controller.signal.aborted) stop();
    try {
      const step = call.step === undefined ? action.step : `${call.step}:${action.step}`;
      const result = await callNode({ ...call, compiled, controller, step }, undefined, this.logger);
      logs.push(...result.logs);
      const value = valueOf(result, compiled.timeoutMs);
      published.push(...result.published);
      return value;
    } finally {
      call.controller.signal.removeEventListener('abort', stop);
    }
  }

  private compiled({ compiled }: NodeCall, action: ActionCall): CompiledNode {
    const data = this.catalogue.lookup(action.type);
    if (data === undefined) {
      const message = `There is no node "${action.type}". Choose one of the catalogue.`;
      throw new NodeError({ code: 'ACTION_UNKNOWN', fault: 'user', message });
    }
    const node = {
      ...compiled.node,
      ...{ type: data.type, typeVersion: data.version, config: action.params },
      credentials: { ...action.credentials },
    };
    const traits = traitsOf(data, node);
    if (traits.trigger || traits.suspends) throw notAllowed(data);
    const implementation = this.catalogue.implementation(data.type, data.version);
    return {
      ...{ node, alias: compiled.alias, traits, implementation },
      params: new GivenParams(action.params, implementation.definition),
      timeoutMs: data.timeoutMs ?? USUAL_TIMEOUT_MS,
      slots: data.credentials ?? [],
    };
  }
}

function valueOf({ outcome }: NodeResult, timeoutMs: number): Json {
  switch (outcome.kind) {
    case 'output':
      return outcome.ports[MAIN_PORT] ?? Object.values(outcome.ports)[0] ?? null;
    case 'failed':
      throw new NodeError(outcome.failure);
    case 'suspended':
    case 'iterate':
      throw new NodeError({ code: 'ACTION_NOT_ALLOWED', fault: 'user', message: 'Nodes that wait are no actions.' });
    case 'aborted': {
      const message = `The action was stopped within ${timeoutMs} ms, together with the node that called it.`;
      throw new NodeError({ code: 'ACTION_STOPPED', fault: 'transient', message });
    }
  }
}

function notAllowed({ title }: NodeDefinitionData): NodeError {
  const message = `"${title}" starts runs or waits, so that it cannot be an action of another node.`;
  return new NodeError({ code: 'ACTION_NOT_ALLOWED', fault: 'user', message });
}
