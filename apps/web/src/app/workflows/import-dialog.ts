import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  linkedSignal,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { accepted, apiErrorOf, GraphqlApi, MutationRefused } from '@millrace/web-api';
import { ValidateDocumentDocument, WorkflowImportDocument, type IssuePartsFragment } from '@millrace/web-api/graphql';
import {
  Button,
  DialogFrame,
  DialogRef,
  Field,
  formatCount,
  Icon,
  Input,
  Notice,
  Skeleton,
  ValueBinding,
} from '@millrace/web-ui';
import { MOST_BYTES, readImport } from './imported-document';

/** Takes a workflow from a file or from JSON, shows what it is and what ails it, and makes a workflow of it. Closes with its id. */
@Component({
  selector: 'mr-import-dialog',
  imports: [Button, DialogFrame, Field, Icon, Input, Notice, Skeleton, ValueBinding],
  templateUrl: './import-dialog.html',
  styleUrl: './import-dialog.scss',
  host: {
    '(dragover)': 'dragOver($event)',
    '(dragleave)': 'isOver.set(false)',
    '(drop)': 'drop($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportDialog {
  private readonly api = inject(GraphqlApi);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly text = signal('');
  protected readonly fileName = signal<string | null>(null);
  protected readonly fileProblem = signal<string | null>(null);
  protected readonly isOver = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly failure = linkedSignal<string, { message: string; issues: readonly IssuePartsFragment[] } | null>({
    source: this.text,
    computation: () => null,
  });
  protected readonly read = computed(() => readImport(this.text()));
  protected readonly problem = computed(() => {
    const read = this.read();
    return this.fileProblem() ?? (read.kind === 'broken' ? read.message : null);
  });
  protected readonly found = computed(() => {
    const read = this.read();
    return read.kind === 'read' ? read : null;
  });
  protected readonly name = linkedSignal(() => this.found()?.name ?? '');
  protected readonly nodesText = computed(() => formatCount(this.found()?.nodeCount ?? 0, 'node'));
  protected readonly check = resource({
    params: () => this.found()?.document,
    loader: async ({ params: document, abortSignal }) => {
      const { workflowValidate } = await this.api.query(
        ValidateDocumentDocument,
        { document },
        { signal: abortSignal },
      );
      return workflowValidate;
    },
  });
  protected readonly issues = computed<readonly IssuePartsFragment[]>(() => {
    const refused = this.failure()?.issues ?? [];
    if (refused.length > 0) return refused;
    return this.check.hasValue() ? this.check.value().issues : [];
  });
  protected readonly checkProblem = computed(() => {
    const error = this.check.error();
    return error ? apiErrorOf(error.cause ?? error).message : null;
  });
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  protected chooseFile(): void {
    this.picker().nativeElement.click();
  }

  protected dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    this.isOver.set(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.take(file);
  }

  protected picked(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void this.take(file);
    // The same file can be chosen again after it was mended.
    input.value = '';
  }

  protected paste(text: string): void {
    this.fileName.set(null);
    this.fileProblem.set(null);
    this.text.set(text);
  }

  protected async import(): Promise<void> {
    const found = this.found();
    if (!found || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const input = { document: found.document, name: this.name().trim() || null };
      const { workflowImport } = await this.api.mutate(WorkflowImportDocument, { input });
      this.ref.close(accepted(workflowImport).workflow?.id);
    } catch (error) {
      const issues = error instanceof MutationRefused ? (error.failure('WorkflowInvalid')?.issues ?? []) : [];
      this.failure.set({ message: apiErrorOf(error).message, issues });
    } finally {
      this.isBusy.set(false);
    }
  }

  private async take(file: File): Promise<void> {
    this.paste('');
    if (file.size > MOST_BYTES)
      return this.fileProblem.set(`“${file.name}” is larger than 4 MB, the limit for one workflow.`);
    this.text.set(await file.text());
    this.fileName.set(file.name);
  }
}
