import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { apiErrorOf, GraphqlApi } from '@millrace/web-api';
import { MembersDocument } from '@millrace/web-api/graphql';
import {
  Button,
  Chip,
  Combobox,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Notice,
  type Option,
} from '@millrace/web-ui';
import { ApprovalApi } from '../api/approval-api';
import type { ApprovalRow } from '../model/approval-row';

interface Person {
  readonly id: string;
  readonly name: string;
}

const ROLES: readonly (readonly [role: string, label: string])[] = [
  ['admin', 'Admins and owners'],
  ['editor', 'Editors and above'],
  ['operator', 'Operators and above'],
];

/** Gives an open approval to other people: members, addresses, roles. Closes with the approval as it is then. */
@Component({
  selector: 'mr-reassign-dialog',
  imports: [Button, Chip, Combobox, DialogFrame, Field, Notice],
  template: `
    <mr-dialog heading="Who decides?" text="They are told at once. Links that were mailed to others stop working.">
      <div class="people" role="list" aria-label="Chosen">
        @for (person of chosen(); track person.id) {
          <mr-chip role="listitem" removable [removeLabel]="'Remove ' + person.name" (removed)="remove(person.id)">{{
            person.name
          }}</mr-chip>
        } @empty {
          <span class="mr-muted" role="listitem">Anybody who may control runs</span>
        }
      </div>
      <mr-field label="Add a person or role" help="A member, a role, or any address.">
        <mr-combobox
          free
          placeholder="Name or address"
          [options]="options()"
          [value]="null"
          (valueChange)="add($event)"
        />
      </mr-field>
      @if (problem(); as text) {
        <mr-notice class="problem" tone="error" [text]="text" />
      }
      <ng-container ngProjectAs="[mrDialogActions]">
        <button mr-button type="button" (click)="ref.close()">Cancel</button>
        <button
          mr-button
          type="button"
          variant="primary"
          data-testid="reassign-confirm"
          [busy]="busy()"
          (click)="save()"
        >
          Reassign
        </button>
      </ng-container>
    </mr-dialog>
  `,
  styles: `
    .people {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-bottom: 16px;
    }

    .problem {
      margin-top: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReassignDialog {
  private readonly approval = inject<ApprovalRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<ApprovalRow>>(DialogRef);
  private readonly api = inject(GraphqlApi);
  private readonly approvals = inject(ApprovalApi);
  protected readonly chosen = signal<readonly Person[]>(
    this.approval.assignees.map(({ id, kind, name }) => ({ id, name: kind === 'ROLE' ? roleName(name) : name })),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly members = resource({
    loader: async () => (await this.api.query(MembersDocument, {})).members,
  });
  protected readonly options = computed((): readonly Option[] => {
    const taken = new Set(this.chosen().map(({ id }) => id));
    const members = this.members.hasValue() ? this.members.value() : [];
    return [
      ...members.map(({ userId, name, email }) => ({
        value: `user:${userId}`,
        label: name,
        description: email,
        group: 'Members',
        keywords: [email],
      })),
      ...ROLES.map(([role, label]) => ({ value: `role:${role}`, label, group: 'Roles' })),
    ].filter(({ value }) => !taken.has(value));
  });

  protected add(value: string | null): void {
    if (value === null || value === '') return;
    const known = this.options().find((option) => option.value === value);
    const person = known ? { id: known.value, name: known.label } : { id: `mail:${value.trim()}`, name: value.trim() };
    this.chosen.update((people) => [...people.filter(({ id }) => id !== person.id), person]);
  }

  protected remove(id: string): void {
    this.chosen.update((people) => people.filter((person) => person.id !== id));
  }

  protected async save(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const ids = this.chosen().map(({ id }) => id);
      const { approval, refusal } = await this.approvals.reassign(this.approval.id, ids);
      if (refusal) this.problem.set(refusal.message);
      else this.ref.close(approval);
    } catch (thrown) {
      this.problem.set(apiErrorOf(thrown).message);
    } finally {
      this.busy.set(false);
    }
  }
}

function roleName(role: string): string {
  return ROLES.find(([name]) => name === role)?.[1] ?? role;
}
