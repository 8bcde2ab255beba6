import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Key of the metadata that says who may call a route or resolver. Set by identity's decorators, read by its guard. */
export const ACCESS_RULE = 'millrace:access';

/** For the platform's own routes, which everybody may call as often as they like; features use identity's `@Public()`. */
export function OpenToAll(): CustomDecorator {
  return SetMetadata(ACCESS_RULE, { kind: 'public', isUnlimited: true });
}
