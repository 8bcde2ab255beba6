import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Session } from '@millrace/web-api';
import type { InvitedRole } from '@millrace/web-api/graphql';
import {
  Button,
  DialogFrame,
  DialogRef,
  Field,
  FocusFirst,
  Input,
  Notice,
  Select,
  ValueBinding,
  type Option,
} from '@millrace/web-ui';
import { emailProblem } from '../../sign-in/account-rules';
import { isRoleAtLeast, ROLES } from '../../sign-in/role-words';
import { Attempt } from '../attempt';
import { Copied } from '../copied';
import { MemberActions, type MadeInvitation } from './member-actions';

/** Days that a link may last. */
const LASTING: readonly Option<number>[] = [
  { value: 1, label: 'One day' },
  { value: 7, label: 'One week' },
  { value: 30, label: '30 days' },
];

/** Makes a link by which one person joins; closes with true when one was made. */
@Component({
  selector: 'mr-invite-dialog',
  imports: [Button, Copied, DialogFrame, Field, FocusFirst, Input, Notice, Select, ValueBinding],
  templateUrl: './invite-dialog.html',
  styles: `
    form,
    .made {
      display: flex;
      flex-direction: column;
      gap: 16px;
    }

    .row {
      display: grid;
      grid-template-columns: 1fr 140px;
      gap: 12px;
      align-items: start;
    }

    mr-copied {
      padding: 8px 8px 8px 12px;
      border: 1px solid var(--border-2);
      border-radius: var(--radius-control);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteDialog {
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly actions = inject(MemberActions);
  private readonly ownRole = inject(Session).workspace()?.role;
  protected readonly attempt = new Attempt();
  protected readonly email = signal('');
  protected readonly role = signal<InvitedRole | null>('EDITOR');
  protected readonly days = signal<number | null>(7);
  protected readonly made = signal<MadeInvitation | null>(null);
  protected readonly lasting = LASTING;
  protected readonly roles: readonly Option<InvitedRole>[] = ROLES.flatMap(({ role, name, may }) =>
    role === 'OWNER' || !isRoleAtLeast(this.ownRole, role) ? [] : [{ value: role, label: name, description: may }],
  );
  private readonly wasSent = signal(false);
  protected readonly emailError = computed(() =>
    this.wasSent() && this.email().trim() !== '' ? emailProblem(this.email()) : null,
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.wasSent.set(true);
    const role = this.role();
    if (this.emailError() !== null || role === null) return;
    await this.attempt.run('invite', async () => {
      const input = { email: this.email().trim() || null, role, expiresInDays: this.days() ?? 7 };
      this.made.set(await this.actions.invite(input));
    });
  }

  protected close(): void {
    this.ref.close(this.made() !== null);
  }
}
