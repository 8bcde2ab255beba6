import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { AccountField, NodeForm } from '@millrace/web-canvas/node-view';
import { Button, formatCount, Icon, IconButton } from '@millrace/web-ui';
import { EditorCommands } from '../commands/editor-commands';
import { EditorState } from '../editor-state';
import { AccountChecklist, type AccountPlace } from './account-checklist';

/** The accounts that a new workflow wants, one node after the other: chosen or made here. */
@Component({
  selector: 'mr-account-panel',
  imports: [AccountField, Button, Icon, IconButton],
  template: `
    <header>
      <h2 tabindex="-1" #heading>{{ title() }}</h2>
      <button mr-icon-button type="button" size="s" icon="x" label="Do this later" (click)="checklist.close()"></button>
    </header>
    <p>
      {{
        checklist.left() > 0
          ? 'Accounts never travel with a workflow. Choose or make one for each step; “Problems” brings you back here.'
          : 'Every step has what it signs in with.'
      }}
    </p>
    <ul>
      @for (row of rows(); track row.place.nodeId + ' ' + row.place.slot.id) {
        <li [attr.data-testid]="'needs-' + row.place.nodeId">
          <div class="node">
            <mr-icon
              [class.done]="checklist.isDone(row.place)"
              [name]="checklist.isDone(row.place) ? 'circle-check' : 'circle-dashed'"
              [size]="16"
              [label]="checklist.isDone(row.place) ? 'Done' : 'Missing'"
            />
            <button type="button" class="name mr-truncate" (click)="commands.goToProblem({ nodeId: row.place.nodeId })">
              {{ session.node(row.place.nodeId)?.label }}
            </button>
          </div>
          <mr-account-field [form]="row.form" [slot]="row.place.slot" />
          @if (checklist.isDone(row.place) && checklist.othersLike(row.place).length > 0) {
            <button
              mr-button
              type="button"
              size="s"
              variant="ghost"
              icon="copy"
              (click)="checklist.useForOthers(row.place)"
            >
              Use it for {{ others(row.place) }} too
            </button>
          }
        </li>
      }
    </ul>
    @if (checklist.left() === 0) {
      <footer>
        <button mr-button type="button" variant="primary" (click)="checklist.close()">Done</button>
      </footer>
    }
  `,
  styleUrl: './account-panel.scss',
  host: { role: 'region', 'aria-label': 'Accounts of this workflow', 'data-testid': 'account-checklist' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPanel {
  protected readonly checklist = inject(AccountChecklist);
  protected readonly commands = inject(EditorCommands);
  protected readonly session = inject(EditorState).session;
  protected readonly title = computed(() => {
    const [left, all] = [this.checklist.left(), this.checklist.places().length];
    if (left === 0) return 'All accounts are there';
    return left === all
      ? `${formatCount(left, 'credential')} needed`
      : `${left} of ${formatCount(all, 'credential')} needed`;
  });
  protected readonly rows = computed(() =>
    this.checklist.places().map((place) => ({ place, form: new NodeForm(this.session, signal(place.nodeId)) })),
  );

  protected others(place: AccountPlace): string {
    const count = this.checklist.othersLike(place).length;
    return count === 1 ? 'the other one' : `the ${count} others`;
  }
}
