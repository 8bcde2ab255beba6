import { Requires } from '@millrace/server-identity';
import { WorkflowType } from '@millrace/server-workflows';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FormStarts } from '../starts/form-starts';
import { RunDoors } from '../waits/run-doors';

/** Where the public forms of a workflow are. */
@Resolver(() => WorkflowType)
export class WorkflowFormsResolver {
  constructor(
    private readonly doors: RunDoors,
    private readonly starts: FormStarts,
  ) {}

  @Requires('workflow:read')
  @ResolveField(() => String, {
    description: 'The page at which a form trigger of it starts runs, while it is published and enabled.',
  })
  formUrl(@Parent() { id }: WorkflowType, @Args('nodeId', { type: () => ID }) nodeId: string): string {
    return this.doors.startAddress(id, nodeId);
  }

  @Requires('workflow:read')
  @ResolveField(() => Boolean, {
    description:
      'Whether people can send the form of this trigger: it is in the live version, and the workflow is enabled.',
  })
  async formLive(@Parent() { id }: WorkflowType, @Args('nodeId', { type: () => ID }) nodeId: string): Promise<boolean> {
    return (await this.starts.live(id, nodeId)) !== null;
  }
}
