import type { DeliveryRowFragment, EndpointRowFragment } from '@millrace/web-api/graphql';
import type { Option, StatusName } from '@millrace/web-ui';

/** An event that a webhook can be told of. */
export interface EventChoice {
  readonly type: string;
  readonly words: string;
}

/** Events under headings. */
export const EVENT_GROUPS: readonly { readonly heading: string; readonly events: readonly EventChoice[] }[] = [
  {
    heading: 'Runs',
    events: [
      { type: 'execution.failed', words: 'failed' },
      { type: 'execution.completed', words: 'completed' },
      { type: 'execution.cancelled', words: 'was cancelled' },
      { type: 'execution.started', words: 'started' },
      { type: 'execution.waiting', words: 'began to wait' },
    ],
  },
  {
    heading: 'Approvals',
    events: [
      { type: 'approval.opened', words: 'was asked for' },
      { type: 'approval.decided', words: 'was decided' },
    ],
  },
  {
    heading: 'Workflows',
    events: [
      { type: 'workflow.published', words: 'went live' },
      { type: 'workflow.disabled', words: 'was switched off' },
      { type: 'workflow.deleted', words: 'was deleted' },
    ],
  },
  { heading: 'Schedules', events: [{ type: 'schedule.missed', words: 'missed its time' }] },
];

const ALL = EVENT_GROUPS.flatMap(({ events }) => events.map(({ type }) => type));

/** Single events out of what an endpoint asks for, families included. */
export function singleEvents(asked: readonly string[]): readonly string[] {
  return ALL.filter((type) => asked.includes(type) || asked.includes(`${type.slice(0, type.indexOf('.'))}.*`));
}

/** What an endpoint is told of, in few words. */
export function eventsLine(asked: readonly string[]): string {
  const single = singleEvents(asked);
  if (single.length === ALL.length) return 'Every event';
  return single.length <= 3 ? single.join(', ') : `${single.slice(0, 2).join(', ')} and ${single.length - 2} more`;
}

/** How a delivery stands, as a status with a word. */
export function deliveryLook({ status, attempts }: Pick<DeliveryRowFragment, 'status' | 'attempts'>): {
  readonly status: StatusName;
  readonly text: string;
} {
  switch (status) {
    case 'DELIVERED':
      return { status: 'completed', text: 'Delivered' };
    case 'DEAD':
      return { status: 'failed', text: 'Given up' };
    case 'DISCARDED':
      return { status: 'skipped', text: 'Discarded' };
    case 'WAITING':
      return attempts === 0 ? { status: 'queued', text: 'Due' } : { status: 'retrying', text: 'Tried again' };
  }
}

/** How an endpoint stands, as a status with a word. */
export function endpointLook(endpoint: Pick<EndpointRowFragment, 'enabled' | 'disabledBecause' | 'failingSince'>): {
  readonly status: StatusName;
  readonly text: string;
} {
  if (!endpoint.enabled) {
    return endpoint.disabledBecause === 'PERSON'
      ? { status: 'disabled', text: 'Off' }
      : { status: 'failed', text: 'Switched off' };
  }
  return endpoint.failingSince === null ? { status: 'live', text: 'On' } : { status: 'retrying', text: 'Failing' };
}

/** Statuses to filter deliveries by. */
export const DELIVERY_STATUSES: readonly Option[] = [
  { value: 'WAITING', label: 'Due or tried again' },
  { value: 'DELIVERED', label: 'Delivered' },
  { value: 'DEAD', label: 'Given up' },
  { value: 'DISCARDED', label: 'Discarded' },
];
