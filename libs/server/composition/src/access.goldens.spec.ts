import { readFileSync, writeFileSync } from 'node:fs';
import { permissions, roleMay, roles, tokenPermissions, type Permission, type Role } from '@millrace/server-identity';
import { rootFieldsOf, sampleOperation } from '@millrace/server-platform/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { subscribe, parse } from 'graphql';
import { ProductRig, type Somebody } from './testing/product-rig';
import { addressesOf, handlersOf, routesOf, type Route, type Rule } from './testing/routes';

/*
 * Who may do what, found out by asking: every GraphQL field and every REST route, as a stranger, in each role, and with an API
 * token that has every scope. `access.golden.txt` is what was reviewed; `npm run generate` writes it anew.
 */
type Caller = 'stranger' | Role | 'api token';
const callers: readonly Caller[] = ['stranger', ...roles, 'api token'];
/** What must not be asked while the walk goes on. */
const NIL = '0190a0a0-0000-7000-8000-000000000000';

let rig: ProductRig;
let schema: GraphQLSchema;
let owner: Somebody;
const people = new Map<Role, Somebody>();
let apiTokenId: string;

beforeAll(async () => {
  rig = await ProductRig.start();
  ({ schema } = rig.served.app.get(GraphQLSchemaHost, { strict: false }));
  owner = await rig.person('Owner');
  people.set('owner', owner);
  for (const role of roles.slice(1)) people.set(role, await member(role));
});
afterAll(() => rig.stop());

async function member(role: Role): Promise<Somebody> {
  const { userId } = await rig.person(`The ${role}`);
  const somebody = { userId, workspaceId: owner.workspaceId, role };
  await rig.join(somebody);
  return somebody;
}

/** A token that works now: what was asked before may have ended sessions, memberships and tokens. */
async function tokenOf(caller: Caller): Promise<string | null> {
  if (caller === 'stranger') return null;
  const somebody = people.get(caller === 'api token' ? 'owner' : caller) as Somebody;
  await rig.join(somebody);
  return caller === 'api token' ? apiToken() : rig.tokenOf(somebody);
}

async function apiToken(): Promise<string> {
  const { data } = await rig.graphql(
    await rig.tokenOf(owner),
    'mutation($scopes: [String!]!) { apiTokenCreate(input: { name: "all", scopes: $scopes }) { apiToken { id } secret } }',
    { scopes: tokenPermissions },
  );
  if (apiTokenId) await rig.rows('delete from api_token where id = $1', [apiTokenId]);
  apiTokenId = data.apiTokenCreate.apiToken.id as string;
  return data.apiTokenCreate.secret as string;
}

/** Who is let in, by asking. */
async function askAll(ask: (token: string | null, caller: Caller) => Promise<boolean>): Promise<Caller[]> {
  const allowed: Caller[] = [];
  for (const caller of callers) if (await ask(await tokenOf(caller), caller)) allowed.push(caller);
  return allowed;
}

/** Who should be let in, by what is written at the handler. */
function expectedBy(rule: Rule): Caller[] {
  if (rule.kind === 'public') return [...callers];
  const may = (role: Role): boolean => rule.permissions.every((permission) => roleMay(role, permission));
  const byToken = rule.permissions.every((permission) =>
    (tokenPermissions as readonly Permission[]).includes(permission),
  );
  return [...roles.filter(may), ...(byToken ? (['api token'] as const) : [])];
}

const lines: string[] = [];
const line = (what: string, allowed: readonly Caller[]): void =>
  void lines.push(`${what}: ${allowed.length === callers.length ? 'everybody' : allowed.join(', ') || 'nobody'}`);

function ruleOfField(name: string): Rule | undefined {
  return handlersOf(rig.served.app, 'providers').find(
    ({ handler }) =>
      Reflect.getMetadata('graphql:resolver_type', handler) !== undefined && fieldNameOf(handler) === name,
  )?.rule;
}

