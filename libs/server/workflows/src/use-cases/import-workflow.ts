import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import type { Problem } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { DocumentChecks } from '../document-checks';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { readPins } from '../rules/read-pins';
import { WorkflowCompanions } from '../workflow-companions';
import { WorkflowPins } from '../workflow-pins';
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
    private readonly pins: WorkflowPins,
    private readonly pool: SqlPool,
    private readonly companions: WorkflowCompanions,
  ) {}

  /**
   * `name` replaces the document's. `pins` beside the document's parts are pinned to its draft.
   * @throws WorkflowInvalidError when it cannot even be stored; DomainError `PIN_INVALID`, `PIN_TOO_LARGE`, `TOO_MANY_PINS`, and those of what travels with it
   */
  async import(actor: Actor, input: unknown, name?: string): Promise<ImportedWorkflow> {
    const pins = readPins(pinsIn(input));
    this.companions.check(input);
    const read = this.documents.read(input, { name: 'Imported workflow' });
    const document = { ...read.document, name: name ?? read.document.name };
    const workflow = await this.creation.insert(actor, { ...read, document });
    if (pins.size > 0) await this.pool.tx((client) => this.pins.setAll(client, actor, workflow.id, pins));
    await this.companions.import(actor, workflow.id, input);
    return { workflow, problems: [...read.problems, ...(await this.documents.problemsFor(actor, workflow.draft))] };
  }
}

function pinsIn(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'pins' in input ? input.pins : undefined;
}
