const ALLOWED = /^[A-Za-z0-9][A-Za-z0-9_\-./]{0,199}$/;
const DOTS = /(^|\/)\.{1,2}(\/|$)/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The path as webhooks are found by it, without slashes at its end; undefined when no webhook can have it. */
export function webhookPathOf(text: string): string | undefined {
  const path = text.replace(/\/+$/, '');
  return ALLOWED.test(path) && !path.includes('//') && !DOTS.test(path) ? path : undefined;
}

/** Whether a path is shaped like the default address of a webhook, which is its id. */
export function isDefaultPath(path: string): boolean {
  return UUID.test(path);
}
