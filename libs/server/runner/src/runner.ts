import { Injectable } from '@nestjs/common';

/** Performs runs in this process: takes leases, runs nodes and records what they did. */
@Injectable()
export class Runner {
  /** Begins to take runs. */
  async start(): Promise<void> {}

  /** Takes no more runs, aborts those that do not end in time, and gives all leases back. */
  async stop(): Promise<void> {}
}
