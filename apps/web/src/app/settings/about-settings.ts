import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { BROWSER } from '@millrace/web-api';
import { Button, Skeleton, StatusBadge } from '@millrace/web-ui';
import { Logo } from '../brand/logo';
import { Copied } from './copied';
import { SettingsRow } from './settings-row';
import { SettingsSection } from './settings-section';

interface Health {
  readonly version: string;
  readonly status: string;
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

/** What runs here. */
@Component({
  selector: 'mr-about-settings',
  imports: [Button, Copied, Logo, SettingsRow, SettingsSection, Skeleton, StatusBadge],
  template: `
    <mr-settings-section heading="About">
      <div class="mr-card">
        <mr-settings-row label="Product"><mr-logo [size]="20" named /></mr-settings-row>
        <mr-settings-row label="Version">
          @if (health.hasValue()) {
            <mr-copied name="version" [text]="health.value().version" />
          } @else if (health.error()) {
            <span class="mr-muted">The server does not answer.</span>
            <button mr-button type="button" size="s" (click)="health.reload()">Try again</button>
          } @else {
            <mr-skeleton width="64px" />
          }
        </mr-settings-row>
        @for (check of checks(); track check.name) {
          <mr-settings-row [label]="check.name">
            <mr-status
              variant="quiet"
              [status]="check.isOk ? 'completed' : 'failed'"
              [text]="check.isOk ? 'Works' : 'Does not work'"
            />
          </mr-settings-row>
        }
        <mr-settings-row label="Licence" text="Open source: use it, change it, sell what you make with it.">
          Apache-2.0
        </mr-settings-row>
        <mr-settings-row label="Third-party software" text="What this editor is made of, with its licences.">
          <a mr-button href="/3rdpartylicenses.txt" target="_blank" rel="noopener" trailingIcon="external-link">Show</a>
        </mr-settings-row>
      </div>
    </mr-settings-section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AboutSettings {
  private readonly browser = inject(BROWSER);
  protected readonly health = resource({
    loader: async (): Promise<Health> => (await this.browser.fetch('/api/health')).json() as Promise<Health>,
  });
  protected readonly checks = computed(() => {
    if (!this.health.hasValue()) return [];
    return Object.entries(this.health.value().checks).map(([name, state]) => ({
      name: name.charAt(0).toUpperCase() + name.slice(1),
      isOk: state === 'ok',
    }));
  });
}
