import type { Actor } from '@millrace/server-identity';
import type { Problem } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { DocumentChecks } from '../document-checks';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { CreateWorkflow } from './create-workflow';

/** What became of an imported document. */
export interface ImportedWorkflow {
  readonly workflow: WorkflowEntity;
  /** Everything to mend before it can run. */
  readonly problems: readonly Problem[];
}

/** Takes a document of this or another installation, in our own or the exchange form. */
@Injectable()
export class ImportWorkflow {
  constructor(
    private readonly documents: DocumentChecks,
    private readonly creation: CreateWorkflow,
  ) {}

  /** `name` replaces the document's. @throws WorkflowInvalidError when it cannot even be stored */
  async import(actor: Actor, input: unknown, name?: string): Promise<ImportedWorkflow> {
    const read = this.documents.read(input, { name: 'Imported workflow' });
    const document = { ...read.document, name: name ?? read.document.name };
    const workflow = await this.creation.insert(actor, { ...read, document });
    return { workflow, problems: [...read.problems, ...this.documents.problemsOf(workflow.draft)] };
  }
}
