import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EditorSession } from '@millrace/web-canvas';
import { Button, Duration, EmptyState, Icon, Notice, RelativeTime, Tooltip } from '@millrace/web-ui';
import type { TestResult, WorkflowTest } from './api-tests';
import { linesOf } from './value-lines';

type Assertion = TestResult['assertions'][number];

/** What came of a test the last time: every assertion, and where what was expected and what came differ. */
@Component({
  selector: 'mr-test-result',
  imports: [Button, Duration, EmptyState, Icon, Notice, RelativeTime, RouterLink, Tooltip],
  templateUrl: './test-result.html',
  styleUrl: './test-result.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TestResultView {
  readonly test = input.required<WorkflowTest>();
  readonly session = input.required<EditorSession>();
  readonly isRunning = input(false);
  readonly mayWrite = input(false);
  readonly nodeChosen = output<string>();
  /** Places of the assertions whose values are to be expected from now on. */
  readonly accepted = output<readonly number[]>();
  protected readonly result = computed(() => this.test().lastResult);
  /** What does not hold first: that is what one came for. */
  protected readonly assertions = computed(() =>
    [...(this.result()?.assertions ?? [])].sort((a, b) => Number(a.passed) - Number(b.passed) || a.index - b.index),
  );
  protected readonly broken = computed(() => this.assertions().filter(({ passed }) => !passed).length);
  protected readonly acceptable = computed(() =>
    this.assertions()
      .filter((one) => this.canAccept(one))
      .map(({ index }) => index),
  );
  protected readonly linesOf = linesOf;

  protected nameOf(nodeId: string): string {
    return this.session().node(nodeId)?.label ?? nodeId;
  }

  /** Whether what came can take the place of what is written in the test. */
  protected canAccept({ index, passed, actual }: Assertion): boolean {
    const assertion = this.test().spec.assertions[index];
    if (passed || actual === null || assertion === undefined || !('check' in assertion)) return false;
    return assertion.check.kind === 'snapshot' || assertion.check.kind === 'equals';
  }
}
