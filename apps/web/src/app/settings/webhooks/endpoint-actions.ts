import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import {
  NotificationDeliveriesDiscardDocument,
  NotificationDeliveriesDocument,
  NotificationDeliveriesReplayDocument,
  NotificationDeliveryDocument,
  NotificationEndpointCreateDocument,
  NotificationEndpointDeleteDocument,
  NotificationEndpointRotateSecretDocument,
  NotificationEndpointsDocument,
  NotificationEndpointSetEnabledDocument,
  NotificationEndpointTestDocument,
  NotificationEndpointUpdateDocument,
} from '@millrace/web-api/graphql/notifications';
import { RunWorkflowNamesDocument } from '@millrace/web-api/graphql/runs';
import { WorkflowTagsDocument } from '@millrace/web-api/graphql/workflows';
import type {
  DeliveryRowFragment,
  EndpointRowFragment,
  NotificationDeliveryFilter,
  NotificationDeliveryQuery,
  NotificationEndpointInput,
} from '@millrace/web-api/graphql';
import type { Option } from '@millrace/web-ui';

/** Some deliveries, newest first, and how to get those before them. */
export interface DeliveryPage {
  readonly rows: readonly DeliveryRowFragment[];
  /** Null at the end. */
  readonly next: string | null;
}

/** A delivery with what was sent and how every call went. */
export type DeliveryDetails = NotificationDeliveryQuery['notificationDelivery'];

/** Webhooks that Millrace calls, at the server. Everything throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class EndpointActions {
  private readonly api = inject(GraphqlApi);

  async list(): Promise<readonly EndpointRowFragment[]> {
    return (await this.api.query(NotificationEndpointsDocument, {})).notificationEndpoints;
  }

  /** Answers the secret; the server never shows it again. */
  async create(input: NotificationEndpointInput): Promise<string> {
    const made = await this.api.mutate(NotificationEndpointCreateDocument, { input });
    return secretOf(accepted(made.notificationEndpointCreate));
  }

  async update(id: string, input: NotificationEndpointInput): Promise<void> {
    accepted((await this.api.mutate(NotificationEndpointUpdateDocument, { id, input })).notificationEndpointUpdate);
  }

  async setEnabled(id: string, enabled: boolean): Promise<void> {
    const changed = await this.api.mutate(NotificationEndpointSetEnabledDocument, { id, enabled });
    accepted(changed.notificationEndpointSetEnabled);
  }

  /** Answers the new secret. The old one is good for another day. */
  async rotate(id: string): Promise<string> {
    const changed = await this.api.mutate(NotificationEndpointRotateSecretDocument, { id });
    return secretOf(accepted(changed.notificationEndpointRotateSecret));
  }

  async delete(id: string): Promise<void> {
    accepted((await this.api.mutate(NotificationEndpointDeleteDocument, { id })).notificationEndpointDelete);
  }

  async test(id: string): Promise<void> {
    accepted((await this.api.mutate(NotificationEndpointTestDocument, { id })).notificationEndpointTest);
  }

  async deliveries(
    filter: NotificationDeliveryFilter,
    after: string | null,
    signal?: AbortSignal,
  ): Promise<DeliveryPage> {
    const { notificationDeliveries: page } = await this.api.query(
      NotificationDeliveriesDocument,
      { filter, after },
      signal ? { signal } : {},
    );
    return { rows: page.nodes, next: page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null };
  }

  async delivery(id: string): Promise<DeliveryDetails> {
    return (await this.api.query(NotificationDeliveryDocument, { id })).notificationDelivery;
  }

  /** Answers how many are made again. */
  async replay(filter: NotificationDeliveryFilter): Promise<number> {
    const changed = await this.api.mutate(NotificationDeliveriesReplayDocument, { filter });
    return accepted(changed.notificationDeliveriesReplay).count ?? 0;
  }

  /** Answers how many are given up for good. */
  async discard(filter: NotificationDeliveryFilter): Promise<number> {
    const changed = await this.api.mutate(NotificationDeliveriesDiscardDocument, { filter });
    return accepted(changed.notificationDeliveriesDiscard).count ?? 0;
  }

  /** Workflows and tags that an endpoint can be limited to. */
  async limits(): Promise<{ readonly workflows: readonly Option[]; readonly tags: readonly Option[] }> {
    const [{ workflows }, { workflowTags }] = await Promise.all([
      this.api.query(RunWorkflowNamesDocument, {}),
      this.api.query(WorkflowTagsDocument, {}),
    ]);
    return {
      workflows: workflows.nodes.map(({ id, name }) => ({
        value: id,
        label: name,
        icon: 'workflow',
        group: 'Workflows',
      })),
      tags: workflowTags.map(({ tag }) => ({ value: tag, label: tag, icon: 'tag', group: 'Tags' })),
    };
  }
}

function secretOf({ secret }: { readonly secret?: string | null }): string {
  if (!secret) throw new Error('The server made a secret and did not show it.');
  return secret;
}
