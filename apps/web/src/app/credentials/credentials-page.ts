import { BreakpointObserver } from '@angular/cdk/layout';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { apiErrorOf, Permissions, Session } from '@millrace/web-api';
import {
  CREDENTIAL_API,
  CredentialDialogs,
  CredentialHealth,
  Credentials,
  signsIn,
  TypeIcon,
  type CredentialRow,
} from '@millrace/web-canvas/credentials';
import {
  Announcer,
  Button,
  EmptyState,
  FilterBar,
  FilterChoice,
  FilterPill,
  formatCount,
  IconButton,
  Menus,
  Notice,
  PageHeader,
  RelativeTime,
  SearchField,
  Table,
  TableCell,
  Tooltip,
  type FilterOption,
  type MenuEntry,
  type TableColumn,
} from '@millrace/web-ui';
import { filtered, ownerOf, usesOf, type CredentialLine } from './credential-list';

/** The accounts of the workspace: found, tried out, shared, replaced, deleted. Never a value. */
@Component({
  selector: 'mr-credentials-page',
  imports: [
    Button,
    CredentialHealth,
    EmptyState,
    FilterBar,
    FilterChoice,
    FilterPill,
    IconButton,
    Notice,
    PageHeader,
    RelativeTime,
    RouterLink,
    SearchField,
    Table,
    TableCell,
    Tooltip,
    TypeIcon,
  ],
  templateUrl: './credentials-page.html',
  styleUrl: './credentials-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CredentialsPage {
  /** Id of one to show at once, from the address. */
  readonly open = input<string>();
  protected readonly credentials = inject(Credentials);
  protected readonly permissions = inject(Permissions);
  readonly #dialogs = inject(CredentialDialogs);
  readonly #api = inject(CREDENTIAL_API);
  readonly #menus = inject(Menus);
  readonly #announcer = inject(Announcer);
  readonly #router = inject(Router);
  readonly #me = inject(Session).user;
  readonly #isNarrow = toSignal(inject(BreakpointObserver).observe('(max-width: 1180px)'));
  protected readonly text = signal('');
  protected readonly types = signal<readonly string[]>([]);
  protected readonly isBroken = signal(false);
  protected readonly problem = signal<{ readonly heading: string; readonly text: string } | undefined>(undefined);
  readonly #uses = resource({
    params: () => (this.credentials.mayUse() ? this.credentials.rows().length : undefined),
    // Without it the list works as well.
    loader: () => this.#api.uses().catch(() => new Map()),
  });
  readonly #people = resource({ loader: () => this.#api.people().catch(() => []) });
  protected readonly lines = computed(() => {
    const uses = this.#uses.hasValue() ? this.#uses.value() : undefined;
    const people = this.#people.hasValue() ? this.#people.value() : [];
    return this.credentials.rows().map((row): CredentialLine => {
      const type = this.credentials.typeOf(row.type);
      const owner = ownerOf(row, people, this.#me()?.id);
      return { row, type, typeTitle: type?.title ?? row.type, uses: uses?.get(row.id), owner };
    });
  });
  protected readonly shown = computed(() => {
    const [type = null] = this.types();
    return filtered(this.lines(), { text: this.text(), type, isBroken: this.isBroken() });
  });
  protected readonly broken = computed(() => filtered(this.lines(), { text: '', type: null, isBroken: true }).length);
  protected readonly isFiltered = computed(() => this.text() !== '' || this.types().length > 0 || this.isBroken());
  protected readonly typeOptions = computed((): readonly FilterOption[] => {
    const present = new Map(this.lines().map(({ row, typeTitle }) => [row.type, typeTitle]));
    const countOf = (type: string): number => this.lines().filter(({ row }) => row.type === type).length;
    return [...present]
      .map(([value, label]) => ({ value, label, count: countOf(value) }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  });
  protected readonly columns = computed((): readonly TableColumn[] => {
    const name: TableColumn = { id: 'name', label: 'Name' };
    const type: TableColumn = { id: 'type', label: 'Kind', width: '190px' };
    if (!this.credentials.mayUse()) return [name, type];
    const inRoom: readonly TableColumn[] = this.#isNarrow()?.matches
      ? []
      : [type, { id: 'owner', label: 'Owner', width: '150px' }];
    return [
      name,
      ...inRoom,
      { id: 'health', label: 'Health', width: '150px' },
      { id: 'uses', label: 'Used by', width: '120px' },
      { id: 'used', label: 'Last used', width: '120px', align: 'end' },
      { id: 'menu', label: 'Actions', width: '60px', hideLabel: true },
    ];
  });
  protected readonly isEmpty = computed(
    () => this.credentials.phase() === 'ready' && this.credentials.rows().length === 0,
  );
  protected readonly countText = computed(() =>
    this.credentials.phase() === 'ready' ? formatCount(this.credentials.rows().length, 'credential') : '',
  );
  protected readonly usesOf = usesOf;
  protected readonly keyOf = ({ row }: CredentialLine): string => row.id;

  constructor() {
    void this.credentials.refresh();
    effect(() => {
      const id = this.open();
      if (id === undefined || this.credentials.phase() !== 'ready') return;
      untracked(() => void this.#showOnce(id));
    });
  }

  protected create(): void {
    void this.#dialogs.create();
  }

  protected show({ row }: CredentialLine): void {
    if (row.mayUse || row.mayEdit) void this.#dialogs.edit(row.id);
  }

  /** Where somebody signs in at the service again. */
  protected connect({ id }: CredentialRow): void {
    void this.#dialogs.edit(id);
  }

  protected showUses({ row }: CredentialLine): void {
    void this.#dialogs.edit(row.id, 'usage');
  }

  protected clear(): void {
    this.text.set('');
    this.types.set([]);
    this.isBroken.set(false);
  }

  protected menuOf(line: CredentialLine): readonly MenuEntry[] {
    const { row, type } = line;
    const why = row.mayEdit ? {} : { disabled: true, hint: 'not shared with you' };
    const connects = signsIn(type);
    return [
      { label: 'Open', icon: 'square-pen', run: () => this.show(line) },
      { label: 'Test', icon: 'plug', disabled: !row.mayUse || !type?.testable, run: () => void this.#test(row) },
      ...(connects ? [{ label: 'Connect again', icon: 'log-in', ...why, run: () => this.connect(row) } as const] : []),
      { label: 'Rename', icon: 'pencil', ...why, run: () => void this.#rename(row) },
      {
        label: 'Share',
        icon: 'users',
        ...(row.mayShare ? {} : { disabled: true, hint: 'by its owner' }),
        run: () => void this.#dialogs.edit(row.id, 'access'),
      },
      'divider',
      { label: 'Delete', icon: 'trash-2', danger: true, ...why, run: () => void this.#remove(row) },
    ];
  }

  protected showMenu({ row, at }: { row: CredentialLine; at: HTMLElement | { x: number; y: number } }): void {
    if (this.credentials.mayUse()) this.#menus.open(this.menuOf(row), { at, label: `Actions for ${row.row.name}` });
  }

  protected showMenuBeside({ currentTarget }: Event, row: CredentialLine): void {
    this.showMenu({ row, at: currentTarget as HTMLElement });
  }

  async #test(row: CredentialRow): Promise<void> {
    await this.#try(`“${row.name}” was not tested`, async () => {
      const { health } = await this.credentials.test(row.id);
      this.#announcer.say(health?.status === 'GOOD' ? `${row.name} works.` : (health?.message ?? 'It does not work.'));
    });
  }

  async #rename(row: CredentialRow): Promise<void> {
    await this.#try(`“${row.name}” was not renamed`, () => this.#dialogs.rename(row));
  }

  async #remove(row: CredentialRow): Promise<void> {
    if (await this.#dialogs.remove(row)) this.#announcer.say(`${row.name} deleted`);
  }

  async #try(heading: string, work: () => Promise<void>): Promise<void> {
    this.problem.set(undefined);
    try {
      await work();
    } catch (error) {
      this.problem.set({ heading, text: apiErrorOf(error).message });
    }
  }

  /** The address names it only for coming here. */
  async #showOnce(id: string): Promise<void> {
    await this.#router.navigate([], { queryParams: {}, replaceUrl: true });
    if (this.credentials.of(id)) await this.#dialogs.edit(id);
    else this.problem.set({ heading: 'This credential does not exist', text: 'It may have been deleted.' });
  }
}
