import { defineQueue } from '@millrace/server-platform';

/** A row of `published_event` waits to be handed to the workflows that listen for it. */
export const eventPublishQueue = defineQueue<{ eventId: string }>('event.publish');
