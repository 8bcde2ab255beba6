import { inc, valid } from 'semver';

/** Which part of the semantic version a publication raises. */
export type VersionBump = 'patch' | 'minor' | 'major';

/** Version of a workflow that was never published. */
export const UNPUBLISHED_VERSION = '0.0.0';

/**
 * Number of the next publication after `latest` (the highest published one, or the document's own when none was).
 * A first publication without a chosen bump is 1.0.0, any other one a patch.
 */
export function nextVersion(latest: string, bump?: VersionBump): string {
  const base = valid(latest) ?? UNPUBLISHED_VERSION;
  if (base === UNPUBLISHED_VERSION && bump === undefined) return '1.0.0';
  return inc(base, bump ?? 'patch') ?? '1.0.0';
}
