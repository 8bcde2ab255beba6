import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { GraphqlApi } from '@millrace/web-api';
import { FirstStepsDocument } from '@millrace/web-api/graphql/workflows';
import { Icon, IconButton } from '@millrace/web-ui';
import { firstSteps } from './first-steps';
import { dismissFirstSteps, hasSeenRun, wantsFirstSteps } from './first-steps-notes';

/** Five steps for somebody who is new. It shows nothing when all of them were done before, or nobody wants it. */
@Component({
  selector: 'mr-first-steps',
  imports: [Icon, IconButton, RouterLink],
  template: `
    @if (isShown()) {
      <section aria-labelledby="first-steps" data-testid="first-steps">
        <header>
          <h2 id="first-steps">First steps</h2>
          <span class="count mr-numbers">{{ done() }} of {{ steps().length }}</span>
          <button
            mr-icon-button
            type="button"
            size="s"
            icon="x"
            label="Do not show the first steps again"
            (click)="dismiss()"
          ></button>
        </header>
        <ol>
          @for (step of steps(); track step.id) {
            <li>
              <a
                [routerLink]="step.link"
                [class.done]="step.isDone"
                [class.next]="step === next()"
                [attr.data-testid]="'first-step-' + step.id"
              >
                <mr-icon
                  [name]="step.isDone ? 'circle-check' : 'circle-dashed'"
                  [size]="16"
                  [label]="step.isDone ? 'Done' : 'To do'"
                />
                <span class="words">
                  <strong>{{ step.title }}</strong>
                  <span>{{ step.text }}</span>
                </span>
              </a>
            </li>
          }
        </ol>
      </section>
    }
  `,
  styleUrl: './first-steps-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstStepsPanel {
  private readonly api = inject(GraphqlApi);
  private readonly isWanted = signal(wantsFirstSteps());
  /** Without an answer nothing is shown: nobody came here for it. */
  private readonly facts = resource({
    params: () => this.isWanted() || undefined,
    loader: ({ abortSignal: signal }) => this.api.query(FirstStepsDocument, {}, { signal }),
  });
  protected readonly steps = computed(() => {
    if (!this.facts.hasValue()) return [];
    const { executions, credentials, workflows } = this.facts.value();
    return firstSteps({
      hasRun: executions.nodes.length > 0,
      hasAccount: credentials.length > 0,
      workflows: workflows.nodes,
      hasSeenRun: hasSeenRun(),
    });
  });
  protected readonly next = computed(() => this.steps().find(({ isDone }) => !isDone));
  protected readonly done = computed(() => this.steps().filter(({ isDone }) => isDone).length);
  protected readonly isShown = computed(() => this.isWanted() && this.next() !== undefined);

  protected dismiss(): void {
    dismissFirstSteps();
    this.isWanted.set(false);
  }
}
