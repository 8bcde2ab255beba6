import { invalid } from '@millrace/server-platform';
import { validate as isUuid } from 'uuid';
import { NOTIFICATION_CHOICES } from '../notification-types';
import { eventUnknown, urlInvalid } from '../notifications.errors';

/** What a person enters of an endpoint. */
export interface EndpointInput {
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly workflowIds: readonly string[];
  readonly tags: readonly string[];
}

const MOST_FILTERS = 100;

/** The input, trimmed and without repeats. @throws DomainError `URL_INVALID`, `EVENT_UNKNOWN`, `FILTER_INVALID` */
export function readEndpointInput(input: EndpointInput): EndpointInput {
  const unknown = input.events.find((event) => !NOTIFICATION_CHOICES.includes(event));
  if (unknown !== undefined) throw eventUnknown(unknown, NOTIFICATION_CHOICES);
  if (input.events.length === 0) throw invalid('EVENT_UNKNOWN', 'Choose at least one event.');
  const tags = unique(input.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''));
  const workflowIds = unique(input.workflowIds);
  if (!workflowIds.every((id) => isUuid(id))) throw invalid('FILTER_INVALID', 'One of the workflows does not exist.');
  if (tags.length > MOST_FILTERS || workflowIds.length > MOST_FILTERS) {
    throw invalid('FILTER_INVALID', `A webhook can be limited to at most ${MOST_FILTERS} workflows and tags.`);
  }
  return {
    url: readUrl(input.url),
    description: input.description.trim(),
    events: unique(input.events),
    workflowIds,
    tags,
  };
}

/** Where it leads is checked with every call: names change their addresses. */
function readUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    throw urlInvalid('Enter a whole address, such as https://example.com/hooks/millrace.');
  }
  if (url.username !== '' || url.password !== '') {
    throw urlInvalid('An address must not hold a name and a password. Check the signature instead.');
  }
  url.hash = '';
  if (url.toString().length > 2_000) throw urlInvalid('An address has at most 2,000 characters.');
  return url.toString();
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
