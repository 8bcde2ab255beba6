import { Public } from '@millrace/server-identity';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { browserIn, forgetBrowser } from '../oauth/browser-cookie';
import { ConnectCredential } from '../oauth/connect-credential';

/** Where the editor shows how a sign-in at a service ended. */
const PAGE = '/credentials/connected';
const LONGEST = 4_000;

/** Takes people back who signed in at a service. Open to all: the state and a cookie tell who comes. */
@Controller('oauth')
export class OAuthCallbackController {
  constructor(private readonly connecting: ConnectCredential) {}

  @Public()
  @Get('callback')
  @ApiExcludeEndpoint()
  async callback(
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const [state, code, error] = ['state', 'code', 'error'].map((name) => textOf(query[name]));
    const { credentialId, error: failure } = await this.connecting.comeBack({
      state: state ?? '',
      browser: browserIn(request),
      ...(code === undefined ? {} : { code }),
      ...(error === undefined ? {} : { error }),
    });
    const shown = new URLSearchParams({
      ...(credentialId === undefined ? {} : { credential: credentialId }),
      ...(failure === undefined ? {} : { error: failure.code, message: failure.message }),
    });
    forgetBrowser(request, response);
    // The address that people are on holds a code: nothing may keep it or send it on.
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.redirect(303, `${PAGE}?${shown.toString()}`);
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : undefined;
}
