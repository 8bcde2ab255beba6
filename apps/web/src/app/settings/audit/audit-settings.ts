import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router } from '@angular/router';
import type { AuditRowFragment } from '@millrace/web-api/graphql';
import {
  Announcer,
  Button,
  Dialogs,
  EmptyState,
  FilterBar,
  FilterChoice,
  Icon,
  MenuTrigger,
  Notice,
  RelativeTime,
  Table,
  TableCell,
  type MenuEntry,
  type Option,
  type TableColumn,
} from '@millrace/web-ui';
import { saveTextFile } from '../../shell/save-file';
import { Attempt } from '../attempt';
import { LoadFailed } from '../load-failed';
import { MemberActions } from '../members/member-actions';
import { SettingsSection } from '../settings-section';
import { AuditPages, type AuditPage } from './audit-pages';
import { filterOf, PERIODS } from './audit-query';
import { ACTION_OPTIONS, actionIcon, actionWords, actorWords } from './audit-words';

/** Who did what to which thing, from where: filtered, page by page, with details and as a file. */
@Component({
  selector: 'mr-audit-settings',
  imports: [
    Button,
    EmptyState,
    FilterBar,
    FilterChoice,
    Icon,
    LoadFailed,
    MenuTrigger,
    Notice,
    RelativeTime,
    SettingsSection,
    Table,
    TableCell,
  ],
  templateUrl: './audit-settings.html',
  styleUrl: './audit-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditSettings {
  /** Filters; from the address. */
  readonly who = input<string>();
  readonly what = input<string>();
  readonly when = input<string>();
  private readonly pages = inject(AuditPages);
  private readonly people = inject(MemberActions);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  protected readonly attempt = new Attempt();
  protected readonly actionOptions = ACTION_OPTIONS;
  protected readonly periods: readonly Option[] = PERIODS;
  protected readonly words = actionWords;
  protected readonly iconOf = actionIcon;
  protected readonly keyOf = (row: AuditRowFragment): string => row.id;
  protected readonly columns: readonly TableColumn[] = [
    { id: 'at', label: 'When', width: '96px' },
    { id: 'who', label: 'Who', width: '26%' },
    { id: 'what', label: 'Did what' },
    { id: 'address', label: 'From', width: '112px' },
  ];
  protected readonly query = computed(() => ({
    who: this.who() ?? '',
    what: this.what() ?? '',
    when: this.when() ?? '',
  }));
  protected readonly isFiltered = computed(() => Object.values(this.query()).some((value) => value !== ''));
  /** The beginning of the log, of the moment when it was asked for. */
  private readonly filter = linkedSignal(() => filterOf(this.query(), Date.now()));
  protected readonly first = resource({
    params: () => this.filter(),
    loader: ({ params, abortSignal }) => this.pages.read(params, null, abortSignal),
  });
  private readonly older = linkedSignal<unknown, readonly AuditPage[]>({
    source: () => this.first.value(),
    computation: () => [],
  });
  private readonly shown = computed((): readonly AuditPage[] =>
    this.first.hasValue() ? [this.first.value(), ...this.older()] : [],
  );
  protected readonly rows = computed(() => this.shown().flatMap(({ rows }) => rows));
  protected readonly next = computed(() => this.shown().at(-1)?.next ?? null);
  private readonly members = resource({ loader: () => this.people.members().catch(() => []) });
  protected readonly actors = computed((): readonly Option[] => [
    ...(this.members.value() ?? []).map(({ userId, name, email }) => ({
      value: userId,
      label: name,
      description: email,
    })),
  ]);

  /** The name of a member; others as they were known then. */
  protected actor(row: AuditRowFragment): string {
    const member = (this.members.value() ?? []).find(({ userId }) => userId === row.actorId);
    return member?.name ?? actorWords(row);
  }

  /** What a part of the address holds, as a filter takes it. */
  protected chosen(value: string): readonly string[] {
    return value === '' ? [] : [value];
  }

  protected choose(part: 'who' | 'what' | 'when', [value]: readonly string[]): void {
    void this.router.navigate([], {
      queryParams: { [part]: value ?? null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: {}, replaceUrl: true });
  }

  protected async more(): Promise<void> {
    const before = this.rows().length;
    await this.attempt.run('more', async () => {
      const page = await this.pages.read(this.filter(), this.next());
      this.older.update((pages) => [...pages, page]);
    });
    this.announcer.say(`${this.rows().length - before} more lines`);
  }

  protected async open(row: AuditRowFragment): Promise<void> {
    const { AuditDetails } = await import('./audit-details');
    this.dialogs.drawer(AuditDetails, { data: row });
  }

  protected readonly exports = (): readonly MenuEntry[] => [
    { label: 'As CSV, for tables', icon: 'table', run: () => void this.export('csv') },
    { label: 'As JSON, for programs', icon: 'file-json', run: () => void this.export('json') },
  ];

  private async export(format: 'csv' | 'json'): Promise<void> {
    await this.attempt.run('export', async () => {
      const text = await this.pages.export(this.filter(), format);
      saveTextFile(`audit-log.${format}`, text, format === 'csv' ? 'text/csv' : 'application/json');
      this.announcer.say('The audit log was saved as a file');
    });
  }
}
