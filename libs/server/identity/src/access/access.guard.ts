import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { AuthGuard } from '@nestjs/passport';
import {
  ACCESS_RULE,
  currentRequest,
  forbidden,
  RateLimits,
  unauthenticated,
  type GraphqlContext,
} from '@millrace/server-platform';
import type { Request } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { apiTokenIn, ApiTokenStore } from '../tokens/api-token-store';
import type { Actor } from './actor';
import type { AccessRule } from './decorators';
import { assertMay } from './permission';
import { carrierOf } from './request-actor';

const isGraphql = (context: ExecutionContext): boolean => context.getType<string>() === 'graphql';

function graphqlContextOf(context: ExecutionContext): GraphqlContext<Actor> {
  return GqlExecutionContext.create(context).getContext<GraphqlContext<Actor>>();
}

/** Fields of objects were reached through an operation that was allowed. */
function isInsideOperation(context: ExecutionContext): boolean {
  if (!isGraphql(context)) return false;
  const { parentType, schema } = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return ![schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(parentType);
}

/**
 * Deny by default, for REST routes, GraphQL fields and subscriptions alike: what carries neither `@Public()` nor `@Requires()` is
 * refused to everybody. Decides by metadata of the handler, never by the text of the path.
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  readonly #actors = new WeakMap<object, Promise<Actor | null>>();

  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
    private readonly apiTokens: ApiTokenStore,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === undefined && isInsideOperation(context)) return true;
    if (rule?.kind === 'public' && rule.isUnlimited) return true;
    const actor = await this.#actorOf(context);
    if (actor) this.#remember(context, actor);
    if (rule?.kind === 'public') return true;
    if (!actor) throw unauthenticated();
    if (!rule) throw forbidden('Nobody may do this: it is not open to anybody yet.');
    for (const permission of rule.permissions) assertMay(actor, permission);
    return true;
  }

  #remember(context: ExecutionContext, actor: Actor): void {
    carrierOf(context).actor = actor;
    const request = currentRequest();
    if (request) request.actor = actor;
  }

  override getRequest(context: ExecutionContext): Request {
    return isGraphql(context) ? graphqlContextOf(context).req : context.switchToHttp().getRequest<Request>();
  }

  getResponse(context: ExecutionContext): unknown {
    return isGraphql(context) ? graphqlContextOf(context).res : context.switchToHttp().getResponse();
  }

  /** Called by `AuthGuard` with what passport found. */
  override handleRequest<T>(error: unknown, actor: T | false | null): T {
    if (error) throw error;
    if (!actor) throw unauthenticated('The token is not valid, or no longer. Sign in again.');
    return actor;
  }

  /** Null when nobody is signed in. @throws DomainError `UNAUTHENTICATED` for a token that is not good, `RATE_LIMITED` */
  #actorOf(context: ExecutionContext): Promise<Actor | null> {
    if (isGraphql(context) && graphqlContextOf(context).isSocket)
      return Promise.resolve(graphqlContextOf(context).actor ?? null);
    const request = this.getRequest(context);
    // An operation may have many fields; its token is checked, and its call counted, once.
    const known = this.#actors.get(request);
    if (known) return known;
    const finding = this.#authenticate(context, request);
    this.#actors.set(request, finding);
    return finding;
  }

  async #authenticate(context: ExecutionContext, request: Request): Promise<Actor | null> {
    const { authorization } = request.headers;
    const actor = authorization === undefined ? null : await this.#verified(context, request, authorization);
    await (actor ? this.limits.user.consume(actor.userId) : this.limits.api.consume(request.ip ?? ''));
    return actor;
  }

  async #verified(context: ExecutionContext, request: Request, authorization: string): Promise<Actor> {
    try {
      const secret = apiTokenIn(authorization);
      if (secret === null) await super.canActivate(context);
      else return this.handleRequest(null, await this.apiTokens.actorOf(secret));
    } catch (error) {
      await this.limits.api.consume(request.ip ?? '');
      throw error;
    }
    return (request as Request & { user: Actor }).user;
  }
}
