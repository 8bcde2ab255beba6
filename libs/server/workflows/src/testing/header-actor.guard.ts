import { roleMay, type Actor, type Permission, type Role } from '@millrace/server-identity';
import { ACCESS_RULE, forbidden, unauthenticated } from '@millrace/server-platform';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';

interface Carrier {
  actor?: Actor;
  req?: { headers: Record<string, string | undefined> };
  headers?: Record<string, string | undefined>;
}

/** Signing in is identity's business: here a header says who asks. Permissions are checked as in production. */
@Injectable()
export class HeaderActorGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const carrier =
      context.getType<string>() === 'graphql'
        ? GqlExecutionContext.create(context).getContext<Carrier>()
        : context.switchToHttp().getRequest<Carrier>();
    const header = (carrier.req ?? carrier).headers?.['x-actor'];
    if (!header) throw unauthenticated();
    const [workspaceId = '', role = 'owner', userId = 'user'] = header.split('/');
    const actor: Actor = { workspaceId, role: role as Role, userId, via: 'session' };
    carrier.actor = actor;
    const rule = this.reflector.getAllAndOverride<{ permissions?: Permission[] } | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw forbidden();
    if (!(rule.permissions ?? []).every((permission) => roleMay(actor.role, permission))) throw forbidden();
    return true;
  }
}
