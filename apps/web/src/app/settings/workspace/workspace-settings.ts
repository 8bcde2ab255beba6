import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accepted, BROWSER, GraphqlApi, Permissions, Session } from '@millrace/web-api';
import {
  MembersDocument,
  WorkspaceLeaveDocument,
  WorkspaceRenameDocument,
  WorkspaceTransferOwnershipDocument,
} from '@millrace/web-api/graphql';
import {
  Announcer,
  Button,
  Dialogs,
  Input,
  Notice,
  Select,
  Skeleton,
  ValueBinding,
  type Option,
} from '@millrace/web-ui';
import { roleMay, roleName } from '../../sign-in/role-words';
import { workspaceNameProblem, WorkspaceSwitch } from '../../shell/workspace-switch';
import { Attempt } from '../attempt';
import { Copied } from '../copied';
import { LoadFailed } from '../load-failed';
import { ErrorWorkflowSetting } from './error-workflow-setting';
import { SettingsRow } from '../settings-row';
import { SettingsSection } from '../settings-section';

/** The workspace as a whole: its name, whose it is, and leaving it. */
@Component({
  selector: 'mr-workspace-settings',
  imports: [
    Button,
    Copied,
    ErrorWorkflowSetting,
    Input,
    LoadFailed,
    Notice,
    RouterLink,
    Select,
    SettingsRow,
    SettingsSection,
    Skeleton,
    ValueBinding,
  ],
  templateUrl: './workspace-settings.html',
  styleUrl: './workspace-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkspaceSettings {
  private readonly api = inject(GraphqlApi);
  private readonly session = inject(Session);
  private readonly permissions = inject(Permissions);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  private readonly browser = inject(BROWSER);
  protected readonly workspaces = inject(WorkspaceSwitch);
  protected readonly attempt = new Attempt();
  protected readonly workspace = this.session.workspace;
  protected readonly role = computed(() => roleName(this.workspace()?.role));
  protected readonly may = computed(() => roleMay(this.workspace()?.role));
  protected readonly mayRename = computed(() => this.permissions.has('workspace:manage'));
  protected readonly mayTransfer = computed(() => this.permissions.has('workspace:own'));
  protected readonly name = linkedSignal(() => this.workspace()?.name ?? '');
  protected readonly isChanged = computed(() => this.name().trim() !== (this.workspace()?.name ?? ''));
  protected readonly nameProblem = computed(() =>
    this.isChanged() ? (workspaceNameProblem(this.name()) ?? this.attempt.problem('rename') ?? '') : '',
  );
  protected readonly members = resource({
    loader: async () => (await this.api.query(MembersDocument, {})).members,
  });
  protected readonly heir = signal<string | null>(null);
  protected readonly heirs = computed((): readonly Option[] =>
    (this.members.hasValue() ? this.members.value() : [])
      .filter(({ userId }) => userId !== this.session.user()?.id)
      .map(({ userId, name, email }) => ({ value: userId, label: name, description: email })),
  );
  /** Why the person cannot leave; null when they can. */
  protected readonly whyStay = computed(() => {
    if (this.workspace()?.role !== 'OWNER' || !this.members.hasValue()) return null;
    const owners = this.members.value().filter(({ role }) => role === 'OWNER').length;
    return owners > 1 ? null : 'You are the only owner. Give the workspace to somebody else first.';
  });

  protected async rename(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isChanged() || workspaceNameProblem(this.name()) !== null) return;
    await this.attempt.run('rename', async () => {
      const answer = await this.api.mutate(WorkspaceRenameDocument, { name: this.name().trim() });
      const { workspace } = accepted(answer.workspaceRename);
      if (workspace) this.session.changeWorkspace(workspace);
      this.announcer.say('Workspace renamed');
    });
  }

  protected async transfer(): Promise<void> {
    const heir = this.heirs().find(({ value }) => value === this.heir());
    if (!heir) return;
    const isSure = await this.dialogs.confirm({
      heading: `Make ${heir.label} the owner?`,
      text: 'You become an admin. Only they can give the workspace back to you.',
      action: 'Transfer ownership',
      danger: true,
    });
    if (!isSure) return;
    const isDone = await this.attempt.run('transfer', async () => {
      const answer = await this.api.mutate(WorkspaceTransferOwnershipDocument, { userId: heir.value });
      accepted(answer.workspaceTransferOwnership);
      // The own role is another one now.
      await this.session.renew();
    });
    if (!isDone) return;
    this.heir.set(null);
    this.members.reload();
    this.announcer.say(`${heir.label} is the owner now`);
  }

  protected async delete(): Promise<void> {
    const name = this.workspace()?.name ?? '';
    const isSure = await this.dialogs.confirm({
      heading: `Delete “${name}”?`,
      text: 'Every workflow, run, credential and token in it is gone for good, for everybody. Nothing brings it back.',
      action: 'Delete workspace',
      danger: true,
      typeToConfirm: name,
    });
    // The shell goes to the workspace that the session is in then.
    if (isSure) await this.attempt.run('delete', () => this.session.deleteWorkspace(name));
  }

  protected async leave(): Promise<void> {
    const name = this.workspace()?.name ?? '';
    const isSure = await this.dialogs.confirm({
      heading: `Leave “${name}”?`,
      text: 'You no longer see its workflows and runs, and your API tokens here stop working. Somebody has to invite you to come back.',
      action: 'Leave workspace',
      danger: true,
    });
    if (!isSure) return;
    const isDone = await this.attempt.run('leave', async () => {
      accepted((await this.api.mutate(WorkspaceLeaveDocument, {})).workspaceLeave);
    });
    // The server moves the session to another workspace of the person.
    if (isDone) this.browser.load('/workflows');
  }
}
