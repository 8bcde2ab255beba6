import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { ConcurrencySettings, RetentionSettings, WorkflowSettings } from '@millrace/workflow-model';
import {
  Button,
  Combobox,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  type Option,
  Segmented,
  Select,
  Toggle,
} from '@millrace/web-ui';
import { timezones } from '../node-view/controls/timezone-control';
import type { DurationUnit } from '../node-view/model/duration-text';
import { MillisecondsInput } from '../node-view/panes/milliseconds-input';
import type { EditorSession } from '../session/editor-session';
import { ConcurrencyKey } from './concurrency-key';
import { CountInput } from './count-input';
import { concurrencyWords, withSettings } from './settings-change';
import { SizeInput } from './size-input';
import { WorkflowPicker } from './workflow-picker';

/** What the dialog is given. */
export interface WorkflowSettingsDialogData {
  readonly session: EditorSession;
}

type Priority = NonNullable<WorkflowSettings['priority']>;
type OnLimit = ConcurrencySettings['onLimit'];

/** What holds for every run of a workflow. Kept as one step of undo when it is saved, and live with the next version. */
@Component({
  selector: 'mr-workflow-settings-dialog',
  imports: [
    Button,
    Combobox,
    ConcurrencyKey,
    CountInput,
    DialogFrame,
    Field,
    MillisecondsInput,
    Segmented,
    Select,
    SizeInput,
    Toggle,
    WorkflowPicker,
  ],
  templateUrl: './workflow-settings-dialog.html',
  styleUrl: './workflow-settings-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkflowSettingsDialog {
  protected readonly session = inject<WorkflowSettingsDialogData>(DIALOG_DATA).session;
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly isReadonly = this.session.isReadonly;
  protected readonly settings = signal<WorkflowSettings>(this.session.document().settings);
  /** What is wrong, by the place of the field. */
  readonly #flaws = signal<Readonly<Record<string, string | null>>>({});
  protected readonly isFlawed = computed(() => Object.values(this.#flaws()).some((flaw) => flaw !== null));
  protected readonly concurrencyWords = computed(() => {
    const { concurrency } = this.settings();
    return concurrency === undefined ? '' : concurrencyWords(concurrency);
  });
  protected readonly isChanged = computed(
    () => JSON.stringify(this.settings()) !== JSON.stringify(withSettings(this.session.document().settings, {})),
  );
  protected readonly zones = timezones();
  protected readonly units: readonly DurationUnit[] = ['seconds', 'minutes', 'hours', 'days'];
  protected readonly priorities: readonly Option<Priority>[] = [
    { value: 'low', label: 'Low', description: 'After everything else' },
    { value: 'normal', label: 'Normal' },
    { value: 'high', label: 'High', description: 'Before everything else' },
  ];
  protected readonly onLimits: readonly Option<OnLimit>[] = [
    { value: 'queue', label: 'The run waits its turn', description: 'Nothing is lost; a long queue takes its time.' },
    {
      value: 'skip',
      label: 'The run is skipped',
      description: 'Cancelled at once: for work that the next run does anyway.',
    },
    {
      value: 'cancel-previous',
      label: 'The oldest run is cancelled',
      description: 'For work of which only the newest counts.',
    },
  ];

  protected change(change: Partial<WorkflowSettings>): void {
    this.settings.update((settings) => withSettings(settings, change));
  }

  protected changeConcurrency(change: Partial<ConcurrencySettings>): void {
    const { concurrency } = this.settings();
    if (concurrency !== undefined) this.change({ concurrency: { ...concurrency, ...change } });
  }

  protected limit(isOn: boolean): void {
    this.change({ concurrency: isOn ? { limit: 1, onLimit: 'queue' } : undefined });
    if (!isOn) this.flaw('limit', null);
  }

  protected changeRetention(change: Partial<RetentionSettings>): void {
    this.change({ retention: { ...this.settings().retention, ...change } });
  }

  protected flaw(place: string, flaw: string | null): void {
    this.#flaws.update((flaws) => ({ ...flaws, [place]: flaw }));
  }

  protected save(): void {
    if (this.isFlawed()) return;
    if (this.isChanged()) this.session.actions.setWorkflowSettings(this.settings());
    this.ref.close(true);
  }
}
