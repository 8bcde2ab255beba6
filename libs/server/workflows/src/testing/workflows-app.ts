import { CatalogApiModule } from '@millrace/server-catalog';
import { identityMigrations, systemActor, type Actor } from '@millrace/server-identity';
import { createGraphqlModule, newId } from '@millrace/server-platform';
import { HeaderActorGuard } from '@millrace/server-identity/testing';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import supertest, { type Test } from 'supertest';
import { workflowsEntities, workflowsMigrations } from '../persistence/workflow.tables';
import { WorkflowsApiModule } from '../workflows-api.module';

/** What GraphQL answered. */
export interface GraphqlAnswer {
  readonly data: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: JsonObject }[];
}

/** A workspace with somebody in it. */
export class Caller {
  readonly actor: Actor;

  constructor(
    private readonly server: TestApp['server'],
    readonly workspaceId: string = newId(),
    private readonly role: string = 'owner',
    readonly userId: string = newId(),
  ) {
    this.actor = { ...systemActor(workspaceId), userId };
  }

  /** Somebody else in the same workspace. */
  colleague(role = 'editor'): Caller {
    return new Caller(this.server, this.workspaceId, role);
  }

  rest(method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: unknown): Test {
    const request = supertest(this.server)[method](path).set('x-actor', this.header);
    return body === undefined ? request : request.send(body as object);
  }

  /** One operation; a GraphQL error is part of the answer. */
  async graphql(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> {
    const answer = await supertest(this.server).post('/graphql').set('x-actor', this.header).send({ query, variables });
    return answer.body as GraphqlAnswer;
  }

  /** The field `name` of a mutation or query that must not fail. */
  async ask<T = Record<string, Json>>(
    name: string,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<T> {
    const { data, errors } = await this.graphql(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data?.[name] as T;
  }

  private get header(): string {
    return `${this.workspaceId}/${this.role}/${this.userId}`;
  }
}

/** Catalogue and workflows as in production, on a database of their own. */
export interface WorkflowsApp {
  readonly app: TestApp;
  /** The owner of a workspace of its own. */
  caller(): Caller;
  get<T>(type: Type<T>): T;
  stop(): Promise<void>;
}

/** Starts the rooms of this library over HTTP. Call `stop` when done. */
export async function startWorkflowsApp(): Promise<WorkflowsApp> {
  const app = await startTestApp({
    imports: [CatalogApiModule, WorkflowsApiModule, createGraphqlModule()],
    providers: [{ provide: APP_GUARD, useClass: HeaderActorGuard }],
    entities: workflowsEntities,
    migrations: [...identityMigrations, ...workflowsMigrations],
  });
  return {
    app,
    caller: () => new Caller(app.server),
    get: (type) => app.app.get(type, { strict: false }),
    stop: () => app.stop(),
  };
}
