import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DialogFrame, DialogRef, Keys, SearchField, Shortcuts } from '@millrace/web-ui';
import { groupsOf } from './shortcut-groups';

/** Everything that the keyboard does on the page that is open. */
@Component({
  selector: 'mr-shortcut-sheet',
  imports: [DialogFrame, Keys, RouterLink, SearchField],
  template: `
    <mr-dialog heading="Keyboard shortcuts" text="What works on this page.">
      <mr-search label="Search shortcuts" placeholder="Search shortcuts" [(value)]="search" />
      <div class="groups">
        @for (group of groups(); track group.heading) {
          <section>
            <h3>{{ group.heading }}</h3>
            <dl>
              @for (shortcut of group.shortcuts; track shortcut.id) {
                <div>
                  <dt>{{ shortcut.label }}</dt>
                  <dd>
                    @for (keys of shortcut.keys; track keys; let isFirst = $first) {
                      @if (!isFirst) {
                        <span class="or">or</span>
                      }
                      <mr-keys [keys]="keys" />
                    }
                  </dd>
                </div>
              }
            </dl>
          </section>
        } @empty {
          <p class="none">No shortcut matches.</p>
        }
      </div>
      <p class="change">
        Other keys suit you better? Change them in
        <a routerLink="/settings/shortcuts" (click)="ref.close()">the settings</a>.
      </p>
    </mr-dialog>
  `,
  styles: `
    .groups {
      margin-top: 16px;
      columns: 2;
      column-gap: 40px;

      &:has(> section:only-child) {
        columns: 1;
      }
    }

    section {
      break-inside: avoid;
      margin-bottom: 20px;
    }

    h3 {
      padding-bottom: 6px;
      color: var(--text-2);
      font-size: var(--size-12);
    }

    dl > div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 16px;
      min-height: 32px;
      border-top: 1px solid var(--border-1);
    }

    dd {
      display: flex;
      align-items: center;
      gap: 6px;
    }

    .change {
      margin-top: 4px;
    }

    .or,
    .change,
    .none {
      color: var(--text-2);
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutSheet {
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  protected readonly search = signal('');
  private readonly shortcuts = inject(Shortcuts);
  protected readonly groups = computed(() => groupsOf(this.shortcuts.listed(), this.search()));
}
