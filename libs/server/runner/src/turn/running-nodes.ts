import { nodeKey } from '@millrace/engine';
import type { NodePlace } from '@millrace/engine';
import type { AbortReason, NodeResult } from '../node/call-node';
import { Inbox } from './inbox';

/** The nodes of one run that this process is calling, and the results that nobody has looked at yet. */
export class RunningNodes {
  private readonly inbox = new Inbox<NodeResult>();
  private readonly running = new Map<string, AbortController>();

  get size(): number {
    return this.running.size;
  }

  /** Whether nothing runs and no result waits. */
  get isIdle(): boolean {
    return this.running.size === 0 && this.inbox.isEmpty;
  }

  has(place: NodePlace): boolean {
    return this.running.has(nodeKey(place));
  }

  /** Counts the node as running until its result is there. */
  add(place: NodePlace, controller: AbortController, result: Promise<NodeResult>): void {
    const key = nodeKey(place);
    this.running.set(key, controller);
    void result.then((ended) => {
      this.running.delete(key);
      this.inbox.put(ended);
    });
  }

  /** Tells the node to stop. Answers whether its result is still to come, or waits to be looked at. */
  abort(place: NodePlace): boolean {
    const key = nodeKey(place);
    const controller = this.running.get(key);
    controller?.abort('cancelled' satisfies AbortReason);
    return controller !== undefined || this.inbox.some((result) => nodeKey(result) === key);
  }

  abortAll(reason: AbortReason): void {
    for (const controller of this.running.values()) controller.abort(reason);
  }

  /** Results since the last time, in the order in which they came. */
  take(): NodeResult[] {
    return this.inbox.take();
  }

  /** Ends the sleep of whoever waits for news. */
  wake(): void {
    this.inbox.wake();
  }

  /** Resolves when a result is there, somebody wakes, or `timeoutMs` is over. */
  news(timeoutMs?: number): Promise<void> {
    return this.inbox.news(timeoutMs);
  }
}
