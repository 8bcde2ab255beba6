import { createGraphqlModule } from '@millrace/server-platform';
import { startTestApp, type TestApp, type TestAppOptions } from '@millrace/server-platform/testing';
import request from 'supertest';
import type { Role } from '../access/actor';
import { guestsConfig } from '../guests/guests.config';
import { identityConfig } from '../identity.config';
import { IdentityModule } from '../identity.module';
import { identityMigrations } from '../persistence/identity.migrations';

/** What a GraphQL answer holds. */
export interface Answer {
  // Specs read fields of answers as they come.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** Somebody with an account, who calls the API. */
export class Person {
  constructor(
    private readonly rig: IdentityRig,
    readonly email: string,
    readonly password: string,
    public token: string,
    public cookie: string,
    readonly userId: string,
    readonly workspaceId: string,
  ) {}

  /** Asks GraphQL as this person. */
  async graphql(query: string, variables: object = {}): Promise<Answer> {
    const { body } = await this.rig
      .post('/graphql', { query, variables })
      .set('authorization', `Bearer ${this.token}`)
      .set('cookie', this.cookie);
    return body as Answer;
  }

  /** The payload of a mutation. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async mutate(query: string, variables: object = {}): Promise<any> {
    const { data, errors } = await this.graphql(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data as object)[0];
  }

  /** Gets a REST route as this person. */
  get(path: string): request.Test {
    return request(this.rig.app.server).get(path).set('authorization', `Bearer ${this.token}`);
  }
}

const SESSION = 'session { accessToken user { id email } workspace { id role } } errors { code message }';
let people = 0;

/** Identity as production serves it, on a database of its own. */
export class IdentityRig {
  private constructor(readonly app: TestApp) {}

  static async start(env: Record<string, string> = {}, options: Partial<TestAppOptions> = {}): Promise<IdentityRig> {
    const app = await startTestApp({
      imports: [IdentityModule, createGraphqlModule(), ...(options.imports ?? [])],
      migrations: identityMigrations,
      configs: [identityConfig, guestsConfig],
      env: {
        JWT_SECRET_KEY: 'a key for tests that is 32 bytes or more',
        RATE_LIMIT_API_PER_MINUTE: '0',
        RATE_LIMIT_LOGIN_PER_MINUTE: '0',
        ...env,
      },
      ...(options.providers ? { providers: options.providers } : {}),
    });
    return new IdentityRig(app);
  }

  /** Stops everything. */
  stop(): Promise<void> {
    return this.app.stop();
  }

  /** Posts JSON as a stranger. */
  post(path: string, body: object): request.Test {
    return request(this.app.server).post(path).send(body);
  }

  /** Asks GraphQL as a stranger. */
  async graphql(query: string, variables: object = {}): Promise<Answer> {
    const { body } = await this.post('/graphql', { query, variables });
    return body as Answer;
  }

  /** Rows of the database. */
  async rows<R = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.app.database.pool.query<R>(sql, values)).rows;
  }

  /** An address that nobody has yet. */
  address(name = 'person'): string {
    return `${name}${(people += 1)}@example.com`;
  }

  /** A new account with a workspace of its own. */
  signUp(input: Record<string, unknown> = {}): Promise<Person> {
    const account = { email: this.address(), password: 'correct horse battery', ...input };
    return this.#enter(`mutation($input: SignUpInput!) { entered: signUp(input: $input) { ${SESSION} } }`, account);
  }

  /** Another sign-in of the same account. */
  signIn({ email, password }: { email: string; password: string }): Promise<Person> {
    const query = `mutation($input: SignInInput!) { entered: signIn(input: $input) { ${SESSION} } }`;
    return this.#enter(query, { email, password });
  }

  /** A new person with this role in the workspace of somebody else, signed in there. */
  async member(of: Person, role: Role): Promise<Person> {
    const person = await this.signUp();
    await this.rows('delete from membership where user_id = $1', [person.userId]);
    await this.rows('insert into membership (user_id, workspace_id, role) values ($1, $2, $3)', [
      person.userId,
      of.workspaceId,
      role,
    ]);
    return this.signIn(person);
  }

  async #enter(query: string, account: { email: string; password: string }): Promise<Person> {
    const response = await this.post('/graphql', { query, variables: { input: account } });
    const payload = (response.body as Answer).data?.entered;
    if (!payload?.session) throw new Error(JSON.stringify(response.body));
    const { accessToken, user, workspace } = payload.session;
    const cookie = (response.headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] ?? '';
    return new Person(this, account.email, account.password, accessToken, cookie, user.id, workspace.id);
  }
}
