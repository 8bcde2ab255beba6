import type { Subscription } from '@millrace/node-sdk';
import { NodeCatalogue } from '@millrace/server-catalog';
import { RunCredentials, type RunCredential, type SecretMask } from '@millrace/server-credentials';
import { WorkflowVersions } from '@millrace/server-workflows';
import { slotCounts, type CredentialSlot, type NodeDefinitionData, type WorkflowNode } from '@millrace/workflow-model';
import { Injectable, Optional } from '@nestjs/common';

/** Credential type that holds what a sender signs with, in its field `secret`. */
const SIGNING_SECRET = 'webhook-secret';

/** A webhook and in whose name its credentials are used. */
export interface OwnedWebhook {
  readonly id: string;
  readonly workspaceId: string;
  readonly nodeId: string;
  readonly versionId: string;
  /** Whoever stored the version; null for one that is gone. */
  readonly authorId: string | null;
}

/** The slot for what senders of a webhook sign with, if that counts with this config. */
export function signingSlot(
  definition: NodeDefinitionData | undefined,
  node: WorkflowNode,
): CredentialSlot | undefined {
  return definition?.credentials?.find(
    (slot) => slot.types.includes(SIGNING_SECRET) && slotCounts(slot, node.config, definition),
  );
}

/** The node of a webhook, what it does about its service, and its accounts. Only in workers. */
@Injectable()
export class WebhookAccounts {
  constructor(
    private readonly catalogue: NodeCatalogue,
    private readonly versions: WorkflowVersions,
    // Processes without credentials have webhooks all the same.
    @Optional() private readonly credentials?: RunCredentials,
  ) {}

  /** Undefined when the version holds no such node. */
  async nodeOf({ versionId, nodeId }: OwnedWebhook): Promise<WorkflowNode | undefined> {
    const document = await this.versions.load(versionId);
    return document.nodes.find(({ id }) => id === nodeId);
  }

  subscriptionOf({ type, typeVersion }: WorkflowNode): Subscription | undefined {
    return this.catalogue.implementation(type, typeVersion).subscription;
  }

  /** What the sender of this webhook signs with; undefined when no credential is named. @throws NodeError as `RunCredentials` */
  async signingSecret(webhook: OwnedWebhook, node: WorkflowNode, mask: SecretMask): Promise<string | undefined> {
    const slot = signingSlot(this.#definitionOf(node), node);
    const credential = slot && (await this.account(webhook, node, { slot: slot.id, mask }));
    return credential?.secret('secret');
  }

  /** The account in a slot of the node. @throws NodeError as `RunCredentials` */
  async account(
    { id, workspaceId, authorId, nodeId }: OwnedWebhook,
    node: WorkflowNode,
    { slot, mask }: { readonly slot: string; readonly mask: SecretMask },
  ): Promise<RunCredential | undefined> {
    const credentialId = node.credentials?.[slot];
    const types = this.#definitionOf(node)?.credentials?.find((known) => known.id === slot)?.types ?? [];
    if (credentialId === undefined) return undefined;
    const place = { workspaceId, authorId, nodeId, executionId: `webhook:${id}` };
    return this.credentials?.resolve({ ...place, credentialId, types, mask });
  }

  #definitionOf({ type, typeVersion }: WorkflowNode): NodeDefinitionData | undefined {
    return this.catalogue.lookup(type, typeVersion);
  }
}
