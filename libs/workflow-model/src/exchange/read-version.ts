const SHORT_VERSION = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?$/;

/** A version as a semantic one where it is only short of that: `1`, `"1.2"` and `"v1.2.3"` are. Anything else is left to be judged. */
export function readVersion(version: unknown): { version?: unknown } {
  if (version === undefined || version === null) return {};
  const match = SHORT_VERSION.exec(String(version));
  if (match === null || (typeof version !== 'string' && typeof version !== 'number')) return { version };
  const [, major = '0', minor = '0', patch = '0'] = match;
  return { version: [major, minor, patch].map(Number).join('.') };
}
