import * as oauth from 'oauth4webapi';
import type { ExternalPerson, SignInChecks, SignInProvider } from './provider';

const TIMEOUT_MS = 10_000;
const DISCOVERY_KEPT_MS = 3_600_000;

/** A client of an OpenID Connect provider. */
export interface OidcSettings {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for public clients. */
  readonly clientSecret?: string | undefined;
}

/** Settings of every request; plain HTTP is for issuers that are configured with it. */
export function requestOptions(address: string): {
  signal: () => AbortSignal;
  [oauth.allowInsecureRequests]: boolean;
} {
  return {
    signal: () => AbortSignal.timeout(TIMEOUT_MS),
    // The operator chose the address; a provider inside a network may be without TLS.
    [oauth.allowInsecureRequests]: new URL(address).protocol === 'http:',
  };
}

/** How a client shows that it is itself. */
export function clientAuthOf(clientSecret: string | undefined): oauth.ClientAuth {
  return clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(clientSecret);
}

/** Sign-in with OpenID Connect: discovery, authorization code, PKCE, nonce; the id token is checked. */
export class OidcProvider implements SignInProvider {
  #known: { server: Promise<oauth.AuthorizationServer>; untilMs: number } | null = null;
  readonly #client: oauth.Client;

  constructor(private readonly settings: OidcSettings) {
    this.#client = { client_id: settings.clientId };
  }

  get id(): string {
    return this.settings.id;
  }

  get name(): string {
    return this.settings.name;
  }

  async authorizationUrl(redirectUri: string, { state, nonce, codeVerifier }: SignInChecks): Promise<URL> {
    const { authorization_endpoint: endpoint } = await this.#server();
    if (!endpoint) throw new Error('the issuer names no authorization endpoint');
    const url = new URL(endpoint);
    const parameters = {
      client_id: this.settings.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url;
  }

  async identify(
    callback: URL,
    redirectUri: string,
    { state, nonce, codeVerifier }: SignInChecks,
  ): Promise<ExternalPerson> {
    const server = await this.#server();
    const options = requestOptions(this.settings.issuer);
    const parameters = oauth.validateAuthResponse(server, this.#client, callback, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      this.#client,
      clientAuthOf(this.settings.clientSecret),
      parameters,
      redirectUri,
      codeVerifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, this.#client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    // Over TLS the token comes from the issuer itself; its signature is checked all the same.
    await oauth.validateApplicationLevelSignature(server, response, options);
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    if (!claims) throw new Error('there is no id token');
    return personOf(server.issuer, claims, await this.#userInfo(server, tokens.access_token, claims));
  }

  /** What the id token does not say of address and name. */
  async #userInfo(
    server: oauth.AuthorizationServer,
    accessToken: string,
    claims: oauth.IDToken,
  ): Promise<oauth.JsonObject> {
    if (!server.userinfo_endpoint || claims['email'] !== undefined) return {};
    const options = requestOptions(this.settings.issuer);
    const response = await oauth.userInfoRequest(server, this.#client, accessToken, options);
    return oauth.processUserInfoResponse(server, this.#client, claims.sub, response) as Promise<oauth.JsonObject>;
  }

  #server(): Promise<oauth.AuthorizationServer> {
    if (this.#known && this.#known.untilMs > Date.now()) return this.#known.server;
    const server = this.#discover();
    const known = { server, untilMs: Date.now() + DISCOVERY_KEPT_MS };
    this.#known = known;
    server.catch(() => {
      if (this.#known === known) this.#known = null;
    });
    return server;
  }

  async #discover(): Promise<oauth.AuthorizationServer> {
    const issuer = new URL(this.settings.issuer);
    const response = await oauth.discoveryRequest(issuer, requestOptions(this.settings.issuer));
    return oauth.processDiscoveryResponse(issuer, response);
  }
}

function personOf(issuer: string, claims: oauth.IDToken, info: oauth.JsonObject): ExternalPerson {
  const said = { ...info, ...claims };
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return {
    issuer,
    subject: claims.sub,
    email: text(said['email'])?.trim().toLowerCase() ?? null,
    isEmailVerified: said['email_verified'] === true,
    name: text(said['name']),
  };
}
