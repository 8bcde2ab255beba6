import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import type { Problem } from '@millrace/workflow-model';
import { EmptyState, Icon } from '@millrace/web-ui/base';
import { EditorCommands } from '../commands/editor-commands';
import { EditorState } from '../editor-state';

/** Everything that is wrong with the draft; a line leads to its node. */
@Component({
  selector: 'mr-problem-list',
  imports: [EmptyState, Icon],
  template: `
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
  readonly #commands = inject(EditorCommands);

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
