import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Segmented, Theme, Toggle } from '@millrace/web-ui';
import { RailState } from '../shell/rail-state';
import { THEME_OPTIONS } from '../shell/theme-options';
import { SettingsRow } from './settings-row';
import { SettingsSection } from './settings-section';

/** How the product looks in this browser. */
@Component({
  selector: 'mr-appearance-settings',
  imports: [Segmented, SettingsRow, SettingsSection, Toggle],
  template: `
    <mr-settings-section heading="Appearance" text="Remembered by this browser.">
      <div class="mr-card">
        <mr-settings-row label="Theme" text="“System” follows what your computer is set to.">
          <mr-segmented
            label="Theme"
            [options]="themes"
            [value]="theme.choice()"
            (valueChange)="theme.choose($event)"
          />
        </mr-settings-row>
        <mr-settings-row label="Narrow rail" text="Shows the areas at the left as icons alone.">
          <mr-toggle label="Narrow rail" [checked]="rail.isNarrow()" (checkedChange)="rail.toggle()" />
        </mr-settings-row>
        <mr-settings-row label="Motion" text="Animations are left out when your system asks for reduced motion." />
      </div>
    </mr-settings-section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppearanceSettings {
  protected readonly theme = inject(Theme);
  protected readonly rail = inject(RailState);
  protected readonly themes = THEME_OPTIONS;
}
