import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Key of the metadata that says who may call a route or resolver. Set by identity's decorators, read by its guard. */
export const ACCESS_RULE = 'millrace:access';

/**
 * For routes that everybody may call as often as they like and whose credentials, if any, the route itself checks: health, webhooks.
 * Everything else uses identity's decorators.
 */
export function OpenToAll(): CustomDecorator {
  return SetMetadata(ACCESS_RULE, { kind: 'public', isUnlimited: true });
}
