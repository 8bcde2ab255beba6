import { payloadOf, type MutationErrorType } from '@millrace/server-platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor, Role } from '../access/actor';
import { CurrentActor, Public, Requires } from '../access/decorators';
import { parseEmail } from '../use-cases/account-input';
import { Invitations, type InvitationPreview } from '../workspaces/invitations';
import { ManageMembers } from '../workspaces/manage-members';
import { RoleEnum } from './identity.types';
import {
  DonePayload,
  InvitationCreateInput,
  InvitationCreatePayload,
  InvitationPayload,
  InvitationPreviewType,
  InvitationType,
  MemberPayload,
  MemberType,
} from './people.types';

type Errors = { errors: MutationErrorType[] };

/** Who belongs to the workspace of the session, and who is invited to it. */
@Resolver()
export class MembersResolver {
  constructor(
    private readonly manage: ManageMembers,
    private readonly invitationsUseCase: Invitations,
  ) {}

  @Requires('member:read')
  @Query(() => [MemberType], { description: 'Everybody in this workspace, in the order in which they joined.' })
  members(@CurrentActor() actor: Actor): Promise<MemberType[]> {
    return this.manage.list(actor);
  }

  @Requires('member:manage')
  @Mutation(() => MemberPayload, { description: 'Nobody gives or takes a role above the own one.' })
  memberChangeRole(
    @CurrentActor() actor: Actor,
    @Args('userId', { type: () => ID }) userId: string,
    @Args('role', { type: () => RoleEnum }) role: Role,
  ): Promise<Errors> {
    return payloadOf(async () => ({ member: await this.manage.changeRole(actor, userId, role) }));
  }

  @Requires('member:manage')
  @Mutation(() => DonePayload, { description: 'Ends the rights of a member at once, with their API tokens here.' })
  memberRemove(@CurrentActor() actor: Actor, @Args('userId', { type: () => ID }) userId: string): Promise<Errors> {
    return payloadOf(() => this.manage.remove(actor, userId));
  }

  @Requires('account:manage')
  @Mutation(() => DonePayload, { description: 'The last owner cannot leave.' })
  workspaceLeave(@CurrentActor() actor: Actor): Promise<Errors> {
    return payloadOf(() => this.manage.leave(actor));
  }

  @Requires('workspace:own')
  @Mutation(() => MemberPayload, { description: 'Another member becomes owner; the one who asks becomes admin.' })
  workspaceTransferOwnership(
    @CurrentActor() actor: Actor,
    @Args('userId', { type: () => ID }) userId: string,
  ): Promise<Errors> {
    return payloadOf(async () => ({ member: await this.manage.transferOwnership(actor, userId) }));
  }

  @Requires('member:manage')
  @Query(() => [InvitationType], { description: 'Invitations that can still be accepted.' })
  invitations(@CurrentActor() actor: Actor): Promise<InvitationType[]> {
    return this.invitationsUseCase.list(actor);
  }

  @Requires('member:manage')
  @Mutation(() => InvitationCreatePayload, { description: 'A link that makes one person a member.' })
  invitationCreate(
    @CurrentActor() actor: Actor,
    @Args('input') { email, role, expiresInDays: days }: InvitationCreateInput,
  ): Promise<Errors> {
    return payloadOf(() =>
      this.invitationsUseCase.invite(actor, { email: email ? parseEmail(email) : null, role, days }),
    );
  }

  @Requires('member:manage')
  @Mutation(() => InvitationPayload, { description: 'The link stops working.' })
  invitationRevoke(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Errors> {
    return payloadOf(async () => ({ invitation: await this.invitationsUseCase.revoke(actor, id) }));
  }

  @Public()
  @Query(() => InvitationPreviewType, {
    description: 'What an invitation is for; `token` is the last part of its link.',
  })
  invitation(@Args('token') token: string): Promise<InvitationPreview> {
    return this.invitationsUseCase.preview(token);
  }
}
