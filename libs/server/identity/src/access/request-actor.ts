import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from './actor';

/** The object that carries the actor through one request: Express's request, or the context of a GraphQL operation. */
export interface ActorCarrier {
  actor?: Actor;
}

/** Where the actor of this call is kept. */
export function carrierOf(context: ExecutionContext): ActorCarrier {
  if (context.getType<string>() === 'graphql') return GqlExecutionContext.create(context).getContext<ActorCarrier>();
  return context.switchToHttp().getRequest<ActorCarrier>();
}

/** The actor of this call, if it is known. */
export function actorIn(context: ExecutionContext): Actor | undefined {
  return carrierOf(context).actor;
}
