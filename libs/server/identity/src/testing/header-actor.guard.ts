import { ACCESS_RULE, forbidden, newId, unauthenticated } from '@millrace/server-platform';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '../access/actor';
import type { AccessRule } from '../access/decorators';
import { assertMay } from '../access/permission';
import { carrierOf, type ActorCarrier } from '../access/request-actor';

/** The request itself, or the context of a GraphQL operation that holds it. */
interface Carrier extends ActorCarrier {
  readonly req?: { readonly headers: Record<string, string | undefined> };
  readonly headers?: Record<string, string | undefined>;
}

/**
 * For specs of other libraries, which are not about signing in: a header says who asks, `x-actor: <workspace>/<role>/<user>`. Left
 * out, the role is owner and the user anybody. What that one may do is checked as in production.
 */
@Injectable()
export class HeaderActorGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule?.kind === 'public') return true;
    const carrier: Carrier = carrierOf(context);
    const header = (carrier.req ?? carrier).headers?.['x-actor'];
    if (!header) throw unauthenticated();
    const [workspaceId = '', role = 'owner', userId = newId()] = header.split('/');
    carrier.actor = { workspaceId, role: role as Role, userId, via: 'session' };
    if (!rule) throw forbidden();
    for (const permission of rule.permissions) assertMay(carrier.actor, permission);
    return true;
  }
}
