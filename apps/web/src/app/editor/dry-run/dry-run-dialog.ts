import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import {
  Button,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Notice,
  type Option,
  Select,
  Toggle,
} from '@millrace/web-ui';
import { effectOf, type InjectedFailure, type Json } from '@millrace/workflow-model';
import { FailuresSection } from '../../tests/editor/failures-section';
import { JsonField } from '../../tests/editor/json-field';
import { nodesWithEffects } from '../../tests/editor/empty-test';
import type { EditorState } from '../editor-state';
import { DryRunSources, NO_SOURCE } from './dry-run-sources';
import type { DryRuns } from './dry-runs';

/** What the dialog is given. */
export interface DryRunDialogData {
  readonly state: EditorState;
  readonly dryRuns: DryRuns;
}

/** Before a dry run: what it begins with, what may really be read, and what goes wrong. */
@Component({
  selector: 'mr-dry-run-dialog',
  imports: [Button, DialogFrame, FailuresSection, Field, JsonField, Notice, Select, Toggle],
  templateUrl: './dry-run-dialog.html',
  styleUrl: './dry-run-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DryRunDialog {
  protected readonly data = inject<DryRunDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  protected readonly session = this.data.state.session;
  protected readonly dryRuns = this.data.dryRuns;
  protected readonly triggers: readonly Option[] = this.session
    .nodes()
    .filter((node) => node.enabled && this.session.catalogue.isTrigger(node))
    .map(({ id, label }) => ({ value: id, label }));
  protected readonly triggerId = signal<string | null>(this.triggers[0]?.value ?? null);
  /** Runs whose outputs can stand in for calls. */
  protected readonly sources = new DryRunSources(
    inject(GraphqlApi),
    this.session.run.isByHand() ? this.session.run.executionId() : undefined,
  );
  /** What the trigger is proposed to give, and where that is from. */
  readonly #known = computed((): { readonly value: Json; readonly words: string } => {
    const id = this.triggerId();
    const { sample, source } = (id === null ? undefined : this.session.params.output(id)) ?? {};
    const ofRun = this.sources.trigger();
    if (source === 'pinned') return { value: sample ?? {}, words: 'What is pinned on the trigger.' };
    if (ofRun !== undefined) return { value: ofRun, words: 'What that run began with.' };
    return { value: sample ?? {}, words: source === 'run' ? 'What the last run began with.' : 'Sample data.' };
  });
  protected readonly trigger = linkedSignal<Json>(() => this.#known().value);
  protected readonly knownWords = computed(() => this.#known().words);
  protected readonly flaw = signal<string | undefined>(undefined);
  protected readonly readsReally = signal(false);
  protected readonly failures = signal<InjectedFailure[]>([...this.dryRuns.failures()]);
  protected readonly effects = computed(() => {
    const kinds = nodesWithEffects(this.session).map((node) => {
      const definition = this.session.catalogue.of(node);
      return definition === undefined ? 'none' : effectOf(definition, node);
    });
    return {
      writes: kinds.filter((kind) => kind === 'write').length,
      reads: kinds.filter((kind) => kind === 'read').length,
    };
  });
  protected readonly readWords = computed(() => {
    const { reads } = this.effects();
    if (reads === 0) return 'No step of this workflow only reads.';
    return `${reads === 1 ? 'One step reads' : `${reads} steps read`}. With this, they are called with their credentials; nothing is ever written.`;
  });

  constructor() {
    const workflowId = this.session.workflowId();
    if (workflowId !== undefined) void this.sources.load(workflowId);
  }

  protected async start(): Promise<void> {
    const triggerNodeId = this.triggerId();
    if (this.flaw() !== undefined || triggerNodeId === null) return;
    this.dryRuns.setFailures(this.failures());
    const isStarted = await this.dryRuns.start({
      triggerNodeId,
      trigger: this.trigger(),
      readsReally: this.readsReally(),
      failures: this.failures(),
      ...(this.sources.chosen() !== NO_SOURCE && { sourceExecutionId: this.sources.chosen() }),
    });
    if (isStarted) this.ref.close();
  }
}
