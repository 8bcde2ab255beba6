import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { Permissions, Session } from '@millrace/web-api';
import type { ApiTokenRowFragment } from '@millrace/web-api/graphql';
import {
  Announcer,
  Button,
  Clock,
  Dialogs,
  EmptyState,
  formatCount,
  Notice,
  RelativeTime,
  Segmented,
  Skeleton,
  StatusBadge,
  Tooltip,
  type Option,
} from '@millrace/web-ui';
import { Attempt } from '../attempt';
import { LoadFailed } from '../load-failed';
import { SettingsSection } from '../settings-section';
import { scopeWords } from './scope-words';
import { TokenActions, tokenState } from './token-actions';

const WHOSE: readonly Option<'mine' | 'all'>[] = [
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'Everybody’s' },
];

/** Tokens with which programs call the API. */
@Component({
  selector: 'mr-token-settings',
  imports: [
    Button,
    EmptyState,
    LoadFailed,
    Notice,
    RelativeTime,
    Segmented,
    SettingsSection,
    Skeleton,
    StatusBadge,
    Tooltip,
  ],
  templateUrl: './token-settings.html',
  styleUrl: './token-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokenSettings {
  private readonly actions = inject(TokenActions);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  private readonly clock = inject(Clock);
  private readonly ownId = inject(Session).user()?.id;
  private readonly permissions = inject(Permissions);
  protected readonly attempt = new Attempt();
  protected readonly whoseOptions = WHOSE;
  protected readonly whose = signal<'mine' | 'all'>('mine');
  protected readonly maySeeAll = computed(() => this.permissions.has('token:manage'));
  protected readonly tokens = resource({
    params: () => this.whose(),
    loader: ({ params }) => this.actions.list(params === 'all'),
  });
  protected readonly rows = computed(() =>
    (this.tokens.hasValue() ? this.tokens.value() : []).map((token) => ({
      token,
      state: tokenState(token, this.clock.minutes()),
      by: token.userId === this.ownId ? 'you' : token.userName,
      may:
        token.scopes.length === 1 ? scopeWords(token.scopes[0] ?? '') : formatCount(token.scopes.length, 'permission'),
      scopes: token.scopes.map(scopeWords).join('\n'),
    })),
  );

  protected async create(): Promise<void> {
    const { TokenDialog } = await import('./token-dialog');
    // What the dialog shows last is there this once: Escape must not lose it.
    this.dialogs
      .open(TokenDialog, { size: 'medium', mustAnswer: true })
      .closed.subscribe(() => void this.tokens.reload());
  }

  protected async revoke({ id, name }: ApiTokenRowFragment): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Revoke “${name}”?`,
      text: 'Programs that use it are refused from now on. This cannot be taken back.',
      action: 'Revoke token',
      danger: true,
    });
    if (!isSure) return;
    const isDone = await this.attempt.run(id, () => this.actions.revoke(id));
    this.tokens.reload();
    if (isDone) this.announcer.say(`${name} was revoked`);
  }
}
