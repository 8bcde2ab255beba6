import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { ExecutionCounts } from '../history/execution-counts';
import { ExecutionHistory } from '../history/execution-history';
import type { ExecutionSummary } from '../history/execution-row';
import { ExecutionStars } from '../marks/execution-stars';

/** A workflow of a workspace. */
interface ScopedId {
  readonly workspaceId: string;
  readonly id: string;
}

/** Gathers what the rows of a list ask for one by one. Nothing is kept: loaders live as long as the process. */
@Injectable()
export class ExecutionLoaders {
  /** The newest run of a workflow. */
  readonly newestOfWorkflow = new DataLoader<ScopedId, ExecutionSummary | null>((keys) => this.findNewest(keys), {
    cache: false,
    maxBatchSize: 100,
  });

  /** How often the nodes of a run were tried again. */
  readonly retries = new DataLoader<string, number>((ids) => this.counts.retriesOf(ids), {
    cache: false,
    maxBatchSize: 100,
  });

  /** Whether a run has a star. */
  readonly stars = new DataLoader<string, boolean>((ids) => this.marks.of(ids), { cache: false, maxBatchSize: 100 });

  constructor(
    private readonly history: ExecutionHistory,
    private readonly counts: ExecutionCounts,
    private readonly marks: ExecutionStars,
  ) {}

  /** Callers of several workspaces may ask in the same moment: each is answered from its own. */
  private async findNewest(keys: readonly ScopedId[]): Promise<(ExecutionSummary | null)[]> {
    const found = new Map<string, ExecutionSummary>();
    for (const [workspaceId, ids] of byWorkspace(keys)) {
      for (const summary of await this.history.newestOf(workspaceId, ids)) {
        found.set(`${workspaceId}/${summary.workflowId}`, summary);
      }
    }
    return keys.map(({ workspaceId, id }) => found.get(`${workspaceId}/${id}`) ?? null);
  }
}

function byWorkspace(keys: readonly ScopedId[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { workspaceId, id } of keys) groups.set(workspaceId, [...(groups.get(workspaceId) ?? []), id]);
  return groups;
}
