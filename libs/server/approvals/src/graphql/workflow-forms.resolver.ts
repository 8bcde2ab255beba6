import { Requires } from '@millrace/server-identity';
import { WorkflowType } from '@millrace/server-workflows';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RunDoors } from '../waits/run-doors';

/** Where the public forms of a workflow are. */
@Resolver(() => WorkflowType)
export class WorkflowFormsResolver {
  constructor(private readonly doors: RunDoors) {}

  @Requires('workflow:read')
  @ResolveField(() => String, {
    description: 'The page at which a form trigger of it starts runs, while it is published and enabled.',
  })
  formUrl(@Parent() { id }: WorkflowType, @Args('nodeId', { type: () => ID }) nodeId: string): string {
    return this.doors.startAddress(id, nodeId);
  }
}
