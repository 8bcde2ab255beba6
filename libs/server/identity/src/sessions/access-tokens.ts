import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { z } from 'zod';
import type { Actor } from '../access/actor';
import { guestPermissions } from '../access/permission';
import { SessionStore, TOKEN_HOURS, type Session } from '../persistence/session-store';

/** The only algorithm that is signed with and believed. */
export const JWT_ALGORITHM = 'HS256';
/** Who makes the tokens. */
export const JWT_ISSUER = 'millrace';
/** Whom they are for. */
export const JWT_AUDIENCE = 'millrace-api';
const ACCESS_SECONDS = 15 * 60;

const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid(), wid: z.uuid(), exp: z.number() });

/** What a token says, after its signature was checked. */
export type Claims = z.infer<typeof claimsSchema>;

/** A signed token and when it ends. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signs and reads access tokens. They name a session; what it may do is looked up each time, so that revoking works at once. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly sessions: SessionStore,
  ) {}

  /** 15 minutes for the editor's sessions, 12 hours for scripts. */
  async sign(session: Session): Promise<AccessToken> {
    const seconds = session.kind === 'token' ? TOKEN_HOURS * 3600 : ACCESS_SECONDS;
    const token = await this.jwt.signAsync(
      { sid: session.id, wid: session.workspaceId },
      {
        subject: session.userId,
        expiresIn: seconds,
        issuer: JWT_ISSUER,
        audience: JWT_AUDIENCE,
        algorithm: JWT_ALGORITHM,
      },
    );
    return { token, expiresAt: new Date(Date.now() + seconds * 1000) };
  }

  /** The claims of a good token; null for every other. */
  async read(token: string): Promise<Claims | null> {
    const options = { algorithms: [JWT_ALGORITHM], issuer: JWT_ISSUER, audience: JWT_AUDIENCE } as const;
    const payload = await this.jwt
      .verifyAsync<object>(token, { ...options, algorithms: [...options.algorithms] })
      .catch(() => null);
    return payload === null ? null : claimsOf(payload);
  }

  /** The actor of a session that still lives. */
  async actorOf({ sub, sid, wid }: Claims): Promise<SignedInActor | null> {
    const live = await this.sessions.roleOf({ id: sid, userId: sub, workspaceId: wid });
    if (!live) return null;
    const actor = { userId: sub, workspaceId: wid, role: live.role, via: live.kind, sessionId: sid };
    return live.isGuest ? { ...actor, scopes: guestPermissions } : actor;
  }
}

/** An actor that came with a token, and the session behind it. */
export interface SignedInActor extends Actor {
  readonly sessionId: string;
}

/** Claims out of a verified payload; null when something is missing. */
export function claimsOf(payload: unknown): Claims | null {
  return claimsSchema.safeParse(payload).data ?? null;
}
