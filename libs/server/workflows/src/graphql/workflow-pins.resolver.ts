import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { JsonScalar, payloadOf } from '@millrace/server-platform';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { WorkflowPins } from '../workflow-pins';
import { WorkflowPinRemovePayload, WorkflowPinSetPayload, WorkflowPinType } from './workflow-pin.type';
import { WorkflowType } from './workflow.type';

/** Pins may be large: reading them weighs as much as reading a draft. */
const PINS_COMPLEXITY = 10;

/** Outputs that are pinned to nodes of a draft. */
@Resolver(() => WorkflowType)
export class WorkflowPinsResolver {
  constructor(private readonly pinning: WorkflowPins) {}

  @Requires('workflow:read')
  @ResolveField(() => [WorkflowPinType], {
    complexity: PINS_COMPLEXITY,
    description: 'Outputs that runs of the draft by hand may take instead of running nodes; never used otherwise.',
  })
  pins(@CurrentActor() actor: Actor, @Parent() { id }: WorkflowType): Promise<WorkflowPinType[]> {
    return this.pinning.list(actor, id);
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowPinSetPayload, { description: 'Pins the output of a node of the draft; at most 1 MiB.' })
  workflowPinSet(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('nodeId', { type: () => ID }) nodeId: string,
    @Args('ports', { type: () => JsonScalar, description: 'A value per output port.' }) ports: unknown,
  ): Promise<WorkflowPinSetPayload> {
    return payloadOf(async () => ({ pin: await this.pinning.set(actor, workflowId, nodeId, ports) }));
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowPinRemovePayload, { description: 'Lets the node run again.' })
  workflowPinRemove(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('nodeId', { type: () => ID }) nodeId: string,
  ): Promise<WorkflowPinRemovePayload> {
    return payloadOf(async () => {
      const removed = await this.pinning.remove(actor, workflowId, nodeId);
      return { removedNodeId: removed ? nodeId : null };
    });
  }
}
