import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Icon, type IconName } from '@millrace/web-ui';

interface Section {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
}

/** Settings of the person and of this browser, one section at a time. */
@Component({
  selector: 'mr-settings-page',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <nav aria-label="Settings">
      <p class="heading">Settings</p>
      <ul>
        @for (section of sections; track section.path) {
          <li>
            <a routerLinkActive="on" ariaCurrentWhenActive="page" [routerLink]="section.path">
              <mr-icon [name]="section.icon" [size]="16" />{{ section.label }}
            </a>
          </li>
        }
      </ul>
    </nav>
    <div class="section"><router-outlet /></div>
  `,
  styleUrl: './settings-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  protected readonly sections: readonly Section[] = [
    { path: 'profile', label: 'Profile', icon: 'circle-user' },
    { path: 'appearance', label: 'Appearance', icon: 'palette' },
    { path: 'shortcuts', label: 'Shortcuts', icon: 'keyboard' },
    { path: 'api', label: 'API', icon: 'code-xml' },
    { path: 'about', label: 'About', icon: 'info' },
  ];
}
