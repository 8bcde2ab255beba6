import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import {
  Button,
  Checkbox,
  Chip,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Input,
  Notice,
  Skeleton,
  ValueBinding,
} from '@millrace/web-ui';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { ApiRunFeed } from '../../shared/api-run-feed';
import { ApiTests } from '../api-tests';
import { assertionWords } from '../assertion-words';

/** The run that a test is made of. */
export interface SaveTestData {
  readonly executionId: string;
  readonly workflowId: string;
  /** What it ran, when it is at hand. */
  readonly document?: WorkflowDocument;
}

/** What a run suggests as a test: what it began with, what its steps gave, and what came out. Closes with the id of the test. */
@Component({
  selector: 'mr-save-test-dialog',
  imports: [Button, Checkbox, Chip, DialogFrame, Field, Input, Notice, Skeleton, ValueBinding],
  templateUrl: './save-test-dialog.html',
  styleUrl: './save-test-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveTestDialog {
  protected readonly data = inject<SaveTestData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  readonly #api = inject(ApiTests);
  readonly #runs = inject(ApiRunFeed);
  protected readonly isSaving = signal(false);
  protected readonly failure = signal<string | undefined>(undefined);
  protected readonly proposal = resource({
    loader: async () => {
      const [proposal, document] = await Promise.all([
        this.#api.propose(this.data.executionId),
        this.data.document ?? this.#documentOf(this.data.executionId),
      ]);
      return { ...proposal, names: new Map(document.nodes.map(({ id, label }) => [id, label])) };
    },
  });
  protected readonly found = computed(() => (this.proposal.hasValue() ? this.proposal.value() : undefined));
  protected readonly name = linkedSignal(() => this.found()?.name ?? '');
  /** Places of the assertions to keep. */
  protected readonly kept = linkedSignal<ReadonlySet<number>>(
    () => new Set(this.found()?.spec.assertions.map((_one, place) => place)),
  );
  protected readonly assertions = computed(() =>
    (this.found()?.spec.assertions ?? []).map((one) => assertionWords(one, (id) => this.nameOf(id))),
  );
  protected readonly mocked = computed(() => [
    ...new Set((this.found()?.spec.mocks ?? []).map(({ nodeId }) => this.nameOf(nodeId))),
  ]);
  protected readonly answered = computed(() => [
    ...new Set((this.found()?.spec.answers ?? []).map(({ nodeId }) => this.nameOf(nodeId))),
  ]);

  protected toggle(place: number): void {
    this.kept.update((kept) => {
      const next = new Set(kept);
      if (!next.delete(place)) next.add(place);
      return next;
    });
  }

  protected async save(): Promise<void> {
    const found = this.found();
    if (found === undefined || this.name().trim() === '' || this.isSaving()) return;
    this.isSaving.set(true);
    this.failure.set(undefined);
    try {
      const assertions = found.spec.assertions.filter((_one, place) => this.kept().has(place));
      const id = await this.#api.create(this.data.workflowId, this.name().trim(), { ...found.spec, assertions });
      this.ref.close(id);
    } catch (thrown) {
      this.failure.set(apiErrorOf(thrown).message);
    } finally {
      this.isSaving.set(false);
    }
  }

  protected messageOf(error: unknown): string {
    return apiErrorOf(error).message;
  }

  private nameOf(nodeId: string): string {
    return this.found()?.names.get(nodeId) ?? nodeId;
  }

  async #documentOf(executionId: string): Promise<WorkflowDocument> {
    return (await this.#runs.details(executionId)).document as unknown as WorkflowDocument;
  }
}
