import { Bell, LatestStream } from '@millrace/server-platform';
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

/** Live news of captures: one listener on the bell for the whole process. */
@Injectable()
export class CaptureFeed implements OnModuleDestroy {
  readonly #watchers = new Map<LatestStream<string>, CaptureFilter>();
  readonly #stop: () => void;

  constructor(bell: Bell) {
    this.#stop = bell.on(CAPTURE_CHANNEL, (payload) => {
      const [workspaceId, workflowId, nodeId, id] = JSON.parse(payload) as CaptureNotice;
      for (const [stream, filter] of this.#watchers) {
        const isWanted = filter.workspaceId === workspaceId && filter.workflowId === workflowId;
        if (isWanted && filter.nodeId === nodeId) stream.offer(id, id);
      }
    });
  }

  onModuleDestroy(): void {
    this.#stop();
  }

  /** Ids of captures of one node, from now on. */
  watch(filter: CaptureFilter): LatestStream<string> {
    const stream = new LatestStream<string>(() => this.#watchers.delete(stream));
    this.#watchers.set(stream, filter);
    return stream;
  }
}
