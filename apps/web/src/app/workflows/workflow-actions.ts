import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { accepted, apiErrorOf, GraphqlApi } from '@millrace/web-api';
import type { WorkflowCreateInput, WorkflowRowFragment } from '@millrace/web-api/graphql';
import {
  NodeTypesDocument,
  WorkflowCreateDocument,
  WorkflowDeleteDocument,
  WorkflowDisableDocument,
  WorkflowDuplicateDocument,
  WorkflowEnableDocument,
  WorkflowExportDocument,
  WorkflowUndeleteDocument,
} from '@millrace/web-api/graphql/workflows';
import { Announcer, Dialogs, formatCount, Toasts } from '@millrace/web-ui/base';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { documentWith, fileNameOf, UNTITLED } from './new-documents';
import { saveJsonFile, saveTextFile } from '../shell/save-file';

/** What a workflow is exported as: its document as JSON or YAML, or the form that other tools read. */
export type ExportFormat = 'json' | 'yaml' | 'exchange';

/** A workflow by id and name. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What can be done with workflows from outside the editor. Everything but `create…` and `import` throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class WorkflowActions {
  private readonly api = inject(GraphqlApi);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  private readonly imported = signal(0);

  /** Grows when several workflows were imported: a list must be read again. */
  readonly importedCount = this.imported.asReadonly();

  /** Makes an empty workflow and opens it. */
  create(): Promise<void> {
    return this.createFrom({ name: UNTITLED });
  }

  /** Makes a workflow that begins with a node of this type and opens it. */
  async createWith(type: string): Promise<void> {
    const { nodeDefinitions } = await this.api.query(NodeTypesDocument, {}, { from: 'cached' });
    const definition = nodeDefinitions.find((one) => one.type === type);
    await this.createFrom(definition ? { document: documentWith(definition) } : { name: UNTITLED });
  }

  /** Makes a workflow out of a draft and opens it. */
  createDrafted({ name, nodes, edges }: Pick<WorkflowDocument, 'name' | 'nodes' | 'edges'>): Promise<void> {
    return this.createFrom({ document: { name, nodes, edges } });
  }

  /** Makes a workflow of its own out of a document, under another name, and opens it. */
  createCopy(document: WorkflowDocument, name: string): Promise<void> {
    return this.createFrom({ document: { ...document, name } });
  }

  /** Asks for documents, or begins with files; opens the workflow that was made, or shows the newest of several in the list. */
  async import(files: readonly File[] = []): Promise<void> {
    const { ImportDialog } = await import('./import/import-dialog');
    const dialog = this.dialogs.open<readonly string[]>(ImportDialog, {
      data: files,
      size: 'wide',
      focus: '.drop button',
    });
    dialog.closed.subscribe((ids) => {
      const [first, ...others] = ids ?? [];
      if (first === undefined) return;
      if (others.length === 0) return this.open(first);
      this.imported.update((count) => count + 1);
      void this.router.navigate(['/workflows']);
      this.announcer.say(`${formatCount(others.length + 1, 'workflow')} imported.`);
    });
  }

  /** Opens the editor. */
  open(id: string): void {
    void this.router.navigate(['/workflows', id]);
  }

  async duplicate({ id }: Named): Promise<WorkflowRowFragment> {
    const { workflowDuplicate } = await this.api.mutate(WorkflowDuplicateDocument, { id });
    return kept(accepted(workflowDuplicate).workflow);
  }

  async setEnabled({ id }: Named, isEnabled: boolean): Promise<WorkflowRowFragment> {
    if (isEnabled)
      return kept(accepted((await this.api.mutate(WorkflowEnableDocument, { id })).workflowEnable).workflow);
    return kept(accepted((await this.api.mutate(WorkflowDisableDocument, { id })).workflowDisable).workflow);
  }

  async delete({ id }: Named): Promise<void> {
    accepted((await this.api.mutate(WorkflowDeleteDocument, { id })).workflowDelete);
  }

  async restore({ id }: Named): Promise<WorkflowRowFragment> {
    return kept(accepted((await this.api.mutate(WorkflowUndeleteDocument, { id })).workflowUndelete).workflow);
  }

  /** Saves the draft as a file. */
  async export({ id, name }: Named, format: ExportFormat): Promise<void> {
    const form = format === 'exchange' ? 'EXCHANGE' : 'DOCUMENT';
    const { workflowExport } = await this.api.query(WorkflowExportDocument, { id, form });
    if (format !== 'yaml') {
      saveJsonFile(fileNameOf(name, format === 'exchange' ? '.exchange.json' : '.json'), workflowExport);
      return;
    }
    const { writeYaml } = await import('./import/workflow-yaml');
    saveTextFile(fileNameOf(name, '.yaml'), writeYaml(workflowExport), 'application/yaml');
  }

  private async createFrom(input: WorkflowCreateInput): Promise<void> {
    try {
      const { workflowCreate } = await this.api.mutate(WorkflowCreateDocument, { input });
      this.open(kept(accepted(workflowCreate).workflow).id);
    } catch (error) {
      // It can be asked for anywhere, so that there is no place of its own for what went wrong.
      this.toasts.show(`No workflow was made. ${apiErrorOf(error).message}`, { tone: 'error' });
    }
  }
}

function kept<T>(workflow: T | null): T {
  if (!workflow) throw new Error('The server did what was asked and showed nothing of it.');
  return workflow;
}
