import { payloadOf, type GraphqlContext, type MutationErrorType } from '@millrace/server-platform';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor';
import { CurrentActor, Requires } from '../access/decorators';
import { DeleteWorkspace } from '../forgetting/delete-workspace';
import { parseName } from '../use-cases/account-input';
import { Workspaces } from '../workspaces/workspaces';
import { SignInPayload } from './identity.types';
import { WorkspacePayload } from './people.types';
import { sessionPayload, type SessionPayload } from './session-answer';

type Errors = { errors: MutationErrorType[] };

/** Workspaces of a person. */
@Resolver()
export class WorkspacesResolver {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly deletion: DeleteWorkspace,
  ) {}

  @Requires('account:manage')
  @Mutation(() => WorkspacePayload, { description: 'A further workspace; workspaceSwitch leads into it.' })
  workspaceCreate(@CurrentActor() actor: Actor, @Args('name') name: string): Promise<Errors> {
    return payloadOf(async () => ({ workspace: await this.workspaces.create(actor, parseName(name)) }));
  }

  @Requires('workspace:manage')
  @Mutation(() => WorkspacePayload, { description: 'Gives this workspace another name.' })
  workspaceRename(@CurrentActor() actor: Actor, @Args('name') name: string): Promise<Errors> {
    return payloadOf(async () => ({ workspace: await this.workspaces.rename(actor, parseName(name)) }));
  }

  @Requires('workspace:own')
  @Mutation(() => SignInPayload, {
    description:
      'Deletes this workspace with everything in it, for good; `name` is its name, typed. The session goes on in another one.',
  })
  workspaceDelete(
    @CurrentActor() actor: Actor,
    @Args('name') name: string,
    @Context() context: GraphqlContext,
  ): Promise<SessionPayload> {
    return sessionPayload(context, () => this.deletion.run(actor, name));
  }

  @Requires('account:manage')
  @Mutation(() => SignInPayload, {
    description: 'The session works in another workspace from now on; its tokens before are refused.',
  })
  workspaceSwitch(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Context() context: GraphqlContext,
  ): Promise<SessionPayload> {
    return sessionPayload(context, () => this.workspaces.switchTo(actor, id));
  }

  @Requires('account:manage')
  @Mutation(() => SignInPayload, { description: 'Joins the workspace of an invitation, and switches to it.' })
  invitationAccept(
    @CurrentActor() actor: Actor,
    @Args('token') token: string,
    @Context() context: GraphqlContext,
  ): Promise<SessionPayload> {
    return sessionPayload(context, () => this.workspaces.join(actor, token));
  }
}
