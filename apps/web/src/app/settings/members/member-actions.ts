import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import {
  InvitationCreateDocument,
  InvitationRevokeDocument,
  InvitationsDocument,
  MemberChangeRoleDocument,
  MemberRemoveDocument,
  MembersDocument,
  type InvitationCreateInput,
  type InvitationRowFragment,
  type MemberRowFragment,
  type Role,
} from '@millrace/web-api/graphql';

/** A link to hand on; the server never shows it again. */
export interface MadeInvitation {
  readonly invitation: InvitationRowFragment;
  readonly link: string;
  readonly isMailed: boolean;
}

/** Members and invitations of the workspace, at the server. Everything throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class MemberActions {
  private readonly api = inject(GraphqlApi);
  /** Links that were made since the page was loaded, by invitation: nobody can ask the server for one. */
  private readonly links = new Map<string, string>();

  /** The link of an invitation, if it was made here just now. */
  linkOf(invitationId: string): string | null {
    return this.links.get(invitationId) ?? null;
  }

  async members(): Promise<readonly MemberRowFragment[]> {
    return (await this.api.query(MembersDocument, {})).members;
  }

  async invitations(): Promise<readonly InvitationRowFragment[]> {
    return (await this.api.query(InvitationsDocument, {})).invitations;
  }

  async changeRole(userId: string, role: Role): Promise<void> {
    accepted((await this.api.mutate(MemberChangeRoleDocument, { userId, role })).memberChangeRole);
  }

  async remove(userId: string): Promise<void> {
    accepted((await this.api.mutate(MemberRemoveDocument, { userId })).memberRemove);
  }

  async invite(input: InvitationCreateInput): Promise<MadeInvitation> {
    const answer = accepted((await this.api.mutate(InvitationCreateDocument, { input })).invitationCreate);
    const { invitation, link, isMailed } = answer;
    if (!invitation || !link) throw new Error('The server made an invitation and showed nothing of it.');
    this.links.set(invitation.id, link);
    return { invitation, link, isMailed: isMailed === true };
  }

  async revoke(id: string): Promise<void> {
    accepted((await this.api.mutate(InvitationRevokeDocument, { id })).invitationRevoke);
  }
}
