import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { apiErrorOf, Session } from '@millrace/web-api';
import { EditorSession } from '@millrace/web-canvas';
import {
  Announcer,
  Avatar,
  Button,
  Dialogs,
  EmptyState,
  Icon,
  IconButton,
  MenuTrigger,
  Notice,
  RelativeTime,
  Select,
  Skeleton,
  Splitter,
  type MenuEntry,
  type Option,
} from '@millrace/web-ui';
import { diffDocuments } from '@millrace/workflow-model';
import { EditorState } from '../editor/editor-state';
import { LoadedCatalogue } from '../shared/loaded-catalogue';
import { saveJsonFile } from '../shell/save-file';
import { changeListOf, countMarks } from './diff/change-list';
import { DiffCanvas } from './diff/diff-canvas';
import { DiffList } from './diff/diff-list';
import { mergedPicture } from './diff/merged-picture';
import { WorkflowActions } from '../workflows/workflow-actions';
import { DRAFT, type VersionEntry } from './version-entry';
import { VersionHistory } from './version-history';
import { WaitingNotice } from './waiting/waiting-notice';

/** Compared with nothing: only looked at. */
const NOTHING = 'none';

/** The history of a workflow: look at any point, compare any two, go back. */
@Component({
  selector: 'mr-versions-page',
  imports: [
    Avatar,
    Button,
    DiffCanvas,
    DiffList,
    EmptyState,
    Icon,
    IconButton,
    MenuTrigger,
    Notice,
    RelativeTime,
    Select,
    Skeleton,
    Splitter,
    WaitingNotice,
  ],
  providers: [VersionHistory],
  templateUrl: './versions-page.html',
  styleUrl: './versions-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionsPage {
  /** From the address. */
  readonly workflowId = input.required<string>();
  protected readonly history = inject(VersionHistory);
  private readonly definitions = inject(LoadedCatalogue);
  /** Around this tab: its draft and what it says is live must follow. */
  private readonly editor = inject(EditorState, { optional: true });
  protected readonly mayWrite = inject(Session).mayWrite;
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  private readonly workflows = inject(WorkflowActions);
  private readonly query = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly session = new EditorSession({ catalogue: this.definitions.catalogue });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly selected = computed(() => {
    const asked = this.query().get('version') ?? DRAFT;
    return this.history.entry(asked) ?? this.history.entries()[0];
  });
  /** What it is compared with: what was asked for, else the point before it. */
  protected readonly otherId = computed(() => {
    const asked = this.query().get('with');
    if (asked === NOTHING || (asked !== null && this.history.entry(asked))) return asked;
    const entries = this.history.entries();
    const at = entries.findIndex(({ id }) => id === this.selected()?.id);
    return entries[at + 1]?.id ?? NOTHING;
  });
  protected readonly others = computed<readonly Option[]>(() => [
    { value: NOTHING, label: 'Nothing' },
    ...this.history
      .entries()
      .filter(({ id }) => id !== this.selected()?.id)
      .map(({ id, title }) => ({ value: id, label: title })),
  ]);
  protected readonly comparison = resource({
    params: () => {
      const selected = this.selected();
      return selected && { id: selected.id, at: selected.at, otherId: this.otherId() };
    },
    loader: async ({ params: { id, otherId } }) => {
      const [document, other] = await Promise.all([
        this.history.document(id),
        otherId === NOTHING ? undefined : this.history.document(otherId),
        this.definitions.load(),
      ]);
      if (other === undefined) return { document, marks: new Map(), groups: [], isCompared: false } as const;
      const diff = diffDocuments(other, document);
      return { ...mergedPicture(other, document, diff), groups: changeListOf(diff, other, document), isCompared: true };
    },
  });
  protected readonly shown = computed(() => (this.comparison.hasValue() ? this.comparison.value() : undefined));
  protected readonly counts = computed(() => countMarks(this.shown()?.groups ?? []));

  constructor() {
    effect(() => {
      const id = this.workflowId();
      untracked(() => void this.history.open(id));
    });
    effect(() => {
      const shown = this.shown();
      if (shown) untracked(() => this.session.view(shown.document, this.workflowId()));
    });
    inject(DestroyRef).onDestroy(() => this.session.dispose());
  }

  protected show(entry: VersionEntry): void {
    this.address({ version: entry.id === DRAFT ? null : entry.id, with: null });
  }

  protected compareWith(id: string | null): void {
    this.address({ with: id });
  }

  protected onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const button = event.currentTarget as HTMLElement;
    const rows = [...(button.closest('ol')?.querySelectorAll<HTMLElement>('button.entry') ?? [])];
    rows[rows.indexOf(button) + step]?.focus();
  }

  protected readonly moreMenu = (): readonly MenuEntry[] => {
    const entry = this.selected();
    if (entry === undefined) return [];
    return [
      ...(entry.id === DRAFT || !this.mayWrite()
        ? []
        : [{ label: 'Rename', icon: 'pencil' as const, run: () => void this.rename(entry) }]),
      ...(this.mayWrite()
        ? [{ label: 'New workflow from it', icon: 'copy-plus' as const, run: () => void this.copy(entry) }]
        : []),
      { label: 'Download', icon: 'download', run: () => void this.download(entry) },
    ];
  };

  protected async restore(entry: VersionEntry): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Restore ${entry.title} as the draft?`,
      text: 'The draft becomes a copy of it. The draft of now stays in the history; what is live stays live.',
      action: 'Restore',
    });
    if (isSure) await this.act(() => this.restoreInto(entry.id), `${entry.title} restored as the draft`);
  }

  protected async makeLive(entry: VersionEntry): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Make ${entry.title} live?`,
      text: 'New runs use it from now on. Runs that go on keep the version that they began with; the draft stays as it is.',
      action: 'Make live',
    });
    if (isSure) await this.act(() => this.putLive(entry.id), `${entry.title} is live`);
  }

  private async restoreInto(versionId: string): Promise<void> {
    await this.editor?.session.flush();
    await this.history.restore(versionId);
    await this.editor?.open(this.workflowId());
  }

  private async putLive(versionId: string): Promise<void> {
    await this.editor?.session.flush();
    await this.history.makeLive(versionId);
    await this.editor?.open(this.workflowId());
  }

  private async rename(entry: VersionEntry): Promise<void> {
    const name = await this.dialogs.prompt({
      heading: `Rename ${entry.title}`,
      label: 'Name',
      value: entry.name ?? '',
      action: 'Rename',
    });
    if (name !== undefined) await this.act(() => this.history.rename(entry.id, name), `Renamed to ${name}`);
  }

  private async copy(entry: VersionEntry): Promise<void> {
    await this.act(async () => {
      const document = await this.history.document(entry.id);
      await this.workflows.createCopy(document, `${this.history.workflowName()} (${entry.title})`);
    }, 'A new workflow was made');
  }

  private async download(entry: VersionEntry): Promise<void> {
    await this.act(async () => {
      const name = this.history
        .workflowName()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-');
      saveJsonFile(`${name}-${entry.version ?? entry.kind}.json`, await this.history.document(entry.id));
    }, 'Downloaded');
  }

  protected messageOf(error: unknown): string {
    return apiErrorOf(error).message;
  }

  private async act(work: () => Promise<void>, done: string): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
      this.announcer.say(done);
    } catch (thrown) {
      this.problem.set(apiErrorOf(thrown).message);
    } finally {
      this.isBusy.set(false);
    }
  }

  private address(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }
}
