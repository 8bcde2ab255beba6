import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import type { Problem } from '@millrace/workflow-model';
import { Button, EmptyState, formatCount, Icon } from '@millrace/web-ui/base';
import { AccountChecklist } from '../accounts/account-checklist';
import { EditorCommands } from '../commands/editor-commands';
import { EditorState } from '../editor-state';

/** Everything that is wrong with the draft; a line leads to its node. */
@Component({
  selector: 'mr-problem-list',
  imports: [Button, EmptyState, Icon],
  template: `
    @if (checklist.missing().length; as count) {
      <p class="accounts">
        <mr-icon name="key-round" [size]="14" />
        {{ wordsFor(count) }}
        <button mr-button type="button" size="s" (click)="checklist.open()">Choose or create</button>
      </p>
    }
    <ul data-testid="problem-list">
      @for (problem of session.problems.all(); track $index) {
        <li>
          <button type="button" [class]="problem.severity" (click)="go(problem)" (dblclick)="open(problem)">
            <mr-icon [name]="problem.severity === 'error' ? 'circle-alert' : 'triangle-alert'" [size]="14" />
            <span class="mr-visually-hidden">{{ problem.severity }}</span>
            <span class="message">{{ problem.message }}</span>
            <span class="where mr-truncate">{{ nameOf(problem) }}</span>
            <code>{{ problem.code }}</code>
          </button>
        </li>
      } @empty {
        <mr-empty
          compact
          icon="circle-check"
          heading="No problems"
          text="Errors would keep this draft from being published; warnings would not."
        />
      }
    </ul>
  `,
  styleUrl: './problem-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemList {
  protected readonly session = inject(EditorState).session;
  protected readonly checklist = inject(AccountChecklist);
  readonly #commands = inject(EditorCommands);

  protected wordsFor(count: number): string {
    return `${formatCount(count, 'credential')} needed`;
  }

  protected nameOf(problem: Problem): string {
    return problem.nodeId === undefined ? '' : (this.session.node(problem.nodeId)?.label ?? '');
  }

  protected go(problem: Problem): void {
    this.#commands.goToProblem(problem);
  }

  protected open(problem: Problem): void {
    if (problem.nodeId !== undefined) this.#commands.open(problem.nodeId);
  }
}
