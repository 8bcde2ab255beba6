import type { JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

/** Addresses at which the world can answer a run, as templates see them under `execution`. Known before anything waits. */
@Injectable()
export class RunLinks {
  private make: (executionId: string) => JsonObject = () => ({});

  /** Says how they are made; at the latest in `onModuleInit`. */
  use(make: (executionId: string) => JsonObject): void {
    this.make = make;
  }

  /** By name; none where nobody serves them. */
  of(executionId: string): JsonObject {
    return this.make(executionId);
  }
}
