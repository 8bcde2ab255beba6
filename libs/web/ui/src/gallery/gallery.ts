import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Segmented } from '../choice/segmented';
import type { Option } from '../choice/option';
import { PageHeader } from '../layout/page-header';
import { Theme, type ThemeChoice } from '../services/theme';
import { GalleryControls } from './gallery-controls';
import { GalleryData } from './gallery-data';
import { GalleryFeedback } from './gallery-feedback';
import { GalleryTokens } from './gallery-tokens';

/** Everything that pages are built from, on one page. For development: reached by its own build only. */
@Component({
  selector: 'mr-ui-gallery',
  imports: [GalleryControls, GalleryData, GalleryFeedback, GalleryTokens, PageHeader, Segmented],
  template: `
    <main>
      <mr-page-header heading="Components" text="What the pages of Millrace are built from.">
        <mr-segmented label="Theme" [options]="themes" [value]="theme.choice()" (valueChange)="theme.choose($event)" />
      </mr-page-header>
      <mr-gallery-controls />
      <mr-gallery-feedback />
      <mr-gallery-data />
      <mr-gallery-tokens />
    </main>
  `,
  styles: `
    :host {
      display: block;
      max-width: 1440px;
      margin: 0 auto;
    }

    main {
      display: grid;
      gap: 16px;
      padding: 0 32px 48px;
    }

    mr-page-header {
      padding-inline: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UiGallery {
  protected readonly theme = inject(Theme);
  protected readonly themes: readonly Option<ThemeChoice>[] = [
    { value: 'system', label: 'System', icon: 'monitor' },
    { value: 'light', label: 'Light', icon: 'sun' },
    { value: 'dark', label: 'Dark', icon: 'moon' },
  ];
}