function fieldNameOf(handler: object & { name?: string }): string | undefined {
  const type = Reflect.getMetadata('graphql:resolver_type', handler) as string;
  if (!['Query', 'Mutation', 'Subscription'].includes(type)) return undefined;
  return (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? handler.name;
}

const isRefusal = (code: unknown): boolean => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN';
/** Refusals of the use case itself, which come after the guard let the caller in. */
const ownReasons = new Set(['ROLE_TOO_HIGH', 'SIGN_UP_CLOSED']);

describe('access', () => {
  it('to every GraphQL field is what its permissions say, for everybody', async () => {
    for (const root of rootFieldsOf(schema)) {
      const rule = ruleOfField(root.field.name);
      expect([root.field.name, rule !== undefined]).toEqual([root.field.name, true]);
      const operation = sampleOperation(root);
      const allowed = await askAll(async (token, caller) => {
        if (root.kind === 'subscription') return mayWatch(operation, caller);
        const { errors = [] } = await rig.graphql(token, operation);
        const first = errors[0]?.extensions;
        expect([root.field.name, first?.['code']]).not.toEqual([root.field.name, 'GRAPHQL_VALIDATION_FAILED']);
        return !isRefusal(first?.['code']) || ownReasons.has(String(first?.['reason']));
      });
      expect([root.field.name, allowed]).toEqual([root.field.name, expectedBy(rule as Rule)]);
      line(`${root.kind} ${root.field.name}`, allowed);
    }
  }, 240_000);

  async function mayWatch(operation: string, caller: Caller): Promise<boolean> {
    const somebody = caller === 'stranger' ? undefined : people.get(caller === 'api token' ? 'owner' : caller);
    const actor = somebody && {
      ...somebody,
      via: 'session',
      ...(caller === 'api token' ? { scopes: tokenPermissions } : {}),
    };
    const contextValue = { isSocket: true, req: { headers: {} }, actor };
    const result = await subscribe({ schema, document: parse(operation), contextValue });
    if (Symbol.asyncIterator in result) {
      await result.return?.(undefined);
      return true;
    }
    const [error] = result.errors ?? [];
    const { code, status } = (error?.originalError ?? {}) as { code?: string; status?: number };
    return !(status === 401 || status === 403) && !isRefusal(code);
  }

  it('to every REST route is what its permissions say, for everybody', async () => {
    const routes = routesOf(rig.served.app);
    expect(routes.length).toBeGreaterThan(50);
    for (const route of routes) {
      const name = `${route.method} ${route.path}`;
      expect([name, route.rule !== undefined]).toEqual([name, true]);
      const allowed = await askAll((token) => mayCall(route, token));
      const hasOwnCheck = route.path.startsWith('/api/webhooks/:workflowId') || route.path.startsWith('/hooks/');
      if (!hasOwnCheck) expect([name, allowed]).toEqual([name, expectedBy(route.rule as Rule)]);
      line(name, allowed);
    }
  }, 240_000);

  async function mayCall({ method, path }: Route, token: string | null): Promise<boolean> {
    const url = path.replace(/[:*]\w+/g, NIL);
    const { status, body } = await rig.rest(
      token,
      method === 'ALL' ? 'POST' : method,
      url,
      method === 'GET' ? undefined : {},
    );
    const reason = (body as { error?: { code?: string } }).error?.code;
    return !(status === 401 && reason === 'UNAUTHENTICATED') && !(status === 403 && reason === 'FORBIDDEN');
  }

  it('is decided for every address that is served', () => {
    const known = new Set(routesOf(rig.served.app).map(({ path }) => path.replace(/\*\w+/g, '*')));
    const others = addressesOf(rig.served.app).filter((path) => !known.has(path.replace(/\{?\*\w+\}?/g, '*')));
    // The manual, which says nothing that is not in the sources; GraphQL is walked above.
    expect(others.filter((path) => !/^\/docs(\/|-yaml$|$)/.test(path))).toEqual([]);
  });

  it('is what was reviewed', () => {
    const text = `${lines.sort().join('\n')}\n`;
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync('access.golden.txt', text);
    expect(text).toBe(readFileSync('access.golden.txt', 'utf8'));
    expect(permissions.length).toBeGreaterThan(0);
  });
});
