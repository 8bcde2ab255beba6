import { payloadOf, type GraphqlContext, type MutationErrorType } from '@millrace/server-platform';
import type { SignedIn } from '../use-cases/signed-in';
import type { SignedInType } from './identity.types';
import { giveRefreshToken } from './refresh-cookie';

/** What mutations answer that change who is signed in, or where. */
export type SessionPayload = { session?: SignedInType | null; errors: MutationErrorType[] };

/** Wrong credentials and ended sessions are expected answers of these mutations, not errors of the whole operation. */
const expected = [401];

/** Runs a use case that gives a session; its refresh token goes into the cookie, the rest into the payload. */
export function sessionPayload({ req, res }: GraphqlContext, run: () => Promise<SignedIn>): Promise<SessionPayload> {
  return payloadOf(async () => {
    const { accessToken, user, workspace, refreshToken } = await run();
    if (res && refreshToken) giveRefreshToken(req, res, refreshToken);
    return { session: { accessToken: accessToken.token, expiresAt: accessToken.expiresAt, user, workspace } };
  }, expected);
}
