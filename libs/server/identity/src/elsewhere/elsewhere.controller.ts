import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { conflict, DomainError, invalid, Logger } from '@millrace/server-platform';
import type { Request, Response } from 'express';
import { Public } from '../access/decorators';
import { giveRefreshToken } from '../graphql/refresh-cookie';
import { ClaimGuest } from '../guests/claim-guest';
import type { User } from '../persistence/user-store';
import { SessionStore } from '../persistence/session-store';
import { JourneyCookie, newJourney, type Journey } from './journey-cookie';
import type { ExternalPerson } from './provider';
import { SignInElsewhere } from './sign-in-elsewhere';
import { SignInProviders } from './sign-in-providers';

/** Leads browsers to other services for signing in, and takes them back. */
@ApiExcludeController()
@Controller('api/auth/elsewhere')
export class ElsewhereController {
  constructor(
    private readonly providers: SignInProviders,
    private readonly journeys: JourneyCookie,
    private readonly signIn: SignInElsewhere,
    private readonly sessions: SessionStore,
    private readonly guests: ClaimGuest,
    private readonly logger: Logger,
  ) {}

  /** Goes there. */
  @Public()
  @Get(':provider')
  async go(@Param('provider') id: string, @Res() response: Response): Promise<void> {
    await this.#answer(response, '/sign-in', async () => {
      const journey = newJourney(this.providers.find(id).id);
      await this.journeys.give(response, journey);
      return (await this.providers.urlOf(journey)).toString();
    });
  }

  /** Comes back. */
  @Public()
  @Get(':provider/callback')
  async comeBack(@Param('provider') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const journey = await this.journeys.take(request, response);
    const page = journey?.linkTo === undefined ? '/sign-in' : '/settings/account';
    await this.#answer(response, page, async () => {
      if (journey?.provider !== id) throw journeyOver();
      const person = await this.providers.identify(journey, request.originalUrl);
      if (journey.linkTo !== undefined) return this.#link(journey, person);
      const { refreshToken } = await this.signIn.enter(id, person, await this.#guestOf(journey));
      if (refreshToken) giveRefreshToken(request, response, refreshToken);
      return '/';
    });
  }

  /** The guest who left, if they are still signed in: else the workspace is not theirs to keep. */
  async #guestOf({ guestId, sessionId = '' }: Journey): Promise<User | null> {
    if (guestId === undefined || !(await this.#isLive(guestId, sessionId))) return null;
    return this.guests.guestOf({ userId: guestId });
  }

  async #isLive(userId: string, sessionId: string): Promise<boolean> {
    return (await this.sessions.listLive(userId)).some(({ id }) => id === sessionId);
  }

  /** The session that wanted the link must still live: signing out meanwhile ends the wish. */
  async #link({ linkTo = '', sessionId = '', provider }: Journey, person: ExternalPerson): Promise<string> {
    if (!(await this.#isLive(linkTo, sessionId))) throw journeyOver();
    await this.signIn.link(linkTo, provider, person);
    return '/settings/account?linked=1';
  }

  /** Where to go on; with what went wrong as code and message for the page to show. */
  async #answer(response: Response, page: string, act: () => Promise<string>): Promise<void> {
    // The address that people come back on holds a code: nothing may keep it or send it on.
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    try {
      response.redirect(303, await act());
    } catch (error) {
      const shown = error instanceof DomainError ? error : elsewhereFailed();
      if (!(error instanceof DomainError)) this.logger.warn({ error }, 'somebody could not be signed in elsewhere');
      const query = new URLSearchParams({ error: shown.code, message: shown.message });
      response.redirect(303, `${page}?${query.toString()}`);
    }
  }
}

function journeyOver(): DomainError {
  return invalid('SIGN_IN_OVER', 'This took too long, or began in another browser. Try again.');
}

function elsewhereFailed(): DomainError {
  return conflict('SIGN_IN_ELSEWHERE_FAILED', 'The other service could not tell who you are. Try again.');
}
