/** What went wrong on the way back from another service, by code. The words of the address are never shown: anybody can write them. */
const WORDS: Readonly<Record<string, string>> = {
  EMAIL_NOT_VERIFIED: 'The service does not vouch for your e-mail address. Confirm it there, then try again.',
  SIGN_IN_FIRST:
    'There is an account with this e-mail address here. Sign in with its password, then link the service under Settings, Security.',
  SIGN_UP_CLOSED: 'You have no account here, and nobody can make one. Ask whoever runs this server for an invitation.',
  SIGN_IN_OVER: 'Signing in took too long, or began in another browser. Try again.',
  LINKED_TO_ANOTHER: 'That account is linked to somebody else here already.',
  SIGN_IN_PROVIDER_NOT_FOUND: 'Signing in with this service is not set up on this server.',
  RATE_LIMITED: 'There were too many attempts. Wait a minute, then try again.',
};

/** A sentence about an error code that came with the address; null without one. */
export function elsewhereProblem(code: string | null | undefined): string | null {
  if (!code) return null;
  return Object.hasOwn(WORDS, code)
    ? (WORDS[code] ?? null)
    : 'The other service could not tell who you are. Try again, or sign in another way.';
}
