import { SecretWriter } from '@millrace/server-credentials';
import { identityConfig, Requires } from '@millrace/server-identity';
import { Config, mailConfig, Mailer, publicUrlOf, rateLimitConfig } from '@millrace/server-platform';
import { Query, Resolver } from '@nestjs/graphql';
import { productVersion } from '../version';
import { InstanceType, type InstanceSecretsType, type InstanceSignInType } from './instance.types';

/** Settings of the services that people may sign in with. */
const SIGN_IN = [
  { id: 'github', name: 'GitHub', settings: ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'] },
  { id: 'google', name: 'Google', settings: ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'] },
  { id: 'oidc', name: 'OpenID Connect', settings: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] },
] as const;
/** Providers of OpenID Connect may know clients without a secret. */
const OPTIONAL = new Set<string>(['OIDC_CLIENT_SECRET']);

/** How this installation is set up, for those who have to mend it. */
@Resolver()
export class InstanceResolver {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly secrets: SecretWriter,
  ) {}

  @Requires('workspace:manage')
  @Query(() => InstanceType, { description: 'How this installation is set up, for owners and admins.' })
  async instance(): Promise<InstanceType> {
    const limits = this.config.of(rateLimitConfig);
    return {
      version: productVersion,
      publicUrl: publicUrlOf(this.config),
      signUp: this.config.of(identityConfig).MILLRACE_SIGN_UP === 'open',
      mailFrom: this.mailer.isConfigured ? this.config.of(mailConfig).MAIL_FROM : null,
      signIn: this.#signIn(),
      secrets: await this.#secrets(),
      limits: {
        webhookPerMinute: limits.RATE_LIMIT_WEBHOOK_PER_MINUTE,
        eachWebhookPerMinute: limits.RATE_LIMIT_EACH_WEBHOOK_PER_MINUTE,
        userPerMinute: limits.RATE_LIMIT_USER_PER_MINUTE,
      },
    };
  }

  #signIn(): InstanceSignInType[] {
    const values = this.config.of(identityConfig);
    return SIGN_IN.map(({ id, name, settings }) => {
      const missing = settings.filter((setting) => !values[setting] && !OPTIONAL.has(setting));
      const isReady = missing.length === 0;
      const callbackUrl = `${publicUrlOf(this.config)}/api/auth/elsewhere/${id}/callback`;
      return { id, name: id === 'oidc' && isReady ? values.OIDC_NAME : name, isReady, callbackUrl, missing };
    });
  }

  async #secrets(): Promise<InstanceSecretsType> {
    const { store, ok, reason } = await this.secrets.health();
    return { store, isHealthy: ok, reason: reason ?? null };
  }
}
