import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { EditorSession } from '@millrace/web-canvas';
import { Button, Icon, IconButton, Input, type MenuEntry, MenuTrigger, Select, ValueBinding } from '@millrace/web-ui';
import type { FailureKind, InjectedFailure } from '@millrace/workflow-model';
import { FAILURES } from '../test-words';
import { replaced, without } from './lists';

/** Failures that are put into steps: which, how often, and how long. */
@Component({
  selector: 'mr-failures-section',
  imports: [Button, Icon, IconButton, Input, MenuTrigger, Select, ValueBinding],
  template: `
    <h3>
      <mr-icon name="bug" [size]="16" />Goes wrong
      <span class="space"></span>
      @if (!readonly()) {
        <button
          mr-button
          type="button"
          size="s"
          icon="plus"
          data-testid="add-failure"
          [mrMenu]="addMenu"
          mrMenuPlace="below-end"
        >
          Inject a failure
        </button>
      }
    </h3>
    <p class="lead">Failures that these steps meet, from their first try on; retries and error ports do their work.</p>
    @if (failures().length > 0) {
      <ul class="cards">
        @for (failure of failures(); track $index; let place = $index) {
          <li [attr.data-testid]="'failure-' + failure.nodeId">
            <div class="line">
              <strong>{{ nameOf(failure.nodeId) }}</strong>
              <span class="word">meets</span>
              <mr-select
                size="s"
                [label]="'What goes wrong at ' + nameOf(failure.nodeId)"
                [options]="kinds"
                [disabled]="readonly()"
                [value]="failure.kind"
                (valueChange)="setKind(place, failure, $event)"
              />
              <input
                mrInput
                class="number mr-numbers"
                mrSize="s"
                type="number"
                min="1"
                placeholder="every"
                [attr.aria-label]="'How many tries of ' + nameOf(failure.nodeId) + ' meet it'"
                [mrValue]="failure.times === undefined ? '' : '' + failure.times"
                (mrValueChange)="setTimes(place, failure, $event)"
              />
              <span class="word">{{ failure.times === 1 ? 'try' : failure.times ? 'tries' : 'try' }}</span>
              @if (failure.kind === 'rate-limit') {
                <span class="word">Retry-After</span>
                <input
                  mrInput
                  class="number mr-numbers"
                  mrSize="s"
                  type="number"
                  min="0"
                  placeholder="none"
                  [attr.aria-label]="'Seconds of Retry-After of ' + nameOf(failure.nodeId)"
                  [mrValue]="secondsOf(failure.retryAfterMs)"
                  (mrValueChange)="setSeconds(place, failure, 'retryAfterMs', $event)"
                />
                <span class="word">s</span>
              } @else if (failure.kind === 'slow') {
                <span class="word">takes</span>
                <input
                  mrInput
                  class="number mr-numbers"
                  mrSize="s"
                  type="number"
                  min="0"
                  placeholder="60"
                  [attr.aria-label]="'Seconds that ' + nameOf(failure.nodeId) + ' takes'"
                  [mrValue]="secondsOf(failure.delayMs)"
                  (mrValueChange)="setSeconds(place, failure, 'delayMs', $event)"
                />
                <span class="word">s</span>
              }
              <span class="space"></span>
              @if (!readonly()) {
                <button
                  mr-icon-button
                  type="button"
                  size="s"
                  icon="trash-2"
                  [label]="'Remove the failure of ' + nameOf(failure.nodeId)"
                  (click)="remove(place)"
                ></button>
              }
            </div>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailuresSection {
  readonly session = input.required<EditorSession>();
  readonly failures = model.required<InjectedFailure[]>();
  readonly readonly = input(false);
  protected readonly kinds = FAILURES;
  protected readonly nodes = computed(() =>
    this.session()
      .nodes()
      .filter((node) => node.enabled && !this.session().catalogue.isTrigger(node)),
  );

  protected readonly addMenu = (): readonly MenuEntry[] =>
    this.nodes().map(({ id, label }) => ({
      label,
      run: () =>
        this.failures.update((all) => [...all, { nodeId: id, kind: 'rate-limit', times: 1, retryAfterMs: 30_000 }]),
    }));

  protected nameOf(nodeId: string): string {
    return this.session().node(nodeId)?.label ?? nodeId;
  }

  protected secondsOf(ms: number | undefined): string {
    return ms === undefined ? '' : String(ms / 1_000);
  }

  protected setKind(place: number, { nodeId, path, times }: InjectedFailure, kind: FailureKind | null): void {
    if (kind === null) return;
    const extra = kind === 'rate-limit' ? { retryAfterMs: 30_000 } : kind === 'slow' ? { delayMs: 60_000 } : {};
    this.#set(place, { nodeId, kind, ...(path && { path }), ...(times && { times }), ...extra });
  }

  protected setTimes(place: number, failure: InjectedFailure, text: string): void {
    const { times: _before, ...others } = failure;
    const times = Math.round(Number(text));
    this.#set(place, text !== '' && times >= 1 ? { ...others, times } : others);
  }

  protected setSeconds(place: number, failure: InjectedFailure, key: 'retryAfterMs' | 'delayMs', text: string): void {
    const { [key]: _before, ...others } = failure;
    const ms = Math.round(Number(text) * 1_000);
    this.#set(place, text !== '' && ms >= 0 ? { ...others, [key]: ms } : others);
  }

  protected remove(place: number): void {
    this.failures.update((all) => without(all, place));
  }

  #set(place: number, failure: InjectedFailure): void {
    this.failures.update((all) => replaced(all, place, failure));
  }
}
