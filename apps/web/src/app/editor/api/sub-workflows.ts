import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import { EditorPublishDocument } from '@millrace/web-api/graphql/canvas';
import { WorkflowCreateDocument, WorkflowDeleteDocument } from '@millrace/web-api/graphql/workflows';
import type { WorkflowDocument } from '@millrace/workflow-model';

/** Makes workflows that a step can run: only published ones can. Everything throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class SubWorkflows {
  readonly #api = inject(GraphqlApi);

  /** Id of the new workflow, which is published. What could not be published is taken away again. */
  async create(document: WorkflowDocument): Promise<string> {
    const { workflowCreate } = await this.#api.mutate(WorkflowCreateDocument, {
      input: { document, name: document.name },
    });
    const { workflow } = accepted(workflowCreate);
    const id = workflow?.id ?? '';
    try {
      const input = { expectedRevision: workflow?.draftRevision ?? 0 };
      accepted((await this.#api.mutate(EditorPublishDocument, { id, input })).workflowPublish);
    } catch (error) {
      await this.remove(id).catch(() => undefined);
      throw error;
    }
    return id;
  }

  /** Puts it into the bin. */
  async remove(id: string): Promise<void> {
    accepted((await this.#api.mutate(WorkflowDeleteDocument, { id })).workflowDelete);
  }
}
