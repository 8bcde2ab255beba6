import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@millrace/web-api';
import { Button, formatDate, Segmented, Theme } from '@millrace/web-ui';
import { SignOut } from '../shell/sign-out';
import { THEME_OPTIONS } from '../shell/theme-options';
import { NameForm } from './name-form';
import { SettingsRow } from './settings-row';
import { SettingsSection } from './settings-section';

/** Who is signed in, and where. */
@Component({
  selector: 'mr-profile-settings',
  imports: [Button, NameForm, RouterLink, Segmented, SettingsRow, SettingsSection],
  template: `
    <mr-settings-section heading="Profile" text="Your account on this server.">
      <div class="mr-card">
        <mr-settings-row label="Name" text="Others see it beside what you do."><mr-name-form /></mr-settings-row>
        <mr-settings-row label="E-mail" text="You sign in with it.">{{ user()?.email }}</mr-settings-row>
        <mr-settings-row label="Workspace">{{ workspace()?.name }}</mr-settings-row>
        <mr-settings-row label="Role" text="What you may do in this workspace.">{{ role() }}</mr-settings-row>
        <mr-settings-row label="Member since">{{ since() }}</mr-settings-row>
      </div>
    </mr-settings-section>
    <h2>Preferences</h2>
    <div class="mr-card">
      <mr-settings-row label="Theme" text="“System” follows what your computer is set to.">
        <mr-segmented label="Theme" [options]="themes" [value]="theme.choice()" (valueChange)="theme.choose($event)" />
      </mr-settings-row>
      <mr-settings-row label="Shortcuts" text="See all of them, and give them other keys.">
        <a mr-button routerLink="/settings/shortcuts" icon="keyboard">Show shortcuts</a>
      </mr-settings-row>
    </div>
    <h2>Session</h2>
    <div class="mr-card">
      <mr-settings-row label="Sign out" text="Ends this session in every tab of this browser.">
        <button mr-button type="button" icon="log-out" (click)="leaving.run()">Sign out</button>
      </mr-settings-row>
    </div>
  `,
  styles: `
    h2 {
      margin: 24px 0 8px;
      font-size: var(--size-14);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileSettings {
  protected readonly leaving = inject(SignOut);
  protected readonly theme = inject(Theme);
  protected readonly themes = THEME_OPTIONS;
  private readonly session = inject(Session);
  protected readonly user = this.session.user;
  protected readonly workspace = this.session.workspace;
  protected readonly role = computed(() => {
    const role = this.workspace()?.role ?? '';
    return role.charAt(0) + role.slice(1).toLowerCase();
  });
  protected readonly since = computed(() => formatDate(this.user()?.createdAt ?? Date.now()));
}
