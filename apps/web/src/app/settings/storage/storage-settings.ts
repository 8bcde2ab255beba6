import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accepted, GraphqlApi, Permissions } from '@millrace/web-api';
import {
  RetentionPreviewDocument,
  RetentionRunDocument,
  WorkspaceRetentionSetDocument,
  WorkspaceStorageDocument,
} from '@millrace/web-api/graphql/operations';
import {
  Announcer,
  Button,
  Dialogs,
  EmptyState,
  Field,
  formatBytes,
  formatCount,
  formatNumber,
  Input,
  Notice,
  RelativeTime,
  Skeleton,
  ValueBinding,
} from '@millrace/web-ui';
import { Attempt } from '../attempt';
import { LoadFailed } from '../load-failed';
import { SettingsRow } from '../settings-row';
import { SettingsSection } from '../settings-section';
import { numberIn, retentionLine, vacuumHint } from './storage-words';

const MEGABYTE = 1_000_000;
const SOURCES = { WORKFLOW: 'its own limit', WORKSPACE: 'the workspace', INSTANCE: 'the server' } as const;

/** What runs take, how long they are kept, and what goes next. */
@Component({
  selector: 'mr-storage-settings',
  imports: [
    Button,
    EmptyState,
    Field,
    Input,
    LoadFailed,
    Notice,
    RelativeTime,
    RouterLink,
    SettingsRow,
    SettingsSection,
    Skeleton,
    ValueBinding,
  ],
  templateUrl: './storage-settings.html',
  styleUrl: './storage-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StorageSettings {
  private readonly api = inject(GraphqlApi);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  protected readonly mayPurge = computed(() => this.permissions.has('execution:purge'));
  private readonly permissions = inject(Permissions);
  protected readonly attempt = new Attempt();
  protected readonly bytes = formatBytes;
  protected readonly number = formatNumber;
  protected readonly count = formatCount;
  protected readonly hintOf = vacuumHint;
  protected readonly storage = resource({
    loader: async () => (await this.api.query(WorkspaceStorageDocument, {})).workspaceStorage,
  });
  protected readonly known = computed(() => (this.storage.hasValue() ? this.storage.value() : null));
  protected readonly kept = computed(() => {
    const known = this.known();
    return known ? retentionLine(known.retention) : '';
  });
  protected readonly rows = computed(() => {
    const workflows = this.known()?.workflows ?? [];
    const sizes = workflows.map(({ bytes, testBytes }) => bytes + testBytes);
    const most = Math.max(1, ...sizes);
    return workflows.map((one, index) => ({ ...one, share: `${Math.max(1, ((sizes[index] ?? 0) / most) * 100)}%` }));
  });
  protected readonly days = linkedSignal(() => textOf(this.known()?.retention.days));
  protected readonly runs = linkedSignal(() => textOf(this.known()?.retention.runs));
  protected readonly megabytes = linkedSignal(() => textOf((this.known()?.retention.bytes ?? 0) / MEGABYTE));
  protected readonly isWrong = computed(() =>
    [this.days(), this.runs(), this.megabytes()].some((text) => numberIn(text) === undefined),
  );
  protected readonly isChanged = computed(() => {
    const known = this.known();
    const before = [known?.retention.days, known?.retention.runs, (known?.retention.bytes ?? 0) / MEGABYTE].map(textOf);
    return [this.days(), this.runs(), this.megabytes()].some((text, index) => text.trim() !== before[index]);
  });
  /** Asked for by hand: counting takes a while where there is much. */
  protected readonly preview = linkedSignal<
    unknown,
    { readonly lines: readonly Line[]; readonly total: string } | null
  >({
    source: () => this.storage.value(),
    computation: () => null,
  });

  protected errorOf(text: string): string | null {
    return numberIn(text) === undefined ? 'Enter a whole number, or nothing.' : null;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isWrong()) return;
    const megabytes = numberIn(this.megabytes()) ?? null;
    const input = {
      days: numberIn(this.days()) ?? null,
      runs: numberIn(this.runs()) ?? null,
      bytes: megabytes === null ? null : megabytes * MEGABYTE,
    };
    const isDone = await this.attempt.run('save', async () => {
      accepted((await this.api.mutate(WorkspaceRetentionSetDocument, { input })).workspaceRetentionSet);
    });
    if (!isDone) return;
    this.announcer.say('Saved');
    this.storage.reload();
  }

  protected async look(): Promise<void> {
    await this.attempt.run('preview', async () => {
      const { retentionPreview } = await this.api.query(RetentionPreviewDocument, {});
      const names = new Map((this.known()?.workflows ?? []).map(({ workflowId, name }) => [workflowId, name]));
      const total = retentionPreview.reduce((sum, { runs }) => sum + runs, 0);
      const lines = retentionPreview.map(({ workflowId, runs, source }) => ({
        name: names.get(workflowId) ?? (workflowId === null ? 'Runs without a workflow' : 'Another workflow'),
        text: `${formatCount(runs, 'run')}, by ${SOURCES[source]}`,
      }));
      this.preview.set({ lines, total: formatCount(total, 'run') });
      this.announcer.say(`${formatCount(total, 'run')} would be deleted`);
    });
  }

  protected async clean(): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Delete ${this.preview()?.total ?? 'old runs'} now?`,
      text: 'They go with everything that they recorded. Starred runs stay. This cannot be taken back.',
      action: 'Delete runs',
      danger: true,
    });
    if (!isSure) return;
    const isDone = await this.attempt.run('clean', async () => {
      accepted((await this.api.mutate(RetentionRunDocument, {})).retentionRun);
    });
    if (!isDone) return;
    this.announcer.say('Runs are being deleted');
    this.preview.set(null);
    // A worker does it a few runs at a time.
    setTimeout(() => this.storage.reload(), 1_500);
  }
}

interface Line {
  readonly name: string;
  readonly text: string;
}

function textOf(value: number | null | undefined): string {
  return value ? String(value) : '';
}
