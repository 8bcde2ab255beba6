import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Tooltip } from '@millrace/web-ui/base';
import { TestSuite, type TestStanding } from './test-suite';
import { STANDING_LOOKS } from './test-words';

/** A draft is saved again and again while one works: how its tests stand is asked for when it rests. */
const SETTLE_MS = 1_500;

/** In the editor's header: how the tests of the workflow stand. Nothing without tests. */
@Component({
  selector: 'mr-tests-badge',
  imports: [Icon, RouterLink, Tooltip],
  template: `
    @if (suite.workflowId() === workflowId() && suite.tests().length > 0) {
      <a
        data-testid="tests-badge"
        [routerLink]="['/workflows', workflowId(), 'tests']"
        [mrTooltip]="hint()"
        [style.--tone]="'var(--' + look().tone + '-text)'"
      >
        <mr-icon [name]="look().icon" [size]="14" />
        <span class="mr-numbers">{{ suite.counts().passed }}/{{ suite.counts().total }}</span>
        <span class="word">{{ word() }}</span>
      </a>
    }
  `,
  styles: `
    a {
      display: inline-flex;
      gap: 5px;
      align-items: center;
      height: 28px;
      padding: 0 8px;
      border-radius: var(--radius-control);
      color: var(--tone);
      font-size: var(--size-12);
      font-weight: 500;
      text-decoration: none;
      white-space: nowrap;
    }

    a:hover {
      background: var(--surface-2);
    }

    @media (max-width: 1560px) {
      .word {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TestsBadge {
  readonly workflowId = input.required<string>();
  /** Of the draft: with another one, what is known of the tests may be about what was. */
  readonly revision = input(0);
  protected readonly suite = inject(TestSuite);
  protected readonly standing = computed((): TestStanding => {
    const { total, running, failed, error, passed } = this.suite.counts();
    if (running > 0) return 'running';
    if (failed + error > 0) return 'failed';
    return passed === total ? 'passed' : 'stale';
  });
  protected readonly look = computed(() => STANDING_LOOKS[this.standing()]);
  protected readonly word = computed(
    () => ({ passed: 'green', failed: 'red', running: 'running' })[this.standing() as 'passed'] ?? 'to run',
  );
  protected readonly hint = computed(() => {
    const { total, failed, error } = this.suite.counts();
    if (failed + error > 0) return `${failed + error} of ${total} tests failed`;
    return this.standing() === 'stale' ? 'Some tests have not run on this draft' : 'Tests';
  });

  constructor() {
    effect(() => {
      const id = this.workflowId();
      untracked(() => void this.suite.open(id));
    });
    let seen = untracked(this.revision);
    effect((onCleanup) => {
      const revision = this.revision();
      if (revision === seen || untracked(this.suite.tests).length === 0) return;
      seen = revision;
      const timer = setTimeout(() => void this.suite.refresh(), SETTLE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
