import { Injectable } from '@nestjs/common';
import { Bell, type SqlClient } from '@millrace/server-platform';
import { z } from 'zod';

/** Channel of notices that somebody's rights are no longer what they were. */
export const ACCESS_CHANNEL = 'millrace_access';

const changeSchema = z.object({
  userId: z.string().optional(),
  workspaceId: z.string().optional(),
  sessionId: z.string().optional(),
  apiTokenId: z.string().optional(),
  exceptSessionId: z.string().optional(),
});

/** Whose rights changed: everybody to whom all that is given applies. */
export type AccessChange = z.infer<typeof changeSchema>;

/** Tells every process that somebody's rights changed, when the transaction that changes them commits. */
@Injectable()
export class AccessChanges {
  constructor(private readonly bell: Bell) {}

  tell(client: SqlClient, change: AccessChange): Promise<void> {
    return this.bell.ring(ACCESS_CHANNEL, JSON.stringify(change), client);
  }

  /** Calls `listener` for every change until the returned function is called. */
  listen(listener: (change: AccessChange) => void): () => void {
    return this.bell.on(ACCESS_CHANNEL, (payload) => listener(changeSchema.parse(JSON.parse(payload))));
  }

  /** Calls `listener` when notices may have been missed. */
  onMissed(listener: () => void): () => void {
    return this.bell.onReconnect(listener);
  }
}
