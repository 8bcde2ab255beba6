import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import { clientAuthOf, requestOptions } from './oidc-provider';
import type { ExternalPerson, SignInChecks, SignInProvider } from './provider';

/** A client of GitHub. */
export interface GithubSettings {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** `https://github.com`, or that of an Enterprise Server. */
  readonly url: string;
}

const userSchema = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });
const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** Sign-in with GitHub: OAuth 2 with PKCE; who it is is asked of its API, since there is no id token. */
export class GithubProvider implements SignInProvider {
  readonly id = 'github';
  readonly name = 'GitHub';
  readonly #server: oauth.AuthorizationServer;
  readonly #api: string;
  readonly #client: oauth.Client;

  constructor(private readonly settings: GithubSettings) {
    const url = settings.url.replace(/\/$/, '');
    this.#api = url === 'https://github.com' ? 'https://api.github.com' : `${url}/api/v3`;
    this.#client = { client_id: settings.clientId };
    this.#server = {
      issuer: url,
      authorization_endpoint: `${url}/login/oauth/authorize`,
      token_endpoint: `${url}/login/oauth/access_token`,
    };
  }

  async authorizationUrl(redirectUri: string, { state, codeVerifier }: SignInChecks): Promise<URL> {
    const url = new URL(this.#server.authorization_endpoint as string);
    const parameters = {
      client_id: this.settings.clientId,
      redirect_uri: redirectUri,
      scope: 'read:user user:email',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url;
  }

  async identify(callback: URL, redirectUri: string, { state, codeVerifier }: SignInChecks): Promise<ExternalPerson> {
    const parameters = oauth.validateAuthResponse(this.#server, this.#client, callback, state);
    const response = await oauth.authorizationCodeGrantRequest(
      this.#server,
      this.#client,
      clientAuthOf(this.settings.clientSecret),
      parameters,
      redirectUri,
      codeVerifier,
      requestOptions(this.settings.url),
    );
    const { access_token: token } = await oauth.processAuthorizationCodeResponse(this.#server, this.#client, response);
    const user = userSchema.parse(await this.#get('/user', token));
    const emails = emailsSchema.parse(await this.#get('/user/emails', token));
    const email = emails.find(({ primary }) => primary);
    return {
      issuer: this.#server.issuer,
      subject: String(user.id),
      email: email?.email.trim().toLowerCase() ?? null,
      isEmailVerified: email?.verified ?? false,
      name: user.name || user.login,
    };
  }

  async #get(path: string, token: string): Promise<unknown> {
    const headers = new Headers({ accept: 'application/vnd.github+json', 'user-agent': 'millrace' });
    const url = new URL(`${this.#api}${path}`);
    const options = requestOptions(this.settings.url);
    const response = await oauth.protectedResourceRequest(token, 'GET', url, headers, null, options);
    if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${path}`);
    return response.json();
  }
}
