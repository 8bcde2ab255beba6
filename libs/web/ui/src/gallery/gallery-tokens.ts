import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Icon } from '../icons/icon';
import { ICON_NAMES } from '../icons/names';

/** Colours, type and icons. */
@Component({
  selector: 'mr-gallery-tokens',
  imports: [Icon],
  template: `
    <section class="mr-card">
      <h2>Node tiles</h2>
      <div class="line">
        @for (category of categories; track category.name) {
          <span
            class="tile"
            [style.background]="'var(--category-' + category.name + '-soft)'"
            [style.color]="'var(--category-' + category.name + ')'"
          >
            <mr-icon [name]="category.icon" [size]="20" />
          </span>
          {{ category.name }}
        }
      </div>
      <h2>Type</h2>
      <p class="t24">Runs that outlive restarts</p>
      <p class="t20">Runs that outlive restarts</p>
      <p class="t16">Runs that outlive restarts</p>
      <p class="t14">Every step is recorded before the next one starts. 0123456789</p>
      <p>Every step is recorded before the next one starts. 0123456789</p>
      <p class="t12 mr-muted">Every step is recorded before the next one starts. 0123456789</p>
      <p class="mr-mono">0199a3c2-7be1-7c44 · FetchData.items[0].name</p>
      <h2>Icons</h2>
      <div class="icons">
        @for (name of names; track name) {
          <span [title]="name"><mr-icon [name]="name" [size]="16" /></span>
        }
      </div>
    </section>
  `,
  styleUrl: './gallery.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GalleryTokens {
  protected readonly names = ICON_NAMES;
  protected readonly categories = [
    { name: 'trigger', icon: 'webhook' },
    { name: 'action', icon: 'globe' },
    { name: 'logic', icon: 'git-fork' },
    { name: 'output', icon: 'database' },
  ] as const;
}
