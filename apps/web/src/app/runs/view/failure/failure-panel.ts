import { JsonPipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Announcer, Button, Icon, IconButton } from '@millrace/web-ui';
import { adviceFor, failedRunIn, type ShownFailure } from './failure-advice';
import { failureReport, type Attempt } from './failure-report';

/** Why a run or a step failed, and what to do about it. */
@Component({
  selector: 'mr-failure-panel',
  imports: [Button, Icon, IconButton, JsonPipe, RouterLink],
  template: `
    <header>
      <h2><mr-icon name="circle-x" />{{ advice().title }}</h2>
      <button
        mr-icon-button
        type="button"
        size="s"
        [icon]="copied() ? 'check' : 'copy'"
        [label]="copied() ? 'Copied' : 'Copy as Markdown'"
        (click)="copy()"
      ></button>
    </header>
    <p class="message">{{ failure().message }}</p>
    <p class="where">
      <code>{{ failure().code }}</code>
      @if (stepLabel(); as label) {
        <span>in</span>
        @if (failure().nodeId; as nodeId) {
          <button type="button" class="link" (click)="stepChosen.emit(nodeId)">{{ label }}</button>
        } @else {
          <span>{{ label }}</span>
        }
      }
    </p>
    @if (note(); as text) {
      <p class="note">{{ text }}</p>
    }
    <ul>
      @for (step of advice().steps; track step) {
        <li>{{ step }}</li>
      }
    </ul>
    @if (failure().details !== undefined && failure().details !== null) {
      <details>
        <summary>Details</summary>
        <pre>{{ failure().details | json }}</pre>
      </details>
    }
    <div class="actions">
      @if (failedRun(); as id) {
        <a mr-button size="s" icon="workflow" data-testid="failed-run" [routerLink]="['/runs', id]">Open its run</a>
      }
      <ng-content />
    </div>
  `,
  styleUrl: './failure-panel.scss',
  host: { role: 'region', 'aria-label': 'Error' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailurePanel {
  readonly failure = input.required<ShownFailure>();
  readonly workflowName = input.required<string>();
  readonly version = input<string | null>();
  readonly executionId = input.required<string>();
  readonly stepLabel = input<string>();
  readonly attempts = input<readonly Attempt[]>([]);
  /** Something that is to be known beside what to do. */
  readonly note = input<string>();
  readonly stepChosen = output<string>();
  private readonly announcer = inject(Announcer);
  protected readonly advice = computed(() => adviceFor(this.failure()));
  /** The run of another workflow that the failure came from. */
  protected readonly failedRun = computed(() => failedRunIn(this.failure()));
  protected readonly copied = signal(false);

  protected async copy(): Promise<void> {
    const stepLabel = this.stepLabel();
    const report = failureReport({
      failure: this.failure(),
      workflowName: this.workflowName(),
      version: this.version() ?? null,
      executionId: this.executionId(),
      attempts: this.attempts(),
      ...(stepLabel === undefined ? {} : { stepLabel }),
    });
    await navigator.clipboard?.writeText(report);
    this.copied.set(true);
    setTimeout(() => this.copied.set(false), 2_000);
    this.announcer.say('Error copied as Markdown');
  }
}
