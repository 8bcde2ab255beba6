import type { Actor } from '@millrace/server-identity';
import { Injectable } from '@nestjs/common';
import { DocumentChecks } from '../document-checks';
import { WorkflowStore } from '../persistence/workflow.store';
import { validationOf, type Validation } from '../rules/validation';
import { WorkflowInvalidError } from '../workflows.errors';

/** Tells everything that is wrong with a draft or a document. */
@Injectable()
export class ValidateWorkflow {
  constructor(
    private readonly store: WorkflowStore,
    private readonly documents: DocumentChecks,
  ) {}

  /** The stored draft. @throws DomainError `NOT_FOUND` */
  async draft(actor: Actor, workflowId: string): Promise<Validation> {
    const { draft } = await this.store.find(actor, workflowId);
    return validationOf(await this.documents.problemsFor(actor, draft));
  }

  /** A document that is not stored, in our own or the exchange form. What cannot be read is told in the same way. */
  document(input: unknown): Validation {
    try {
      const { document, problems } = this.documents.read(input);
      return validationOf([...problems, ...this.documents.problemsOf(document)]);
    } catch (error) {
      if (error instanceof WorkflowInvalidError) return validationOf(error.details.problems);
      throw error;
    }
  }
}
