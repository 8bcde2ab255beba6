import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Button, Icon, Notice } from '@millrace/web-ui';
import { TestSign } from '../test-sign';
import { standingOf, TestSuite } from '../test-suite';

/** In the publish dialog: how the tests stand, and those that keep it from being published. */
@Component({
  selector: 'mr-publish-tests',
  imports: [Button, Icon, Notice, TestSign],
  template: `
    @if (suite.tests().length > 0) {
      <div class="line" data-testid="publish-tests">
        <h3>Tests</h3>
        <span class="words mr-numbers" [class.broken]="broken().length > 0" role="status">{{ words() }}</span>
        <span class="space"></span>
        <button mr-button type="button" size="s" icon="play" [busy]="suite.isRunning()" (click)="runRequested.emit()">
          Run tests
        </button>
      </div>
      @if (broken().length > 0) {
        <ul>
          @for (test of broken(); track test.id) {
            <li>
              <button type="button" (click)="chosen.emit(test.id)">
                <mr-test-sign [standing]="test.standing" />{{ test.name }}
              </button>
            </li>
          }
        </ul>
        @if (isGated()) {
          <mr-notice
            tone="error"
            heading="It can be published when its tests are green"
            text="The settings of this workflow say so."
          />
        }
      } @else if (isGated() && !suite.isGreen()) {
        <p class="hint">
          <mr-icon name="shield-check" [size]="14" />The tests are run first: it is published when they are green.
        </p>
      }
    } @else if (isGated() && suite.status() === 'ready') {
      <mr-notice
        tone="error"
        heading="It has no tests"
        text="The settings of this workflow say that it is published with green tests only. Write one, or change the settings."
      />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 16px;
    }

    :host:empty {
      display: none;
    }

    .line {
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: 32px;
    }

    h3 {
      margin: 0;
    }

    .words {
      color: var(--text-2);
    }

    .broken {
      color: var(--failed-text);
    }

    .space {
      flex: 1;
    }

    li button {
      display: flex;
      gap: 8px;
      align-items: center;
      width: 100%;
      min-height: 28px;
      padding: 4px 8px;
      border: 0;
      border-radius: var(--radius-control);
      background: transparent;
      text-align: start;
    }

    li button:hover {
      background: var(--surface-2);
    }

    .hint {
      display: flex;
      gap: 6px;
      align-items: center;
      color: var(--text-2);
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishTests {
  /** Whether the workflow is published with green tests only. */
  readonly isGated = input(false);
  readonly runRequested = output<void>();
  /** Id of a test that one wants to look at. */
  readonly chosen = output<string>();
  protected readonly suite = inject(TestSuite);
  protected readonly broken = computed(() =>
    this.suite
      .tests()
      .map((test) => ({ ...test, standing: standingOf(test, this.suite.running()) }))
      .filter(({ standing }) => standing === 'failed' || standing === 'error'),
  );
  protected readonly words = computed(() => {
    const { total, passed, running } = this.suite.counts();
    if (running > 0) return `${total - running} of ${total} done`;
    if (this.broken().length > 0) return `${this.broken().length} of ${total} failed`;
    return passed === total
      ? `${passed === 1 ? 'It passed' : `All ${total} passed`}`
      : `${passed} of ${total} passed on this draft`;
  });
}
