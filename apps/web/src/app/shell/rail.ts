import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, Injector, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '@millrace/web-api';
import {
  Icon,
  Keys,
  MenuTrigger,
  Shortcuts,
  Theme,
  Tooltip,
  type IconName,
  type MenuEntry,
  type ThemeChoice,
} from '@millrace/web-ui/base';
import type { ApprovalCounts } from '../approvals/api/approval-counts';
import { Logo } from '../brand/logo';
import { PaletteOpener } from './commands/palette-opener';
import { RailState } from './rail-state';
import { SheetOpener } from './shortcuts/sheet-opener';
import { SignOut } from './sign-out';
import { WorkspaceMenu } from './workspace-menu';

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** What waits there for whoever looks. */
  readonly waiting?: () => number;
}

/** More than this is not told: counting ends at 1,000. */
const MOST_TOLD = 99;

/** The count is of no use before the page itself is there. */
const AFTER_PAGE_MS = 2_000;

const THEMES: readonly { readonly choice: ThemeChoice; readonly label: string; readonly icon: IconName }[] = [
  { choice: 'system', label: 'Like the system', icon: 'monitor' },
  { choice: 'light', label: 'Light', icon: 'sun' },
  { choice: 'dark', label: 'Dark', icon: 'moon' },
];

/** The way to every area, at the left edge: 200 px wide, or 56 with icons alone. */
@Component({
  selector: 'mr-rail',
  imports: [Icon, Keys, Logo, MenuTrigger, RouterLink, RouterLinkActive, Tooltip, WorkspaceMenu],
  templateUrl: './rail.html',
  styleUrl: './rail.scss',
  host: { '[class.narrow]': 'state.isNarrow()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Rail {
  protected readonly state = inject(RailState);
  protected readonly palette = inject(PaletteOpener);
  private readonly injector = inject(Injector);
  /** Loaded once the page stands. */
  private readonly counts = signal<ApprovalCounts | undefined>(undefined);
  protected readonly places: readonly Place[] = [
    { path: '/workflows', label: 'Workflows', icon: 'workflow' },
    { path: '/runs', label: 'Runs', icon: 'activity' },
    { path: '/approvals', label: 'Approvals', icon: 'inbox', waiting: () => this.counts()?.now().mine ?? 0 },
    { path: '/schedules', label: 'Schedules', icon: 'clock' },
    { path: '/templates', label: 'Templates', icon: 'layout-template' },
    { path: '/credentials', label: 'Credentials', icon: 'key-round' },
  ];
  protected readonly user = inject(Session).user;
  protected readonly shownName = computed(() => this.user()?.name || this.user()?.email || '');
  protected readonly initial = computed(() => [...this.shownName()][0]?.toUpperCase() ?? '');
  private readonly shortcuts = inject(Shortcuts);
  private readonly sheet = inject(SheetOpener);
  private readonly theme = inject(Theme);
  private readonly leaving = inject(SignOut);
  protected readonly paletteKeys = computed(() => this.shortcuts.keysOf('shell.palette') ?? 'Mod+K');

  constructor() {
    const timer = setTimeout(() => void this.loadCounts(), AFTER_PAGE_MS);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  /** How many wait, as the badge says it. */
  protected shownCount(count: number): string {
    return count > MOST_TOLD ? `${MOST_TOLD}+` : String(count);
  }

  protected readonly helpMenu = (): readonly MenuEntry[] => [
    {
      label: 'Keyboard shortcuts',
      icon: 'keyboard',
      keys: this.shortcuts.keysOf('shell.shortcuts') ?? '?',
      run: () => this.sheet.open(),
    },
    { label: 'REST API', icon: 'book-open', run: () => void window.open('/docs', '_blank', 'noopener') },
    'divider',
    { label: 'About Millrace', icon: 'info', run: () => this.palette.go('/settings/about') },
  ];

  protected readonly userMenu = (): readonly MenuEntry[] => [
    { heading: this.user()?.email ?? '' },
    { label: 'Profile', icon: 'circle-user', run: () => this.palette.go('/settings/profile') },
    {
      label: 'Theme',
      icon: 'sun-moon',
      children: THEMES.map(({ choice, label, icon }) => ({
        label,
        icon,
        checked: this.theme.choice() === choice,
        run: () => this.theme.choose(choice),
      })),
    },
    'divider',
    { label: 'Sign out', icon: 'log-out', run: () => void this.leaving.run() },
  ];

  /** Without it the rail stands all the same. */
  private async loadCounts(): Promise<void> {
    const loaded = await import('../approvals/api/approval-counts').catch(() => undefined);
    if (loaded) this.counts.set(this.injector.get(loaded.ApprovalCounts));
  }
}
