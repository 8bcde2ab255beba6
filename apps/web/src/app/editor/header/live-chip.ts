import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { formatCount, MenuTrigger, type MenuEntry, StatusBadge, Toasts } from '@millrace/web-ui/base';
import { EditorCommands } from '../commands/editor-commands';
import { EditorAutoPause } from '../editor-auto-pause';
import { EditorState } from '../editor-state';

/** What is live, and how far the draft is ahead of it. */
@Component({
  selector: 'mr-live-chip',
  imports: [MenuTrigger, StatusBadge],
  template: `
    <button type="button" data-testid="live-chip" [mrMenu]="menu" mrMenuLabel="What is live">
      <mr-status [status]="live() ? 'live' : pause() ? 'failed' : version() ? 'disabled' : 'draft'" [text]="text()" />
      @if (ahead(); as words) {
        <span class="ahead">{{ words }}</span>
      }
    </button>
  `,
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      height: 28px;
      padding: 0 4px;
      border: 0;
      border-radius: var(--radius-control);
      background: transparent;
      white-space: nowrap;

      &:hover {
        background: var(--surface-2);
      }
    }

    .ahead {
      color: var(--text-2);
      font-size: var(--size-12);
    }

    @media (max-width: 1240px) {
      .ahead {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveChip {
  readonly #session = inject(EditorState).session;
  readonly #commands = inject(EditorCommands);
  readonly #toasts = inject(Toasts);
  readonly #router = inject(Router);
  protected readonly version = this.#session.liveVersion;
  protected readonly live = computed(() => this.version() !== undefined && this.#session.enabled());
  protected readonly pause = inject(EditorAutoPause).pause;
  protected readonly text = computed(() => {
    const version = this.version();
    if (version === undefined) return 'Never published';
    if (this.live()) return `Live v${version}`;
    const pause = this.pause();
    return pause ? `Off after ${formatCount(pause.failures, 'failure')}` : `Off v${version}`;
  });
  protected readonly ahead = computed(() => {
    const count = this.#session.changesAhead();
    return this.version() === undefined || count === 0 ? '' : `Draft ${formatCount(count, 'change')} ahead`;
  });
  protected readonly menu = (): readonly MenuEntry[] => {
    const version = this.version();
    if (this.#session.isReadonly())
      return [{ label: 'Versions and changes', icon: 'history', run: () => this.#commands.tab('versions') }];
    if (version === undefined)
      return [{ label: 'Publish', icon: 'rocket', run: () => void this.#commands.openPublish() }];
    return [
      {
        label: this.live() ? 'Disable: triggers stop' : 'Enable: triggers fire',
        icon: 'power',
        keys: 'Mod+U',
        run: () => void this.#commands.setEnabled(!this.live()),
      },
      ...this.#failed(),
      { label: 'Versions and changes', icon: 'history', run: () => this.#commands.tab('versions') },
      {
        label: `Discard the draft’s changes`,
        icon: 'rotate-ccw',
        disabled: this.ahead() === '',
        run: () => this.#discard(),
      },
    ];
  };

  #failed(): readonly MenuEntry[] {
    const id = this.pause()?.executionId;
    if (id === undefined) return [];
    return [
      { label: 'Show the last failed run', icon: 'activity', run: () => void this.#router.navigate(['/runs', id]) },
    ];
  }

  /** At once: it can be taken back. */
  #discard(): void {
    const published = this.#session.published();
    if (!published) return;
    const draft = this.#session.document();
    if (!this.#session.replaceDocument(published.document, `Discard changes since v${published.version}`)) return;
    this.#toasts.undo(`The draft is v${published.version} again.`, () =>
      this.#session.replaceDocument(draft, 'Bring the draft back'),
    );
  }
}
