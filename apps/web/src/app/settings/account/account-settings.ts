import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { BROWSER, Session } from '@millrace/web-api';
import type { SessionRowFragment } from '@millrace/web-api/graphql';
import {
  Announcer,
  Button,
  Chip,
  Dialogs,
  formatCount,
  formatDate,
  Notice,
  RelativeTime,
  Skeleton,
  StatusBadge,
} from '@millrace/web-ui';
import { elsewhereProblem } from '../../sign-in/elsewhere-words';
import { SignInMethods } from '../../sign-in/sign-in-methods';
import { Attempt } from '../attempt';
import { LoadFailed } from '../load-failed';
import { SettingsRow } from '../settings-row';
import { SettingsSection } from '../settings-section';
import { AccountActions, type Linked } from './account-actions';
import { PasswordForm } from './password-form';
import { deviceName } from './user-agent';

/** How the person signs in, and where they are signed in. */
@Component({
  selector: 'mr-account-settings',
  imports: [
    Button,
    Chip,
    LoadFailed,
    Notice,
    PasswordForm,
    RelativeTime,
    SettingsRow,
    SettingsSection,
    Skeleton,
    StatusBadge,
  ],
  templateUrl: './account-settings.html',
  styleUrl: './account-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountSettings {
  /** Code of what went wrong with linking; from the address. */
  readonly error = input<string>();
  /** Present when an account was linked; from the address. */
  readonly linked = input<string>();
  private readonly actions = inject(AccountActions);
  private readonly session = inject(Session);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  private readonly browser = inject(BROWSER);
  protected readonly methods = inject(SignInMethods);
  protected readonly attempt = new Attempt();
  protected readonly email = computed(() => this.session.user()?.email ?? '');
  protected readonly linkProblem = computed(() => elsewhereProblem(this.error()));
  protected readonly deviceOf = deviceName;
  protected readonly dateOf = formatDate;
  /** What became of the mail that was asked for. */
  protected readonly mailed = signal<'sent' | 'no-mail' | null>(null);
  protected readonly isVerified = resource({ loader: () => this.actions.isEmailVerified() });
  protected readonly sessions = resource({ loader: () => this.actions.sessions() });
  protected readonly others = computed(() =>
    this.sessions.hasValue() ? this.sessions.value().filter(({ isCurrent }) => !isCurrent).length : 0,
  );
  protected readonly links = resource({ loader: () => this.actions.linked() });
  protected readonly ways = computed(() => {
    const links = this.links.hasValue() ? this.links.value() : [];
    const { providers } = this.methods.current();
    const gone = links.filter(({ provider }) => !providers.some(({ id }) => id === provider));
    return [
      ...providers.map(({ id, name }) => ({ id, name, link: links.find(({ provider }) => provider === id) ?? null })),
      ...gone.map((link) => ({ id: link.provider, name: link.provider, link })),
    ];
  });

  protected async confirmEmail(): Promise<void> {
    await this.attempt.run('email', async () => {
      this.mailed.set((await this.actions.confirmEmail()) ? 'sent' : 'no-mail');
    });
  }

  protected async end({ id, userAgent }: SessionRowFragment): Promise<void> {
    const isDone = await this.attempt.run(id, () => this.actions.endSession(id));
    this.sessions.reload();
    if (isDone) this.announcer.say(`${deviceName(userAgent)} is signed out`);
  }

  protected async endOthers(): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: 'Sign out everywhere else?',
      text: 'Every other browser and program that signed in with your password has to do so again. API tokens go on working.',
      action: 'Sign out everywhere else',
      danger: true,
    });
    if (!isSure) return;
    await this.attempt.run('others', async () => {
      const count = await this.actions.endOthers();
      this.announcer.say(`${formatCount(count, 'session')} ended`);
    });
    this.sessions.reload();
  }

  protected async link(provider: string): Promise<void> {
    await this.attempt.run(provider, async () => this.browser.load(await this.actions.link(provider)));
  }

  protected async unlink(way: { readonly id: string; readonly name: string }, { id }: Linked): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Unlink ${way.name}?`,
      text: 'You no longer sign in with it.',
      action: 'Unlink',
      danger: true,
    });
    if (!isSure) return;
    await this.attempt.run(way.id, () => this.actions.unlink(id));
    this.links.reload();
  }
}
