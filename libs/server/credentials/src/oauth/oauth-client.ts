import { fieldText } from '@millrace/node-sdk';
import { GuardedHttpError, type GuardedHttp } from '@millrace/server-platform';
import type { CredentialTypeData, JsonObject, OAuth2Settings } from '@millrace/workflow-model';
import * as oauth from 'oauth4webapi';
import { OAuthError } from './oauth-error';
import { standardAnswer } from './token-answer';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 256 * 1024;

/** Tokens as they are kept in the store of secrets. */
export interface GrantedTokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Seconds that the access token lasts from the moment it was granted; absent when it lasts until it is taken back. */
  readonly lifeSeconds?: number;
  readonly scopes?: readonly string[];
}

/** Speaks with the OAuth endpoints of one credential. Only workers make one: it holds the client's secret. */
export class OAuthClient {
  readonly #settings: OAuth2Settings;
  readonly #values: JsonObject;
  readonly #http: GuardedHttp;
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;

  /** @throws OAuthError `invalid_settings` for types without OAuth and addresses that are none */
  constructor({ oauth2 }: CredentialTypeData, values: JsonObject, http: GuardedHttp) {
    if (oauth2 === undefined) throw new OAuthError('invalid_settings', 'This credential type has no OAuth.');
    this.#settings = oauth2;
    this.#values = values;
    this.#http = http;
    const tokenUrl = addressOf(fieldText(oauth2.tokenUrl, values), 'token');
    this.#server = { issuer: tokenUrl.origin, token_endpoint: tokenUrl.href };
    this.#client = { client_id: this.#text('clientId') };
  }

  /** Which grant is used. */
  get grant(): OAuth2Settings['grant'] {
    return this.#settings.grant;
  }

