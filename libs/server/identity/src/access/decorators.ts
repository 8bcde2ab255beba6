import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { ACCESS_RULE, unauthenticated } from '@millrace/server-platform';
import type { Actor } from './actor';
import { actorIn } from './request-actor';
import type { Permission } from './permission';

/** What a route, resolver or controller demands of the caller. */
export type AccessRule =
  | { readonly kind: 'public'; readonly isUnlimited?: boolean }
  | { readonly kind: 'requires'; readonly permissions: readonly Permission[] };

/** Anybody may call it, signed in or not. Everything without a decorator is refused to everybody. */
export function Public(): CustomDecorator {
  return SetMetadata(ACCESS_RULE, { kind: 'public' } satisfies AccessRule);
}

/** Only actors whose role has all these permissions may call it; without any, everybody who is signed in. */
export function Requires(...permissions: Permission[]): CustomDecorator {
  return SetMetadata(ACCESS_RULE, { kind: 'requires', permissions } satisfies AccessRule);
}

/** The actor that asks; on public routes only when one is signed in, so use it there with care. @throws DomainError `UNAUTHENTICATED` */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actorIn(context);
  if (!actor) throw unauthenticated();
  return actor;
});
