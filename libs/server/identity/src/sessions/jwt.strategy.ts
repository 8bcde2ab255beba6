import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Config } from '@millrace/server-platform';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { identityConfig } from '../identity.config';
import { AccessTokens, claimsOf, JWT_ALGORITHM, JWT_AUDIENCE, JWT_ISSUER, type SignedInActor } from './access-tokens';

/** Bearer tokens of HTTP requests. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    config: Config,
    private readonly tokens: AccessTokens,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: config.of(identityConfig).JWT_SECRET_KEY,
      algorithms: [JWT_ALGORITHM],
      issuer: JWT_ISSUER,
      audience: JWT_AUDIENCE,
      ignoreExpiration: false,
    });
  }

  /** Called by passport when signature, algorithm, issuer, audience and time are right. */
  async validate(payload: unknown): Promise<SignedInActor | null> {
    const claims = claimsOf(payload);
    return claims ? this.tokens.actorOf(claims) : null;
  }
}
