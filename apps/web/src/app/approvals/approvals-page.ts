import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { apiErrorOf, Connection } from '@millrace/web-api';
import {
  Button,
  Dialogs,
  EmptyState,
  IconButton,
  Keys,
  Notice,
  PageHeader,
  SearchField,
  Shortcuts,
  Skeleton,
  type Tab,
  TabPanel,
  Tabs,
} from '@millrace/web-ui';
import { WhenVisible } from '../runs/shared/when-visible';
import { ApprovalApi } from './api/approval-api';
import { ApprovalCounts } from './api/approval-counts';
import { ApprovalView } from './detail/approval-view';
import { approvalShortcuts } from './approval-shortcuts';
import { ApprovalItem } from './list/approval-item';
import { ApprovalList } from './list/approval-list';
import { BulkDecide } from './list/bulk-decide';
import type { ApprovalListKind, ApprovalRow, Decision } from './model/approval-row';

/** What is shown beside the list. */
type Shown =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'ready'; readonly row: ApprovalRow };

const KINDS: readonly ApprovalListKind[] = ['mine', 'open', 'closed'];
const TYPING_PAUSE_MS = 200;

/** What waits for people to decide: the list, and one of it beside. */
@Component({
  selector: 'mr-approvals-page',
  imports: [
    ApprovalItem,
    ApprovalView,
    Button,
    EmptyState,
    IconButton,
    Keys,
    Notice,
    PageHeader,
    SearchField,
    Skeleton,
    TabPanel,
    Tabs,
    WhenVisible,
  ],
  providers: [BulkDecide],
  templateUrl: './approvals-page.html',
  styleUrl: './approvals-page.scss',
  host: { '[class.one]': 'approvalId() !== undefined' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApprovalsPage {
  /** From the address. */
  readonly approvalId = input<string>();
  private readonly api = inject(ApprovalApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly counts = inject(ApprovalCounts);
  protected readonly list = new ApprovalList(this.api);
  protected readonly bulk = inject(BulkDecide);
  private readonly view = viewChild(ApprovalView);
  private readonly query = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly kind = computed((): ApprovalListKind => {
    const asked = this.query().get('list');
    return KINDS.find((kind) => kind === asked) ?? 'mine';
  });
  protected readonly search = computed(() => this.query().get('search') ?? '');
  protected readonly tabs = computed((): readonly Tab<ApprovalListKind>[] => {
    const { mine, open } = this.counts.now();
    return [
      { id: 'mine', label: 'For me', ...(mine > 0 && { count: mine }) },
      { id: 'open', label: 'All open', ...(open > 0 && { count: open }) },
      { id: 'closed', label: 'Done' },
    ];
  });
  protected readonly shown = signal<Shown>({ kind: 'none' });
  protected readonly mayTick = computed(() => this.kind() !== 'closed');
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [kind, search] = [this.kind(), this.search()];
      untracked(() => void this.list.open(kind, search));
    });
    effect(() => {
      const id = this.approvalId();
      untracked(() => void this.show(id));
    });
    const { reconnects } = inject(Connection);
    effect(() => {
      // What happened while nobody was connected is not repeated: read it.
      if (reconnects() > 0) untracked(() => void this.reload());
    });
    this.list.follow((row) => this.hear(row));
    const dialogs = inject(Dialogs);
    const stop = inject(Shortcuts).register(
      ...approvalShortcuts({
        isFree: () => !dialogs.isOpen,
        move: (step) => this.move(step),
        decide: (decision) => this.decide(decision),
        back: () => this.back(),
        tick: () => this.tickShown(),
      }),
    );
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.list.dispose();
      clearTimeout(this.typing);
    });
  }

  protected choose(kind: ApprovalListKind): void {
    void this.go(undefined, { list: kind === 'mine' ? null : kind, search: null });
  }

  protected type(text: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(
      () => void this.go(this.approvalId(), { search: text.trim() || null }, true),
      TYPING_PAUSE_MS,
    );
  }

  protected open(id: string | undefined): void {
    if (id !== undefined && id !== this.approvalId()) void this.go(id, {});
  }

  protected back(): boolean {
    if (this.approvalId() === undefined) return false;
    const id = this.approvalId();
    void this.go(undefined, {}).then(() => this.focusItem(id));
    return true;
  }

  /** The approval is as it is now, whoever did it. */
  protected take(row: ApprovalRow): void {
    // The next one stands where this one was.
    const next = this.list.beside(row.id, 1);
    this.list.take(row);
    this.hear(row);
    this.after = next === row.id ? this.list.rows()[0]?.id : next;
  }

  protected next(): void {
    const isThere = this.list.rows().some(({ id }) => id === this.after);
    this.open(isThere ? this.after : this.list.rows()[0]?.id);
  }

  protected async retry(): Promise<void> {
    await this.show(this.approvalId());
  }

  /** Which one stands where the last decided one was. */
  private after: string | undefined;

  private hear(row: ApprovalRow): void {
    const shown = this.shown();
    if (shown.kind === 'ready' && shown.row.id === row.id) this.shown.set({ kind: 'ready', row });
  }

  private async reload(): Promise<void> {
    await Promise.all([this.list.refresh(), this.show(this.approvalId())]);
  }

  private async show(id: string | undefined): Promise<void> {
    if (id === undefined) return this.shown.set({ kind: 'none' });
    const known = this.list.rows().find((row) => row.id === id);
    if (known) return this.shown.set({ kind: 'ready', row: known });
    const before = this.shown();
    if (before.kind !== 'ready' || before.row.id !== id) this.shown.set({ kind: 'loading' });
    const found = await this.api.one(id).then(
      (row): Shown =>
        row === null ? { kind: 'failed', message: 'This approval does not exist any more.' } : { kind: 'ready', row },
      (thrown: unknown): Shown => ({ kind: 'failed', message: apiErrorOf(thrown).message }),
    );
    if (this.approvalId() === id) this.shown.set(found);
  }

  private move(step: 1 | -1): boolean {
    const id = this.list.beside(this.approvalId() ?? undefined, step);
    if (id === undefined) return false;
    void this.go(id, {}, this.approvalId() !== undefined).then(() => this.focusItem(id));
    return true;
  }

  private decide(decision: Decision): boolean {
    const box = this.view()?.decideBox();
    if (box === undefined) return false;
    void box.ask(decision);
    return true;
  }

  private tickShown(): boolean {
    const id = this.approvalId();
    if (id === undefined || !this.mayTick() || !this.list.rows().some((row) => row.id === id)) return false;
    this.list.tick(id);
    return true;
  }

  private focusItem(id: string | undefined): void {
    setTimeout(() => this.element.querySelector<HTMLElement>(`[data-approval="${id ?? ''}"]`)?.focus());
  }

  private go(
    id: string | undefined,
    queryParams: Readonly<Record<string, string | null>>,
    replaceUrl = false,
  ): Promise<boolean> {
    const way = id === undefined ? ['/approvals'] : ['/approvals', id];
    return this.router.navigate(way, { queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}
