import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Session } from '@millrace/web-api';
import { Button, formatDate } from '@millrace/web-ui';
import { SignOut } from '../shell/sign-out';
import { SettingsRow } from './settings-row';
import { SettingsSection } from './settings-section';

/** Who is signed in, and where. */
@Component({
  selector: 'mr-profile-settings',
  imports: [Button, SettingsRow, SettingsSection],
  template: `
    <mr-settings-section heading="Profile" text="Your account on this server.">
      <div class="mr-card">
        <mr-settings-row label="Name">{{ user()?.name || '–' }}</mr-settings-row>
        <mr-settings-row label="E-mail" text="You sign in with it.">{{ user()?.email }}</mr-settings-row>
        <mr-settings-row label="Workspace">{{ workspace()?.name }}</mr-settings-row>
        <mr-settings-row label="Role" text="What you may do in this workspace.">{{ role() }}</mr-settings-row>
        <mr-settings-row label="Member since">{{ since() }}</mr-settings-row>
      </div>
    </mr-settings-section>
    <div class="mr-card leave">
      <mr-settings-row label="Sign out" text="Ends this session in every tab of this browser.">
        <button mr-button type="button" icon="log-out" (click)="leaving.run()">Sign out</button>
      </mr-settings-row>
    </div>
  `,
  styles: `
    .leave {
      margin-top: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileSettings {
  protected readonly leaving = inject(SignOut);
  private readonly session = inject(Session);
  protected readonly user = this.session.user;
  protected readonly workspace = this.session.workspace;
  protected readonly role = computed(() => {
    const role = this.workspace()?.role ?? '';
    return role.charAt(0) + role.slice(1).toLowerCase();
  });
  protected readonly since = computed(() => formatDate(this.user()?.createdAt ?? Date.now()));
}
