const common = [
  "default-src 'self'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
] as const;

/**
 * Who may make HTML: Angular's own templates and what it was told to trust, the one that purifies, the one of
 * drawings, which are parsed apart from the page, and the default, which takes next to nothing (`theme.js`).
 */
const trustedTypes = [
  "require-trusted-types-for 'script'",
  'trusted-types angular angular#bundler angular#unsafe-bypass default dompurify millrace-drawing',
] as const;

/** Of every answer that has no policy of its own. */
export const ANSWER_POLICY = [...common, "style-src 'self'"].join(';');

/** Of answers that are data and never a page: the strictest, and short. */
export const DATA_POLICY = "default-src 'none';frame-ancestors 'none'";

/** Of the manual of the REST interface: Swagger writes its styles into the page. */
export const MANUAL_POLICY = [...common, "style-src 'self' 'unsafe-inline'"].join(';');

/**
 * Of the page of the editor. `nonce` is new for each answer; style elements that carry it count. Style attributes are
 * allowed: browsers write them themselves into text that is typed over a coloured selection of the code editor, and they
 * can neither load nor run anything that the other rules do not allow.
 */
export function pagePolicy(nonce: string): string {
  const styles = [`style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'unsafe-inline'"];
  return [...common, ...styles, ...trustedTypes].join(';');
}
