import { inject, Injectable } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { RunStepInputsDocument } from '@millrace/web-api/graphql';
import type { ValueRef } from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';
import { ApiRunFeed } from '../../../shared/api-run-feed';

/** Values of a run that are not in its events: kept apart because they are large, or worked out by the server. */
@Injectable({ providedIn: 'root' })
export class RunValues {
  private readonly feed = inject(ApiRunFeed);
  private readonly api = inject(GraphqlApi);
  private readonly known = new Map<string, Promise<Json>>();

  /** The value itself, read whole when it is kept apart. @throws ApiError */
  async whole(executionId: string, ref: ValueRef): Promise<Json> {
    if (!('payloadId' in ref)) return ref.value;
    const key = `${executionId}/${ref.payloadId}`;
    const reading = this.known.get(key) ?? this.feed.value(executionId, ref.payloadId);
    this.known.set(key, reading);
    reading.catch(() => this.known.delete(key));
    return reading;
  }

  /** What a step got, as the server works it out; undefined when it did not run. @throws ApiError */
  async inputOf(executionId: string, nodeId: string): Promise<ValueRef | undefined> {
    const { execution } = await this.api.query(RunStepInputsDocument, { id: executionId });
    const input = execution?.steps.find((step) => step.nodeId === nodeId)?.input;
    if (!input) return undefined;
    const { value, payloadId, bytes } = input;
    return payloadId ? { payloadId, bytes: bytes ?? 0 } : { value: value as Json };
  }
}
