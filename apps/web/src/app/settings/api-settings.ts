import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Button, Icon } from '@millrace/web-ui';
import { Copied } from './copied';
import { SettingsRow } from './settings-row';
import { SettingsSection } from './settings-section';

/** Where programs find this server. */
@Component({
  selector: 'mr-api-settings',
  imports: [Button, Copied, Icon, SettingsRow, SettingsSection],
  template: `
    <mr-settings-section heading="API" text="Everything that this editor does, your programs can do too.">
      <div class="mr-card">
        <mr-settings-row
          label="GraphQL"
          text="Queries and mutations; subscriptions over WebSocket at the same address."
        >
          <mr-copied name="GraphQL address" [text]="origin + '/graphql'" />
        </mr-settings-row>
        <mr-settings-row label="REST" text="Start runs, follow and control them.">
          <mr-copied name="REST address" [text]="origin + '/api'" />
        </mr-settings-row>
        <mr-settings-row label="Webhooks" text="Each webhook of a workflow shows its own address in the editor.">
          <mr-copied name="webhook address" [text]="origin + '/hooks/…'" />
        </mr-settings-row>
        <mr-settings-row label="Documentation" text="Every route of the REST API, to read and to try.">
          <a mr-button href="/docs" target="_blank" rel="noopener" trailingIcon="external-link">Open</a>
        </mr-settings-row>
      </div>

      <h2>Sign in from a program</h2>
      <p class="lead">
        Answers <code>{{ '{ token, user }' }}</code>; send the token as <code>Authorization: Bearer …</code>. It is good
        for 12 hours.
      </p>
      <pre class="mr-card" tabindex="0" aria-label="Example">{{ example }}</pre>
      <p class="hint"><mr-icon name="shield" [size]="14" /> Keep passwords out of scripts that others can read.</p>
    </mr-settings-section>
  `,
  styles: `
    h2 {
      margin: 24px 0 4px;
      font-size: var(--size-14);
    }

    .lead,
    .hint {
      color: var(--text-2);
    }

    pre {
      margin: 12px 0;
      padding: 12px 16px;
      overflow: auto;
      line-height: 1.6;
    }

    .hint {
      display: flex;
      align-items: center;
      gap: 6px;
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApiSettings {
  protected readonly origin = window.location.origin;
  protected readonly example = `curl ${this.origin}/api/auth/login \\
  --header 'content-type: application/json' \\
  --data '{ "email": "you@example.com", "password": "…" }'`;
}