  /** Where the person signs in; the caller adds the state. */
  async authorizationUrl(redirectUri: string, verifier: string): Promise<URL> {
    const { authorizeUrl, authorizeParams = {}, pkce = true } = this.#settings;
    const url = addressOf(fieldText(authorizeUrl ?? '', this.#values), 'authorization');
    const scope = this.#scope();
    const params = {
      response_type: 'code',
      client_id: this.#client.client_id,
      redirect_uri: redirectUri,
      ...(scope === '' ? {} : { scope }),
      ...(pkce
        ? { code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }
        : {}),
      ...Object.fromEntries(
        Object.entries(authorizeParams).map(([name, value]) => [name, fieldText(value, this.#values)]),
      ),
    };
    for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
    return url;
  }

  /** Tokens for the code that the service gave. @throws OAuthError */
  exchange(code: string, redirectUri: string, verifier: string): Promise<GrantedTokens> {
    return this.#granted(async (options) => {
      const callback = oauth.validateAuthResponse(
        this.#server,
        this.#client,
        new URLSearchParams({ code }),
        oauth.expectNoState,
      );
      const proof = this.#settings.pkce === false ? oauth.nopkce : verifier;
      const response = await oauth.authorizationCodeGrantRequest(
        ...([this.#server, this.#client, this.#authentication(), callback, redirectUri, proof, options] as const),
      );
      return oauth.processAuthorizationCodeResponse(this.#server, this.#client, response, this.#tokenTypes());
    });
  }

  /** New tokens for a refresh token. A service that gives no new refresh token lets the old one count. @throws OAuthError */
  async refresh(refreshToken: string): Promise<GrantedTokens> {
    const granted = await this.#granted(async (options) => {
      const response = await oauth.refreshTokenGrantRequest(
        ...([this.#server, this.#client, this.#authentication(), refreshToken, options] as const),
      );
      return oauth.processRefreshTokenResponse(this.#server, this.#client, response, this.#tokenTypes());
    });
    return { refreshToken, ...granted };
  }

  /** Tokens for the client itself. @throws OAuthError */
  forClient(): Promise<GrantedTokens> {
    return this.#granted(async (options) => {
      const scope = this.#scope();
      const response = await oauth.clientCredentialsGrantRequest(
        ...([this.#server, this.#client, this.#authentication(), scope === '' ? {} : { scope }, options] as const),
      );
      return oauth.processClientCredentialsResponse(this.#server, this.#client, response, this.#tokenTypes());
    });
  }

  async #granted(
    ask: (options: oauth.TokenEndpointRequestOptions) => Promise<oauth.TokenEndpointResponse>,
  ): Promise<GrantedTokens> {
    try {
      const answer = await ask(this.#requestOptions());
      const { access_token: accessToken, refresh_token: refreshToken, expires_in: lifeSeconds, scope } = answer;
      return {
        accessToken,
        ...(refreshToken === undefined ? {} : { refreshToken }),
        ...(lifeSeconds === undefined || lifeSeconds <= 0 ? {} : { lifeSeconds }),
        ...(scope === undefined ? {} : { scopes: scope.split(/[\s,]+/).filter((name) => name !== '') }),
      };
    } catch (error) {
      throw oauthErrorOf(error);
    }
  }

  #requestOptions(): oauth.TokenEndpointRequestOptions {
    const fetch = async (url: string, init: oauth.CustomFetchOptions<string, URLSearchParams>): Promise<Response> => {
      const answer = await this.#http.request({
        method: init.method,
        url,
        headers: init.headers,
        body: String(init.body ?? ''),
        maxRedirects: 0,
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_BYTES,
      });
      return standardAnswer(answer);
    };
    return {
      [oauth.customFetch]: fetch as never,
      // `addressOf` has refused plain http to other machines.
      [oauth.allowInsecureRequests]: true,
    };
  }

  #tokenTypes(): oauth.ProcessTokenResponseOptions {
    const names = this.#settings.tokenTypes ?? [];
    return { recognizedTokenTypes: Object.fromEntries(names.map((name) => [name.toLowerCase(), () => undefined])) };
  }

  /** A field `clientAuthentication` goes before what the type says. */
  #authentication(): oauth.ClientAuth {
    const way = this.#text('clientAuthentication') || (this.#settings.clientAuthentication ?? 'basic');
    const secret = this.#text('clientSecret');
    if (way === 'none' || secret === '') return oauth.None();
    return way === 'post' ? oauth.ClientSecretPost(secret) : oauth.ClientSecretBasic(secret);
  }

  #scope(): string {
    const { scopes, scopeSeparator = ' ' } = this.#settings;
    const own = this.#text('scopes')
      .split(/[\s,]+/)
      .filter((scope) => scope !== '');
    return (own.length > 0 ? own : scopes).join(scopeSeparator);
  }

  #text(field: string): string {
    const value = this.#values[field];
    return typeof value === 'string' ? value : '';
  }
}

/** https, or http on this machine. */
function addressOf(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = url !== null && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url && url.username === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) return url;
  throw new OAuthError(
    'invalid_settings',
    `The ${what} address of this credential is not one that begins with https://.`,
  );
}

function oauthErrorOf(error: unknown): unknown {
  if (error instanceof oauth.ResponseBodyError) {
    const told = error.error_description === undefined ? '' : ` (${error.error_description.slice(0, 300)})`;
    return new OAuthError(error.error, `The service answered ${error.error}${told}.`, {
      transient:
        error.status >= 500 || error.status === 429 || /temporarily_unavailable|server_error/.test(error.error),
    });
  }
  if (error instanceof GuardedHttpError) {
    return new OAuthError('unreachable', error.message, { transient: error.transient });
  }
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) {
    const status = error.cause instanceof Response ? error.cause.status : undefined;
    const isDown = status !== undefined && (status >= 500 || status === 429);
    return new OAuthError('invalid_answer', `The service gave no tokens${status ? `: it answered ${status}` : ''}.`, {
      transient: isDown,
    });
  }
  return error;
}
