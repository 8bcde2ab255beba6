import { InjectionToken, inject } from '@angular/core';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { GraphqlApi, accepted, executionValue } from '@millrace/web-api';
import { RunWaitsDocument, WorkflowFormDocument } from '@millrace/web-api/graphql/approvals';
import { type Observable, from, map, merge, mergeMap } from 'rxjs';
import type { CalledWorkflow } from '../../session/params/called-workflows';
import { isObject } from '../model/schema';
import {
  CalledWorkflowDocument,
  type CapturePartsFragment,
  SchedulePreviewDocument,
  WebhookCapturedDocument,
  WebhookCapturesDocument,
  WebhookListenDocument,
  WebhookSecretIssueDocument,
  WorkflowByIdDocument,
} from '@millrace/web-api/graphql';

/** Address of a webhook node on this installation. */
export interface WebhookAddress {
  readonly id: string;
  readonly nodeId: string;
  /** Whole, with host. */
  readonly url: string;
  readonly methods: readonly string[];
  readonly auth: string;
  readonly isLive: boolean;
  readonly secretIssued: boolean;
  /** What a person should know, such as why its secret cannot be read. */
  readonly notice?: string;
}

/** A test address that takes calls for a while. */
export interface TestAddress {
  readonly url: string;
  /** A sample call for a shell. */
  readonly curl: string;
  /** ISO 8601. */
  readonly until: string;
}

/** A call at a test address. */
export interface CapturedCall {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  /** What the trigger gives for it. */
  readonly value: Json;
}

/** Where people fill in the form of a trigger. */
export interface FormAddress {
  /** Whole, with host. */
  readonly url: string;
  /** Whether it can be sent: the live version has it, and the workflow is enabled. */
  readonly isLive: boolean;
}

/** What the node view asks the server beside the session. */
export interface NodeViewApi {
  /** The next starts of a schedule as ISO 8601. @throws when the config is no schedule or nobody answers */
  nextRuns(config: JsonObject, timezone: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Addresses of a workflow; empty before it was first published. @throws when nobody answers */
  webhooks(workflowId: string): Promise<readonly WebhookAddress[]>;
  /** The page of a form trigger; it is the same before and after publishing. @throws when nobody answers */
  form(workflowId: string, nodeId: string): Promise<FormAddress>;
  /** Where a node that waits is answered; undefined when it waits no longer. @throws when nobody answers */
  waitAddress(executionId: string, nodeId: string): Promise<string | undefined>;
  /** Another workflow that a node runs; undefined when there is none. @throws when nobody answers */
  calledWorkflow(workflowId: string): Promise<CalledWorkflow | undefined>;
  /** A value that is kept out of line, whole. @throws when nobody answers */
  value(executionId: string, payloadId: string): Promise<Json>;
  /** Opens a test address of the draft. @throws when it is refused */
  listen(workflowId: string, nodeId: string): Promise<TestAddress>;
  /** Calls at test addresses: those that came, then each new one. */
  captured(workflowId: string, nodeId: string): Observable<CapturedCall>;
  /** A new secret; the one before stops working. @throws when it is refused */
  issueSecret(webhookId: string): Promise<string>;
}

/** Over the API of this installation. */
export class GraphqlNodeViewApi implements NodeViewApi {
  readonly #api: GraphqlApi;

  constructor(api: GraphqlApi) {
    this.#api = api;
  }

  async nextRuns(config: JsonObject, timezone: string, signal: AbortSignal): Promise<readonly string[]> {
    const data = await this.#api.query(SchedulePreviewDocument, { config, timezone, count: 5 }, { signal });
    return data.schedulePreview.map(String);
  }

  async webhooks(workflowId: string): Promise<readonly WebhookAddress[]> {
    const { workflow } = await this.#api.query(WorkflowByIdDocument, { id: workflowId });
    return workflow.webhooks.map(({ id, nodeId, address, methods, auth, live, secretIssued, notice }) => ({
      id,
      nodeId,
      url: new URL(address, location.origin).href,
      methods,
      auth,
      isLive: live,
      secretIssued,
      ...(notice && { notice }),
    }));
  }

  async form(id: string, nodeId: string): Promise<FormAddress> {
    const { workflow } = await this.#api.query(WorkflowFormDocument, { id, nodeId });
    return { url: workflow.formUrl, isLive: workflow.formLive };
  }

  async waitAddress(executionId: string, nodeId: string): Promise<string | undefined> {
    const { execution } = await this.#api.query(RunWaitsDocument, { id: executionId });
    return execution?.waits.find((wait) => wait.nodeId === nodeId)?.url ?? undefined;
  }

  async calledWorkflow(workflowId: string): Promise<CalledWorkflow | undefined> {
    const { workflow } = await this.#api.query(CalledWorkflowDocument, { id: workflowId });
    const { input, result } = workflow.contract;
    return {
      name: workflow.name,
      ...(isObject(input) && { input }),
      ...(isObject(result) && { result }),
    };
  }

  value(executionId: string, payloadId: string): Promise<Json> {
    return executionValue(this.#api, executionId, payloadId);
  }

  async listen(workflowId: string, nodeId: string): Promise<TestAddress> {
    const { webhookListen } = await this.#api.mutate(WebhookListenDocument, { workflowId, nodeId });
    const { testUrl, curl, until } = accepted(webhookListen);
    return { url: testUrl ?? '', curl: curl ?? '', until: until ?? new Date().toISOString() };
  }

  captured(workflowId: string, nodeId: string): Observable<CapturedCall> {
    const variables = { workflowId, nodeId };
    const known = from(this.#api.query(WebhookCapturesDocument, variables)).pipe(
      mergeMap(({ workflow }) => workflow.captures.toReversed()),
    );
    const fresh = this.#api
      .live(WebhookCapturedDocument, variables)
      .pipe(map(({ webhookCaptured }) => webhookCaptured));
    return merge(known, fresh).pipe(map(callOf));
  }

  async issueSecret(webhookId: string): Promise<string> {
    const { webhookSecretIssue } = await this.#api.mutate(WebhookSecretIssueDocument, { id: webhookId });
    return accepted(webhookSecretIssue).secret ?? '';
  }
}

function callOf({ id, method, path, receivedAt, value }: CapturePartsFragment): CapturedCall {
  return { id, method, path, receivedAt: String(receivedAt), value: value as Json };
}

/** The server behind the node view. */
export const NODE_VIEW_API = new InjectionToken<NodeViewApi>('mr node view api', {
  providedIn: 'root',
  factory: () => new GraphqlNodeViewApi(inject(GraphqlApi)),
});
