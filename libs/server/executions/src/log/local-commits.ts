import type { ExecutionEvent, ExecutionStatus } from '@millrace/engine';
import { Injectable } from '@nestjs/common';
import type { FinishedExecution } from './append';

/** Events of one run that this process has just committed. */
export interface LocalCommit {
  readonly executionId: string;
  readonly workspaceId: string;
  readonly workflowId: string | null;
  readonly status: ExecutionStatus;
  readonly events: readonly ExecutionEvent[];
  /** Only with the end of a run. */
  readonly result?: () => FinishedExecution;
}

type Listener = (commit: LocalCommit) => void;

/** Tells listeners in this process what it committed, so that they need not read it back. */
@Injectable()
export class LocalCommits {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly leavers = new Map<string, Set<() => void>>();
  private readonly active = new Set<string>();

  /** Calls `listener` for commits to one run until the returned function is called. */
  on(executionId: string, listener: Listener): () => void {
    const listeners = this.listeners.get(executionId) ?? new Set();
    this.listeners.set(executionId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(executionId) === listeners) this.listeners.delete(executionId);
    };
  }

  /** Whether anybody in this process follows the run. */
  hasListeners(executionId: string): boolean {
    return this.listeners.has(executionId);
  }

  /** Says that this process is about to run it: its commits will all be told here. */
  begin(executionId: string): void {
    this.active.add(executionId);
  }

  /** Whether the run's next commits come from this process. */
  isActive(executionId: string): boolean {
    return this.active.has(executionId);
  }

  /** Calls `listener` when the run leaves this process, until the returned function is called. */
  onLeave(executionId: string, listener: () => void): () => void {
    const listeners = this.leavers.get(executionId) ?? new Set();
    this.leavers.set(executionId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.leavers.get(executionId) === listeners) this.leavers.delete(executionId);
    };
  }

  /** The run left this process: who follows it must ask the database from now on. */
  end(executionId: string): void {
    if (!this.active.delete(executionId)) return;
    for (const listener of this.leavers.get(executionId) ?? []) listener();
  }

  /** Tells the listeners of the run. */
  tell(commit: LocalCommit): void {
    for (const listener of this.listeners.get(commit.executionId) ?? []) listener(commit);
  }
}
