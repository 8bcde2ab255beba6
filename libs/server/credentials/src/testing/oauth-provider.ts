import { generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Events, OAuth2Server } from 'oauth2-mock-server';

interface TokenAnswer {
  body: Record<string, unknown> | '';
  statusCode: number;
}

type TokenRequest = IncomingMessage & { body: Record<string, string> };

/** A service that people sign in at: PKCE, and a new refresh token with every renewal; the old one is worth nothing then. */
export class OAuthProvider {
  /** What was asked at the token endpoint. */
  readonly asked: { grant: string; authorization: string | undefined; body: Record<string, string> }[] = [];
  /** Seconds that access tokens last. */
  lifeSeconds: number | undefined = 3600;
  /** Changes an answer before it is sent. */
  bend: ((answer: TokenAnswer) => void) | undefined;
  private count = 0;
  private refreshToken = '';
  private readonly server = new OAuth2Server();

  async listen(): Promise<this> {
    // Keys that jest's own objects describe: those of the outside would not be taken for plain ones.
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = JSON.parse(JSON.stringify(privateKey.export({ format: 'jwk' }))) as Record<string, string>;
    await this.server.issuer.keys.add({ ...jwk, kty: 'RSA', kid: 'spec', alg: 'RS256' });
    await this.server.start(0, '127.0.0.1');
    this.server.service.on(Events.BeforeResponse, (answer, request) =>
      this.answer(answer as unknown as TokenAnswer, request as unknown as TokenRequest),
    );
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  /** The access token that was granted last. */
  get accessToken(): string {
    return `canary-access-${this.count}`;
  }

  /** Renewals so far. */
  get renewals(): number {
    return this.asked.filter(({ grant }) => grant === 'refresh_token').length;
  }

  /** Takes back what was granted. */
  revoke(): void {
    this.refreshToken = 'canary-refresh-revoked';
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private answer(answer: TokenAnswer, { body, headers }: TokenRequest): void {
    const grant = body['grant_type'] ?? '';
    this.asked.push({ grant, authorization: headers.authorization, body });
    if (answer.statusCode === 200) this.grant(answer, grant, body);
    this.bend?.(answer);
  }

  private grant(answer: TokenAnswer, grant: string, body: Record<string, string>): void {
    if (grant === 'refresh_token' && body['refresh_token'] !== this.refreshToken) {
      answer.statusCode = 400;
      answer.body = { error: 'invalid_grant', error_description: 'The refresh token was used before.' };
      return;
    }
    this.count += 1;
    this.refreshToken = `canary-refresh-${this.count}`;
    answer.body = {
      access_token: this.accessToken,
      token_type: 'Bearer',
      ...(this.lifeSeconds === undefined ? {} : { expires_in: this.lifeSeconds }),
      ...(grant === 'client_credentials' ? {} : { refresh_token: this.refreshToken }),
      scope: 'read write',
    };
  }
}
