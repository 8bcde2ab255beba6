import { Bell } from '@millrace/server-platform';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Rung in the transaction that keeps a capture. */
export const CAPTURE_CHANNEL = 'millrace_capture';

/** Workspace, workflow, node and capture. */
export type CaptureNotice = readonly [workspaceId: string, workflowId: string, nodeId: string, id: string];

/** Which captures somebody watches. */
export interface CaptureFilter {
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly nodeId: string;
}

/** Ids that wait to be read by one watcher; more captures than that are not kept anyway. */
const MOST_WAITING = 10;

/** Ids of captures as they come, for one watcher; a slow one loses the oldest. */
export class CaptureStream implements AsyncIterableIterator<string> {
  readonly #waiting: string[] = [];
  readonly #readers: (() => void)[] = [];
  #over = false;

  constructor(
    private readonly filter: CaptureFilter,
    private readonly onClose: (stream: CaptureStream) => void,
  ) {}

  /** Takes the notice if it passes the filter. */
  offer([workspaceId, workflowId, nodeId, id]: CaptureNotice): void {
    const { filter } = this;
    if (this.#over || workspaceId !== filter.workspaceId) return;
    if (workflowId !== filter.workflowId || nodeId !== filter.nodeId) return;
    this.#waiting.push(id);
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
    this.#readers.shift()?.();
  }

  async next(): Promise<IteratorResult<string>> {
    for (;;) {
      const id = this.#waiting.shift();
      if (id !== undefined) return { done: false, value: id };
      if (this.#over) return { done: true, value: undefined };
      await new Promise<void>((resolve) => this.#readers.push(resolve));
    }
  }

  return(): Promise<IteratorResult<string>> {
    this.#over = true;
    this.#waiting.length = 0;
    this.onClose(this);
    for (const wake of this.#readers.splice(0)) wake();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Live news of captures: one listener on the bell for the whole process. */
@Injectable()
export class CaptureFeed implements OnModuleDestroy {
  readonly #streams = new Set<CaptureStream>();
  readonly #stop: () => void;

  constructor(bell: Bell) {
    this.#stop = bell.on(CAPTURE_CHANNEL, (payload) => {
      const notice = JSON.parse(payload) as CaptureNotice;
      for (const stream of this.#streams) stream.offer(notice);
    });
  }

  onModuleDestroy(): void {
    this.#stop();
  }

  /** Ids of captures of one node, from now on. */
  watch(filter: CaptureFilter): CaptureStream {
    const stream = new CaptureStream(filter, (closed) => this.#streams.delete(closed));
    this.#streams.add(stream);
    return stream;
  }
}
