import { connectionFrom, invalid, keyOf, pageSizeOf, type Connection } from '@millrace/server-platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor';
import { CurrentActor, Requires } from '../access/decorators';
import { AuditLog, type AuditEvent } from './audit-log';
import { AuditEventConnectionType, AuditLogArgs, type AuditEventType } from './audit.types';

/** The audit log, for the page of it. */
@Resolver()
export class AuditResolver {
  constructor(private readonly log: AuditLog) {}

  @Requires('audit:read')
  @Query(() => AuditEventConnectionType, { description: 'What was done in this workspace, the newest first.' })
  async auditLog(
    @CurrentActor() actor: Actor,
    @Args() { first, after, filter }: AuditLogArgs,
  ): Promise<Connection<AuditEventType>> {
    const size = pageSizeOf(first);
    const before = after ? seqIn(after) : null;
    const events = await this.log.list(actor, filter ?? {}, { limit: size + 1, before });
    return connectionFrom<AuditEvent, AuditEventType>(events, size, {
      key: ({ seq }) => [seq],
      node: (event) => event,
    });
  }
}

function seqIn(cursor: string): string {
  const seq = String(keyOf(cursor, 1)[0]);
  if (!/^\d{1,18}$/.test(seq)) throw invalid('INVALID_CURSOR', 'The cursor is not one of this list.');
  return seq;
}
