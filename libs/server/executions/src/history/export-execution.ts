import { foreknownRefs } from '@millrace/engine';
import type { ExecutionEvent, ValueRef } from '@millrace/engine';
import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { readEvents } from '../log/read-events';
import { ExecutionHistory } from './execution-history';
import type { ExecutionSummary } from './execution-row';
import { readPayloads } from './payloads';

/** A run as a file that holds everything about it. */
export interface ExportedExecution {
  readonly fileName: string;
  /** JSON text, piece by piece: `kind`, `execution`, `document`, `events` and `values` (large values by id). */
  readonly text: AsyncIterable<string>;
}

/** Events that are read at once. */
const PAGE = 500;

/** Gives a run with its document, log and values. Nothing of it is a secret: those are masked before they are stored. */
@Injectable()
export class ExportExecution {
  constructor(
    private readonly pool: SqlPool,
    private readonly history: ExecutionHistory,
  ) {}

  /** @throws DomainError `EXECUTION_NOT_FOUND` */
  async export(actor: Actor, executionId: string): Promise<ExportedExecution> {
    const summary = await this.history.summary(actor, executionId);
    const document = await this.history.documentOf(summary);
    return { fileName: `execution-${summary.id}.json`, text: this.write(summary, document) };
  }

  /** Never holds more than one page of events or one large value. */
  private async *write(summary: ExecutionSummary, document: unknown): AsyncGenerator<string> {
    const { workspaceId: _workspaceId, ...execution } = summary;
    yield `{"kind":"millrace/execution@1","execution":${JSON.stringify(execution)},"document":${JSON.stringify(document)},"events":[`;
    const large = new Set<string>();
    for (let seq = 0, more = true; more;) {
      const events = await readEvents(this.pool, summary.id, seq, PAGE);
      for (const event of events) {
        yield `${event.seq === 1 ? '' : ','}\n${JSON.stringify(event)}`;
        for (const id of payloadIdsIn(event)) large.add(id);
      }
      seq = events.at(-1)?.seq ?? seq;
      more = events.length === PAGE;
    }
    yield '\n],"values":{';
    let separator = '';
    for (const id of large) {
      const value = (await readPayloads(this.pool, summary.id, [id])).get(id);
      yield `${separator}\n${JSON.stringify(id)}:${JSON.stringify(value ?? null)}`;
      separator = ',';
    }
    yield '\n}}\n';
  }
}

/** Ids of the values of an event that lie out of line. */
export function payloadIdsIn(event: ExecutionEvent): string[] {
  const refs: (ValueRef | undefined)[] = [];
  if ('ports' in event) refs.push(...Object.values(event.ports));
  if ('input' in event) refs.push(event.input);
  if (event.type === 'node.woken' && event.wake.kind === 'event') refs.push(event.wake.stored);
  if (event.type === 'node.iterating') refs.push(event.items);
  if (event.type === 'workflow.started') refs.push(event.trigger, event.simulation?.script, ...foreknownRefs(event));
  if (event.type === 'workflow.resumed')
    refs.push(...Object.values(event.edits ?? {}).flatMap(Object.values<ValueRef>));
  return refs.flatMap((ref) => (ref !== undefined && 'payloadId' in ref ? [ref.payloadId] : []));
}
