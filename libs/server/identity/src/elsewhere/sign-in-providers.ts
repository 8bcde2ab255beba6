import { Injectable } from '@nestjs/common';
import { Config, notFound, publicUrlOf } from '@millrace/server-platform';
import { identityConfig } from '../identity.config';
import { GithubProvider } from './github-provider';
import { OidcProvider } from './oidc-provider';
import { ELSEWHERE_PATH, type Journey } from './journey-cookie';
import type { ExternalPerson, SignInProvider } from './provider';

const GOOGLE_ISSUER = 'https://accounts.google.com';

/** The services that the operator has set up for signing in. */
@Injectable()
export class SignInProviders {
  readonly all: readonly SignInProvider[];

  constructor(private readonly config: Config) {
    const settings = config.of(identityConfig);
    const { OIDC_ISSUER, OIDC_CLIENT_ID, GOOGLE_CLIENT_ID, GITHUB_CLIENT_ID } = settings;
    this.all = [
      GITHUB_CLIENT_ID &&
        new GithubProvider({
          clientId: GITHUB_CLIENT_ID,
          clientSecret: settings.GITHUB_CLIENT_SECRET,
          url: settings.GITHUB_URL,
        }),
      GOOGLE_CLIENT_ID &&
        new OidcProvider({
          id: 'google',
          name: 'Google',
          issuer: GOOGLE_ISSUER,
          clientId: GOOGLE_CLIENT_ID,
          clientSecret: settings.GOOGLE_CLIENT_SECRET,
        }),
      OIDC_ISSUER &&
        OIDC_CLIENT_ID &&
        new OidcProvider({
          id: 'oidc',
          name: settings.OIDC_NAME,
          issuer: OIDC_ISSUER,
          clientId: OIDC_CLIENT_ID,
          clientSecret: settings.OIDC_CLIENT_SECRET,
        }),
    ].filter((provider) => typeof provider === 'object');
  }

  /** @throws DomainError `SIGN_IN_PROVIDER_NOT_FOUND` */
  find(id: string): SignInProvider {
    const provider = this.all.find((known) => known.id === id);
    if (!provider)
      throw notFound('SIGN_IN_PROVIDER_NOT_FOUND', 'Signing in with this service is not set up on this server.');
    return provider;
  }

  /** Where the browser is sent on a journey. */
  urlOf(journey: Journey): Promise<URL> {
    return this.find(journey.provider).authorizationUrl(this.#callbackOf(journey), journey);
  }

  /** Who came back from it, to this path. */
  identify(journey: Journey, pathAndQuery: string): Promise<ExternalPerson> {
    const callback = new URL(pathAndQuery, publicUrlOf(this.config));
    return this.find(journey.provider).identify(callback, this.#callbackOf(journey), journey);
  }

  #callbackOf({ provider }: Journey): string {
    return `${publicUrlOf(this.config)}${ELSEWHERE_PATH}/${provider}/callback`;
  }
}
