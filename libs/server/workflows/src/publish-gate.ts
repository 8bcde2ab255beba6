import type { Actor } from '@millrace/server-identity';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

/** What is about to be published. */
export interface PublishCandidate {
  readonly workflowId: string;
  readonly document: WorkflowDocument;
  /** Of the content: equal for drafts that say the same. */
  readonly hash: string;
}

/** Looks at a draft before it is published, outside of the transaction: it may take its time. */
export interface PublishGate {
  /** @throws DomainError that refuses the publication and is told to the caller */
  check(actor: Actor, candidate: PublishCandidate): Promise<void>;
}

/** Where other rooms add their gates, at the latest in `onModuleInit`. */
@Injectable()
export class PublishGates {
  private readonly gates: PublishGate[] = [];

  add(gate: PublishGate): void {
    this.gates.push(gate);
  }

  /** Asks all gates in the order in which they were added; the first refusal ends the asking. */
  async check(actor: Actor, candidate: PublishCandidate): Promise<void> {
    for (const gate of this.gates) await gate.check(actor, candidate);
  }
}
