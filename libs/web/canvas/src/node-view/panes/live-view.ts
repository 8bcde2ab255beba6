import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject, input } from '@angular/core';
import { Icon } from '@millrace/web-ui';
import type { LiveNode, LiveTool } from '../../session/run/live-output';

const SIGNS = { running: 'loader-circle', completed: 'check', failed: 'x' } as const;

/** What a node writes just now: text as it comes, and an agent's turns with the tools that it uses. */
@Component({
  selector: 'mr-live-view',
  imports: [Icon],
  template: `
    <p class="head"><span class="dot" aria-hidden="true"></span> {{ heading() }}</p>
    @if (live().hasGaps) {
      <p class="gap">Its beginning was not heard here. The whole answer comes when the step is done.</p>
    }
    @for (turn of live().turns; track turn.turn) {
      <section [attr.aria-label]="turn.turn > 0 ? 'Turn ' + turn.turn : null">
        @if (turn.turn > 0) {
          <h3>Turn {{ turn.turn }}</h3>
        }
        @if (turn.text) {
          <p class="text" data-testid="live-text">{{ turn.text }}</p>
        }
        @for (tool of turn.tools; track tool.step) {
          <p class="tool" [class]="tool.status">
            <mr-icon [name]="signOf(tool)" [size]="14" /> <span class="mr-mono">{{ tool.name }}</span>
            <span class="word">{{ wordOf(tool) }}</span>
          </p>
        }
      </section>
    }
  `,
  styleUrl: './live-view.scss',
  host: { role: 'log', 'aria-label': 'What it writes', 'aria-live': 'off', tabindex: '0', 'data-testid': 'live-view' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveView {
  readonly live = input.required<LiveNode>();
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly heading = computed(() => {
    const { path } = this.live();
    const turn = /\/(\d+)$/.exec(path ?? '')?.[1];
    return turn === undefined ? 'Writing' : `Writing in round ${Number(turn) + 1}`;
  });
  /** Whether the end is in sight: then it stays so. */
  #isAtEnd = true;

  constructor() {
    this.#element.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = this.#element;
      this.#isAtEnd = scrollHeight - scrollTop - clientHeight < 40;
    });
    effect(() => {
      this.live();
      if (this.#isAtEnd) requestAnimationFrame(() => (this.#element.scrollTop = this.#element.scrollHeight));
    });
  }

  protected signOf({ status }: LiveTool): (typeof SIGNS)[keyof typeof SIGNS] {
    return SIGNS[status];
  }

  protected wordOf({ status }: LiveTool): string {
    return { running: 'is used', completed: 'answered', failed: 'failed' }[status];
  }
}
