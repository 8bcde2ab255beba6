import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import type { JsonObject } from '@millrace/workflow-model';
import { RelativeTime, Skeleton } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { NODE_VIEW_API } from '../ports/node-view-api';

const PAUSE_MS = 250;

/** When a schedule would start next, asked again a moment after each change. */
@Component({
  selector: 'mr-next-runs',
  imports: [RelativeTime, Skeleton],
  template: `
    <h4>Next runs</h4>
    @if (runs.error()) {
      <p class="none">{{ message() }}</p>
    } @else if (runs.hasValue()) {
      <ol>
        @for (run of runs.value(); track run) {
          <li>
            <time class="mr-numbers" [attr.datetime]="run">{{ exact(run) }}</time>
            <mr-time [at]="run" />
          </li>
        } @empty {
          <li class="none">None: these times are over.</li>
        }
      </ol>
    } @else {
      <mr-skeleton />
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 10px 12px;
      border: 1px solid var(--border-1);
      border-radius: 8px;
      background: var(--surface-0);
    }

    h4 {
      margin-bottom: 4px;
      color: var(--text-3);
      font-weight: 500;
      font-size: var(--size-12);
    }

    li {
      display: flex;
      gap: 12px;
      justify-content: space-between;
      line-height: 24px;
    }

    mr-time,
    .none {
      color: var(--text-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextRuns {
  readonly form = input.required<NodeForm>();
  readonly #api = inject(NODE_VIEW_API);
  readonly #timezone = computed(() => {
    const own = this.form().config()['timezone'];
    return typeof own === 'string' && own !== '' ? own : this.form().session.document().settings.timezone;
  });
  readonly #question = computed(() => ({ config: this.form().config(), timezone: this.#timezone() }), {
    equal: (one, other) => one.config === other.config && one.timezone === other.timezone,
  });
  protected readonly runs = resource({
    params: () => this.#question(),
    loader: ({ params, abortSignal }) => this.#ask(params.config, params.timezone, abortSignal),
  });
  protected readonly message = computed(() => this.runs.error()?.message ?? '');

  protected exact(at: string): string {
    const timeZone = this.#timezone();
    return new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    }).format(new Date(at));
  }

  async #ask(config: JsonObject, timezone: string, signal: AbortSignal): Promise<readonly string[]> {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    signal.throwIfAborted();
    return this.#api.nextRuns(config, timezone, signal);
  }
}
