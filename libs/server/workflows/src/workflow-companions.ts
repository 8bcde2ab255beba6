import type { Actor } from '@millrace/server-identity';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

/** Something that other rooms keep with a workflow, and that travels with it in files under a key of its own. */
export interface WorkflowCompanion {
  readonly key: string;
  /** What goes into a file; undefined when there is nothing. */
  export(actor: Actor, workflowId: string): Promise<Json | undefined>;
  /** Looks at what a file holds before anything is made of it. @throws DomainError that refuses the file */
  check(given: unknown): void;
  /** Takes what a file holds to a workflow that was just made of it. */
  import(actor: Actor, workflowId: string, given: unknown): Promise<void>;
}

/** Where other rooms add what travels with workflows, at the latest in `onModuleInit`. */
@Injectable()
export class WorkflowCompanions {
  private readonly companions: WorkflowCompanion[] = [];

  add(companion: WorkflowCompanion): void {
    this.companions.push(companion);
  }

  /** Everything that belongs into the file of a workflow, by key. */
  async export(actor: Actor, workflowId: string): Promise<Record<string, Json>> {
    const parts: Record<string, Json> = {};
    for (const companion of this.companions) {
      const part = await companion.export(actor, workflowId);
      if (part !== undefined) parts[companion.key] = part;
    }
    return parts;
  }

  /** @throws DomainError when a part of the file cannot be taken */
  check(input: unknown): void {
    for (const companion of this.companions) {
      const given = partOf(input, companion.key);
      if (given !== undefined) companion.check(given);
    }
  }

  /** Takes the parts of a file to the workflow that was made of it. */
  async import(actor: Actor, workflowId: string, input: unknown): Promise<void> {
    for (const companion of this.companions) {
      const given = partOf(input, companion.key);
      if (given !== undefined) await companion.import(actor, workflowId, given);
    }
  }
}

function partOf(input: unknown, key: string): unknown {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, key)) return undefined;
  return (input as Record<string, unknown>)[key] ?? undefined;
}
