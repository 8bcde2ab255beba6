import { idNamesOf, rootFieldsOf, sampleOperation, wholeSelection } from '@millrace/server-platform/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { createClient } from 'graphql-ws';
import type { GraphQLSchema } from 'graphql';
import { WebSocket } from 'ws';
import { furnish, type Furnished } from './testing/furnished';
import { ProductRig, type Answer } from './testing/product-rig';
import { routesOf } from './testing/routes';

/*
 * Two workspaces with every kind of thing. The owner of one asks every field and calls every route with every id of the other:
 * nothing of the other is answered, and nothing of it changes.
 */
const MARK = 'CANARY-OF-ADA';

let rig: ProductRig;
let schema: GraphQLSchema;
let ada: Furnished;
let bob: Furnished;
let idsOfAda: string[];

beforeAll(async () => {
  rig = await ProductRig.start();
  ({ schema } = rig.served.app.get(GraphQLSchemaHost, { strict: false }));
  ada = await furnish(rig, MARK);
  bob = await furnish(rig, 'Bob');
  idsOfAda = await idsOf(ada);
}, 120_000);
afterAll(() => rig.stop());

/** Tables that say whose their rows are, and how. */
async function ownedTables(): Promise<{ table: string; rule: string; hasId: boolean }[]> {
  const columns = await rig.rows<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns where table_schema = 'public'`,
  );
  return [...new Set(columns.map(({ table_name: table }) => table))].flatMap((table) => {
    const names = columns.filter((column) => column.table_name === table).map(({ column_name: name }) => name);
    const rule = names.includes('workspace_id')
      ? 'workspace_id = $1'
      : names.includes('execution_id')
        ? 'execution_id in (select id from execution where workspace_id = $1)'
        : names.includes('workflow_id')
          ? 'workflow_id in (select id from workflow where workspace_id = $1)'
          : null;
    return rule === null ? [] : [{ table, rule, hasId: names.includes('id') }];
  });
}

/** Every id that a thing of this workspace has, and those of its people. */
async function idsOf({ owner: { workspaceId, userId } }: Furnished): Promise<string[]> {
  const ids = [workspaceId, userId];
  for (const { table, rule, hasId } of await ownedTables()) {
    if (!hasId) continue;
    const rows = await rig.rows<{ id: string }>(`select id::text from ${table} where ${rule} limit 2`, [workspaceId]);
    ids.push(...rows.map(({ id }) => id));
  }
  const instances = await rig.rows<{ id: string }>('select instance_id as id from execution where workspace_id = $1', [
    workspaceId,
  ]);
  return [...new Set([...ids, ...instances.map(({ id }) => id)])];
}

/** What a workspace holds, as one text: two are equal only when nothing has changed. */
async function contentsOf({ owner: { workspaceId } }: Furnished): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const { table, rule } of await ownedTables()) {
    const rows = await rig.rows(`select t::text as row from ${table} t where ${rule} order by 1`, [workspaceId]);
    contents[table] = JSON.stringify(rows);
  }
  return contents;
}

type Root = ReturnType<typeof rootFieldsOf>[number];

/** Every way to put ids of the other workspace into a field: into all places for ids, and into each beside own ids. */
function attemptsOn({ field }: Root, foreign: readonly string[], own: readonly string[]): Record<string, string>[] {
  const names = idNamesOf(field);
  const literal = (id: string, isList: boolean): string => (isList ? `["${id}"]` : `"${id}"`);
  const fill = (choose: (name: string) => string): Record<string, string> =>
    Object.fromEntries(names.map(({ name, isList }) => [name, literal(choose(name), isList)]));
  const everywhere = foreign.map((id) => fill(() => id));
  if (names.length < 2) return everywhere;
  const beside = names.flatMap(({ name }) =>
    foreign.flatMap((id) => own.map((ownId) => fill((other) => (other === name ? id : ownId)))),
  );
  return [...everywhere, ...beside];
}

/** How deep each field can be asked. */
const depths = new Map<string, number>();

/** The operation with as much of the answer as the limits allow. */
async function askWhole(token: string, root: Root, values: Record<string, string>): Promise<Answer> {
  for (let depth = depths.get(root.field.name) ?? 3; depth >= 0; depth -= 1) {
    const answer = await rig.graphql(token, sampleOperation(root, values, wholeSelection(root.field.type, depth)));
    depths.set(root.field.name, depth);
    if (!answer.errors?.some(({ extensions }) => extensions['code'] === 'LIMIT_EXCEEDED')) return answer;
  }
  throw new Error(`${root.field.name} is too large to be asked`);
}

/** Ends sessions, or moves to where the person belongs: asked by other specs, and with no id of anything that is kept. */
const endsSessions = new Set(['signOut', 'signOutEverywhere', 'workspaceLeave', 'passwordReset', 'signUp', 'signIn']);
const askable = (): Root[] =>
  rootFieldsOf(schema).filter(({ kind, field }) => kind !== 'subscription' && !endsSessions.has(field.name));

describe('two workspaces', () => {
  it('have one of every kind of thing', async () => {
    const empty = Object.entries(await contentsOf(ada)).filter(([, rows]) => rows === '[]');
    // Rows of moments: they exist while a request is answered, or hold nothing that an id leads to.
    const momentary = [
      'early_signal',
      'event_chain',
      'idempotency_key',
      'run_secret',
      'schedule_fire',
      'webhook_capture',
      'workspace_deletion',
    ];
    const credentials = /^credential|^oauth/;
    expect(
      empty.map(([table]) => table).filter((table) => !momentary.includes(table) && !credentials.test(table)),
    ).toEqual([]);
    expect(idsOfAda.length).toBeGreaterThan(12);
  });

  it('show their own things to their own people', async () => {
    const token = await rig.tokenOf(ada.owner);
    const seen: string[] = [];
    for (const root of askable().filter(({ kind }) => kind === 'query')) {
      for (const values of [{}, ...attemptsOn(root, idsOfAda, [])]) {
        if (idNamesOf(root.field).length > 0 && Object.keys(values).length === 0) continue;
        if (JSON.stringify(await askWhole(token, root, values)).includes(MARK)) {
          seen.push(root.field.name);
          break;
        }
      }
    }
    expect(seen).toEqual(
      expect.arrayContaining([
        'apiTokens',
        'auditLog',
        'execution',
        'executions',
        'invitations',
        'me',
        'members',
        'savedRunViews',
        'workflow',
        'workflowVersion',
        'workflowVersions',
        'workflows',
      ]),
    );
  }, 120_000);

  it('answer nothing of each other to any query, and let no mutation change it', async () => {
    const before = await contentsOf(ada);
    const own = [bob.workflowId, bob.executionId];
    const token = await rig.tokenOf(bob.owner);
    let asked = 0;
    for (const root of askable()) {
      for (const values of attemptsOn(root, idsOfAda, own).length > 0 ? attemptsOn(root, idsOfAda, own) : [{}]) {
        const answer = await askWhole(token, root, values);
        asked += 1;
        const leak = JSON.stringify(answer).includes(MARK) ? JSON.stringify(answer) : null;
        expect([root.field.name, values, leak]).toEqual([root.field.name, values, null]);
        const codes = (answer.errors ?? []).map(({ extensions }) => extensions['code']);
        expect([root.field.name, values, codes.includes('INTERNAL')]).toEqual([root.field.name, values, false]);
      }
    }
    expect(asked).toBeGreaterThan(500);
    expect((await rig.graphql(token, '{ me { workspace { role } } }')).data.me.workspace.role).toBe('OWNER');
    expect(await contentsOf(ada)).toEqual(before);
  }, 300_000);

  it('answer nothing of each other to any REST route, and let none change it', async () => {
    const before = await contentsOf(ada);
    const token = await rig.tokenOf(bob.owner);
    const body = { payload: {}, name: 'x', document: {}, workflowId: ada.workflowId };
    for (const { method, path, rule } of routesOf(rig.served.app)) {
      if (rule?.kind !== 'requires') continue;
      const parameters = path.match(/:\w+/g) ?? [];
      const urls = parameters.length === 0 ? [path] : idsOfAda.flatMap((id) => urlsWith(path, parameters, id));
      const named = path.includes('/workflows') ? '' : `?workflowId=${ada.workflowId}`;
      for (const url of urls.map((one) => `${one}${named}`)) {
        const { text, status } = await rig.rest(token, method, url, method === 'GET' ? undefined : body);
        expect([method, url, text.includes(MARK) ? text : null]).toEqual([method, url, null]);
        expect([method, url, status >= 500]).toEqual([method, url, false]);
      }
    }
    await rig.rest(token, 'GET', '/api/auth/me').expect(200);
    expect(await contentsOf(ada)).toEqual(before);
  }, 300_000);

  /** The foreign id in every place, and in each place beside an own one. */
  function urlsWith(path: string, parameters: readonly string[], id: string): string[] {
    const everywhere = parameters.reduce((url, name) => url.replace(name, id), path);
    if (parameters.length === 1) return [everywhere];
    const beside = parameters.map((foreign) =>
      parameters.reduce(
        (url, name) =>
          url.replace(name, name === foreign ? id : name === ':workflowId' ? bob.workflowId : bob.executionId),
        path,
      ),
    );
    return [everywhere, ...beside];
  }

  const takesIdsLive = ({ kind, field }: Root): boolean => kind === 'subscription' && idNamesOf(field).length > 0;

  it('hear nothing of each other over subscriptions', async () => {
    const token = await rig.tokenOf(bob.owner);
    const client = createClient({
      url: `ws://127.0.0.1:${rig.served.port}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    const heard: unknown[] = [];
    for (const root of rootFieldsOf(schema).filter(takesIdsLive)) {
      for (const values of attemptsOn(root, [ada.workflowId, ada.executionId], [])) {
        const query = sampleOperation(root, { ...values, nodeId: '"hook"' }, wholeSelection(root.field.type, 0));
        void (async () => {
          for await (const value of client.iterate({ query })) heard.push(value);
        })().catch((error: unknown) => heard.push({ errors: error }));
      }
    }
    const own = client.iterate<{ workspaceExecutions: { id: string } }>({
      query: 'subscription { workspaceExecutions { id } }',
    });
    const first = own.next();
    const start = (who: Furnished) => async () =>
      rig.graphql(
        await rig.tokenOf(who.owner),
        `mutation { executionStart(workflowId: "${who.workflowId}", input: { input: { text: "x" } }) { execution { id } } }`,
      );
    // Until what is of Bob arrives, which tells that what is of Ada would have arrived as well.
    let arrived: unknown;
    void first.then((value) => (arrived = value));
    while (!arrived) {
      await start(ada)();
      await start(bob)();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { data } = (arrived as IteratorResult<{ data: { workspaceExecutions: { id: string } } }>).value;
    const [run] = await rig.rows('select workspace_id from execution where id = $1', [data.workspaceExecutions.id]);
    expect(run).toEqual({ workspace_id: bob.owner.workspaceId });
    const shown = heard.filter((value) => (value as { data?: unknown }).data);
    expect(shown).toEqual([]);
    expect(JSON.stringify(heard)).not.toContain(MARK);
    await client.dispose();
  }, 60_000);

  it('do not tell a workflow of the other, by any of its lists, from one that is not there', async () => {
    const [own, foreign] = [await rig.tokenOf(ada.owner), await rig.tokenOf(bob.owner)];
    for (const list of ['', '/executions', '/schedules', '/versions', '/nodes', '/connections']) {
      const url = `/api/workflows/${ada.workflowId}${list}`;
      expect([list, (await rig.rest(own, 'GET', url)).status]).toEqual([list, 200]);
      expect([list, (await rig.rest(foreign, 'GET', url)).status]).toEqual([list, 404]);
    }
  });

  it('are not reached with a token of one for the other', async () => {
    const stranger = { ...bob.owner, workspaceId: ada.owner.workspaceId };
    const { errors } = await rig.graphql(await rig.tokenOf(stranger), '{ me { user { id } } }');
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
