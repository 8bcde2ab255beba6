import { inject, Injectable, signal } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { AssistantStatusDocument, NodeTypesDocument } from '@millrace/web-api/graphql';
import { Dialogs } from '@millrace/web-ui/base';
import type { WorkflowDocument } from '@millrace/workflow-model';
import type { DraftDialogData } from '../editor/magic/draft-dialog';
import { WorkflowActions } from './workflow-actions';

/** A new workflow out of a description, where there is a model for it. */
@Injectable({ providedIn: 'root' })
export class DescribeWorkflow {
  private readonly api = inject(GraphqlApi);
  private readonly dialogs = inject(Dialogs);
  private readonly actions = inject(WorkflowActions);
  private readonly ready = signal(false);

  /** Whether there is a model; false until it is known. */
  readonly isReady = this.ready.asReadonly();

  /** Asks whether there is a model. Never rejects: without an answer it is not offered. */
  async load(): Promise<void> {
    const found = await this.api.query(AssistantStatusDocument, {}).catch(() => null);
    this.ready.set(found?.assistantStatus.ready === true);
  }

  /** Asks for the description; what comes of it is stored and opened. */
  async open(): Promise<void> {
    const [{ DraftDialog }, { nodeDefinitions }] = await Promise.all([
      import('../editor/magic/draft-dialog'),
      this.api.query(NodeTypesDocument, {}, { from: 'cached' }),
    ]);
    const titles = new Map(nodeDefinitions.map(({ type, title }) => [type, title]));
    const data: DraftDialogData = { action: 'Create workflow', titleOf: (type) => titles.get(type) ?? type };
    const dialog = this.dialogs.open<WorkflowDocument>(DraftDialog, { data, size: 'wide', focus: 'textarea, button' });
    dialog.closed.subscribe((document) => {
      if (document !== undefined) void this.actions.createDrafted(document);
    });
  }
}
