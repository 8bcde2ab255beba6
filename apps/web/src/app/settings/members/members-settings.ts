import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { Permissions, Session } from '@millrace/web-api';
import type { InvitationRowFragment, MemberRowFragment, Role } from '@millrace/web-api/graphql';
import {
  Announcer,
  Avatar,
  Button,
  Chip,
  Dialogs,
  EmptyState,
  formatDate,
  IconButton,
  Notice,
  RelativeTime,
  Select,
  Skeleton,
  Tooltip,
  type Option,
} from '@millrace/web-ui';
import { roleName, ROLES } from '../../sign-in/role-words';
import { Attempt } from '../attempt';
import { LoadFailed } from '../load-failed';
import { SettingsSection } from '../settings-section';
import { MemberActions } from './member-actions';
import { givableRoles, whyProtected, type Looker } from './member-rules';

/** Who works here, as what, and who is invited. */
@Component({
  selector: 'mr-members-settings',
  imports: [
    Avatar,
    Button,
    Chip,
    EmptyState,
    IconButton,
    LoadFailed,
    Notice,
    RelativeTime,
    Select,
    SettingsSection,
    Skeleton,
    Tooltip,
  ],
  templateUrl: './members-settings.html',
  styleUrl: './members-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MembersSettings {
  protected readonly actions = inject(MemberActions);
  private readonly session = inject(Session);
  private readonly permissions = inject(Permissions);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  protected readonly attempt = new Attempt();
  protected readonly mayManage = computed(() => this.permissions.has('member:manage'));
  protected readonly members = resource({ loader: () => this.actions.members() });
  protected readonly invitations = resource({
    params: () => (this.mayManage() ? true : undefined),
    loader: () => this.actions.invitations(),
  });
  protected readonly roleName = roleName;
  protected readonly dateOf = formatDate;
  private readonly looker = computed((): Looker => ({
    userId: this.session.user()?.id,
    role: this.session.workspace()?.role,
    mayManage: this.mayManage(),
  }));
  protected readonly rows = computed(() => {
    const members = this.members.hasValue() ? this.members.value() : [];
    return members.map((member) => ({
      member,
      isSelf: member.userId === this.looker().userId,
      why: whyProtected(member, members, this.looker()),
    }));
  });
  protected readonly roles = computed((): readonly Option<Role>[] => {
    const givable = givableRoles(this.looker().role);
    return ROLES.filter(({ role }) => givable.includes(role)).map(({ role, name, may }) => ({
      value: role,
      label: name,
      description: may,
    }));
  });

  protected async changeRole({ userId, name }: MemberRowFragment, role: Role | null): Promise<void> {
    if (role === null) return;
    const isDone = await this.attempt.run(userId, () => this.actions.changeRole(userId, role));
    // Also after a refusal: the choice shows the role that holds.
    this.members.reload();
    if (isDone) this.announcer.say(`${name} is ${roleName(role)} now`);
  }

  protected async remove({ userId, name }: MemberRowFragment): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Remove ${name}?`,
      text: 'They lose access at once, and their API tokens for this workspace stop working. What they built stays.',
      action: 'Remove member',
      danger: true,
    });
    if (!isSure) return;
    const isDone = await this.attempt.run(userId, () => this.actions.remove(userId));
    this.members.reload();
    if (isDone) this.announcer.say(`${name} was removed`);
  }

  protected async invite(): Promise<void> {
    const { InviteDialog } = await import('./invite-dialog');
    this.dialogs.open<boolean>(InviteDialog, { size: 'medium' }).closed.subscribe(() => void this.invitations.reload());
  }

  protected async copy(link: string): Promise<void> {
    await navigator.clipboard.writeText(link);
    this.announcer.say('Invitation link copied');
  }

  protected async revoke({ id, email }: InvitationRowFragment): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: 'Take this invitation back?',
      text: 'Its link stops working at once.',
      action: 'Take it back',
      danger: true,
    });
    if (!isSure) return;
    const isDone = await this.attempt.run(id, () => this.actions.revoke(id));
    this.invitations.reload();
    if (isDone) this.announcer.say(`The invitation${email ? ` for ${email}` : ''} was taken back`);
  }
}
