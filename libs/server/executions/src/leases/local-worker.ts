import { Injectable } from '@nestjs/common';
import type { ClaimedExecution } from './claimed-execution';

/** What a runner in this process offers to those who start runs. */
export interface WorkerOffer {
  /** Name under which the runner holds leases. */
  readonly owner: string;
  /** Keeps up to `wanted` free places; answers how many. */
  reserve(wanted: number): number;
  /** Gives reserved places back. */
  giveBack(places: number): void;
  /** Takes runs, in reserved places, whose leases the start has taken in its name. */
  begin(runs: readonly ClaimedExecution[]): void;
}

/**
 * The short way from a start to a runner in the same process: the run is committed with its lease already taken, so no job
 * has to be sent, fetched and deleted and nothing is read back. If the process dies, the lease runs out like any other.
 */
@Injectable()
export class LocalWorker {
  private offer: WorkerOffer | undefined;

  /** Makes a runner known until the returned function is called. */
  attach(offer: WorkerOffer): () => void {
    this.offer = offer;
    return () => {
      if (this.offer === offer) this.offer = undefined;
    };
  }

  /** The runner of this process, if there is one. */
  get current(): WorkerOffer | undefined {
    return this.offer;
  }
}
