import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { JsonScalar, mapStream, payloadOf, type GraphqlContext } from '@millrace/server-platform';
import { WorkflowType } from '@millrace/server-workflows';
import type { Json } from '@millrace/workflow-model';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { CaptureFeed } from '../captures/capture-feed';
import { WebhookCaptures } from '../captures/webhook-captures';
import { WebhookListeners } from '../captures/webhook-listeners';
import { sampleCall } from '../captures/sample-call';
import { WebhookCaptureType, WebhookListenPayload } from './captures.types';

/** A value may have 16 MB. */
const VALUE_COMPLEXITY = 20;

/** Test addresses of webhooks, and what came in there. */
@Resolver(() => WebhookCaptureType)
export class CapturesResolver {
  constructor(
    private readonly listeners: WebhookListeners,
    private readonly captures: WebhookCaptures,
    private readonly feed: CaptureFeed,
  ) {}

  @Requires('execution:start')
  @Mutation(() => WebhookListenPayload, {
    description: 'Opens a test address for a webhook of the draft. Calls there are kept and shown; nothing runs.',
  })
  webhookListen(
    @CurrentActor() actor: Actor,
    @Context() { req }: GraphqlContext,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('nodeId', { type: () => ID }) nodeId: string,
  ): Promise<WebhookListenPayload> {
    return payloadOf(async () => {
      const { address, until, method } = await this.listeners.listen(actor, workflowId, nodeId);
      const testUrl = `${req.protocol}://${req.get('host') ?? 'localhost'}${address}`;
      return { testUrl, until, curl: sampleCall(testUrl, method) };
    });
  }

  @Requires('execution:read')
  @Query(() => WebhookCaptureType, { nullable: true, description: 'Null when there are ten newer ones.' })
  async webhookCapture(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<WebhookCaptureType | null> {
    return ((await this.captures.find(actor.workspaceId, id)) as WebhookCaptureType | undefined) ?? null;
  }

  @Requires('execution:read')
  @Subscription(() => WebhookCaptureType, {
    resolve: (value: unknown) => value,
    description: 'Calls at the test addresses of a node, as they come.',
  })
  webhookCaptured(
    @CurrentActor() actor: Actor,
    @Args('workflowId', { type: () => ID }) workflowId: string,
    @Args('nodeId', { type: () => ID }) nodeId: string,
  ): AsyncIterableIterator<WebhookCaptureType> {
    const { workspaceId } = actor;
    return mapStream(
      this.feed.watch({ workspaceId, workflowId, nodeId }),
      async (id) => (await this.captures.find(workspaceId, id)) as WebhookCaptureType | undefined,
    );
  }

  @Requires('execution:read')
  @ResolveField(() => JsonScalar, {
    nullable: true,
    complexity: VALUE_COMPLEXITY,
    description: 'What the trigger gives for the call: start a run with it as `input`.',
  })
  async value(@CurrentActor() actor: Actor, @Parent() { id }: WebhookCaptureType): Promise<Json> {
    return (await this.captures.find(actor.workspaceId, id))?.value ?? null;
  }

  @Requires('execution:read')
  @ResolveField(() => JsonScalar, {
    nullable: true,
    complexity: VALUE_COMPLEXITY,
    description: 'The call: method, path, query, headers, body.',
  })
  async request(@CurrentActor() actor: Actor, @Parent() { id }: WebhookCaptureType): Promise<Json> {
    return (await this.captures.find(actor.workspaceId, id))?.request ?? null;
  }
}

/** The captures of a workflow. */
@Resolver(() => WorkflowType)
export class WorkflowCapturesResolver {
  constructor(private readonly captures: WebhookCaptures) {}

  @Requires('execution:read')
  @ResolveField('captures', () => [WebhookCaptureType], {
    description: 'Calls at the test addresses of a webhook, the newest ten.',
  })
  ofNode(
    @CurrentActor() actor: Actor,
    @Parent() { id }: WorkflowType,
    @Args('nodeId', { type: () => ID }) nodeId: string,
  ): Promise<WebhookCaptureType[]> {
    return this.captures.list(actor.workspaceId, id, nodeId) as Promise<WebhookCaptureType[]>;
  }
}
