import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Permissions } from '@millrace/web-api';
import { Icon } from '@millrace/web-ui';
import { SETTINGS, settingsGroups } from './settings-entries';

/** Settings of the person, of the workspace and of this browser, one section at a time. */
@Component({
  selector: 'mr-settings-page',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <nav aria-label="Settings">
      <p class="heading">Settings</p>
      @for (group of groups(); track group.heading) {
        <h2>{{ group.heading }}</h2>
        <ul>
          @for (entry of group.entries; track entry.path) {
            <li>
              <a routerLinkActive="on" ariaCurrentWhenActive="page" [routerLink]="entry.path">
                <mr-icon [name]="entry.icon" [size]="16" />{{ entry.label }}
              </a>
            </li>
          }
        </ul>
      }
    </nav>
    <div class="section" [class.wide]="isWide()">
      <router-outlet #outlet="outlet" (activate)="isWide.set(outlet.activatedRouteData['isWide'] === true)" />
    </div>
  `,
  styleUrl: './settings-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  private readonly permissions = inject(Permissions);
  protected readonly isWide = signal(false);
  protected readonly groups = computed(() =>
    settingsGroups(SETTINGS, (permission) => this.permissions.has(permission)),
  );

  constructor() {
    void this.permissions.load();
  }
}
