import type { Json, WorkflowDocument } from '@millrace/workflow-model';

/** A template as it lies in the repository's `examples` folder. */
export interface TemplateSource {
  /** Name of the folder. */
  readonly id: string;
  /** Own or exchange form. */
  readonly workflow: unknown;
  /** What its trigger is started with as a sample. */
  readonly payload: Json;
}

/** A workflow to begin with. */
export interface WorkflowTemplate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Types of its nodes, each once, in the order of the document. */
  readonly nodeTypes: readonly string[];
  readonly document: WorkflowDocument;
  readonly payload: Json;
}
