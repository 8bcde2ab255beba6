import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Config, publicUrlOf } from '@millrace/server-platform';
import type { Request, Response } from 'express';
import { generateRandomCodeVerifier, generateRandomNonce, generateRandomState } from 'oauth4webapi';
import { z } from 'zod';
import { JWT_ALGORITHM, JWT_ISSUER } from '../sessions/access-tokens';

const NAME = 'millrace_elsewhere';
const AUDIENCE = 'millrace-elsewhere';
/** Where the cookie is sent back to. */
export const ELSEWHERE_PATH = '/api/auth/elsewhere';
const SECONDS = 600;

const journeySchema = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** The person who wants to link an account elsewhere; absent for signing in. */
  linkTo: z.string().optional(),
  /** The guest whose workspace is kept. */
  guestId: z.string().optional(),
  sessionId: z.string().optional(),
});

/** What the browser carries while its person signs in elsewhere. */
export type Journey = z.infer<typeof journeySchema>;

/**
 * Ties the way back to the browser that went: nobody can be signed in to somebody else's account by a link. Sent along when the
 * other service leads back (Lax), never readable by scripts, good for ten minutes.
 */
@Injectable()
export class JourneyCookie {
  constructor(
    private readonly jwt: JwtService,
    private readonly config: Config,
  ) {}

  async give(response: Response, journey: Journey): Promise<void> {
    const value = await this.jwt.signAsync(journey, {
      expiresIn: SECONDS,
      issuer: JWT_ISSUER,
      audience: AUDIENCE,
      algorithm: JWT_ALGORITHM,
    });
    response.cookie(NAME, value, { ...this.#options(), maxAge: SECONDS * 1000 });
  }

  /** Takes it away: it is good for one way back. Null when there is none, or it is not ours or too old. */
  async take(request: Request, response: Response): Promise<Journey | null> {
    const value = valueIn(request);
    response.clearCookie(NAME, this.#options());
    if (value === null) return null;
    const options = { algorithms: [JWT_ALGORITHM], issuer: JWT_ISSUER, audience: AUDIENCE } as const;
    const payload = await this.jwt
      .verifyAsync<object>(value, { ...options, algorithms: [...options.algorithms] })
      .catch(() => null);
    return journeySchema.safeParse(payload).data ?? null;
  }

  #options(): { httpOnly: true; sameSite: 'lax'; secure: boolean; path: string } {
    const secure = publicUrlOf(this.config).startsWith('https:');
    return { httpOnly: true, sameSite: 'lax', secure, path: ELSEWHERE_PATH };
  }
}

function valueIn(request: Request): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return null;
}

/** What binds the way back to this way there, new each time. */
export function newJourney(provider: string, link: Pick<Journey, 'linkTo' | 'guestId' | 'sessionId'> = {}): Journey {
  return {
    provider,
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    codeVerifier: generateRandomCodeVerifier(),
    ...link,
  };
}
