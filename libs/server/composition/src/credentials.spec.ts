import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { RunCredentials, SecretReader, SecretsError, SecretStore } from '@millrace/server-credentials';
import { ExecutionFeed } from '@millrace/server-executions';
import { readConfig } from '@millrace/server-platform';
import { productConfigs } from './product';
import { serveWorker } from './serve';
import { ProductRig, type Somebody } from './testing/product-rig';

const CANARY = 'canary-5e1f-token';
/** Every form in which it could be read. */
const forms = [
  CANARY,
  Buffer.from(CANARY).toString('base64').replace(/=+$/, '').slice(0, -1),
  Buffer.from(`x${CANARY}`).toString('base64').slice(2, 20),
  Buffer.from(CANARY).toString('hex'),
];

const keys = { JWT_SECRET_KEY: randomBytes(48).toString('base64url') };

let rig: ProductRig;
let owner: Somebody;
let token: string;
let service: Server;
let received: (string | undefined)[];

beforeAll(async () => {
  rig = await ProductRig.start({ MILLRACE_WORKERS: 'in-process', OUTBOUND_ALLOW: '127.0.0.1' });
  service = createServer((request, response) => {
    const { authorization } = request.headers;
    received.push(authorization);
    const status = request.url?.startsWith('/fail') ? 422 : 200;
    const base64 = Buffer.from(authorization ?? '').toString('base64');
    response
      .writeHead(status, {
        'content-type': status === 200 ? 'application/json' : 'text/plain; charset=utf-8',
        'x-echo': authorization ?? '',
      })

      .end(
        JSON.stringify({
          message: `no ${authorization}`,
          [`key ${authorization}`]: authorization,
          base64,
          url: request.url,
        }),
      );
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
  await rig.stop();
});
beforeEach(async () => {
  received = [];
  owner = await rig.person('Owner');
  token = await rig.tokenOf(owner);
});

const at = (path: string): string => `http://127.0.0.1:${(service.address() as AddressInfo).port}${path}`;

async function key(as = token): Promise<string> {
  const body = {
    type: 'http-bearer',
    name: `Key ${Math.random()}`,
    values: { token: CANARY },
    allowedDomains: ['127.0.0.1'],
  };
  return (await rig.rest(as, 'post', '/api/credentials', body).expect(201)).body.id as string;
}

function documentWith(config: object, credentials?: object) {
  return {
    name: 'Calls a service',
    nodes: [
      { id: 'start', type: 'manual-trigger', label: 'Start', position: { x: 0, y: 0 }, config: {} },
      {
        id: 'call',
        type: 'http-request',
        label: 'Call',
        position: { x: 300, y: 0 },
        config,
        ...(credentials ? { credentials } : {}),
      },
    ],
    edges: [{ id: 'e', source: 'start', target: 'call' }],
  };
}

async function workflow(document: object, as = token): Promise<string> {
  return (await rig.rest(as, 'post', '/api/workflows', document).expect(201)).body.id as string;
}

async function run(workflowId: string, as = token): Promise<string> {
  const { body } = await rig.rest(as, 'post', `/api/workflows/${workflowId}/execute`, {}).expect(202);
  return (body.executionId ?? body.id) as string;
}

async function finished(executionId: string) {
  const feed = rig.served.app.get(ExecutionFeed, { strict: false });
  const end = await feed.finished(executionId, { timeoutMs: 20_000 });
  if (!end) throw new Error('The run did not end');
  return end;
}

async function dump(): Promise<string> {
  const tables = await rig.rows<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    parts.push(...(await rig.rows<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)).map(({ row }) => row));
  }
  return parts.join('\n');
}

async function expectNoCanary(): Promise<void> {
  const everything = await dump();
  for (const form of forms) expect(everything).not.toContain(form);
}

describe('a run with an account', () => {
  it('authenticates with it, and nothing of it is kept or shown', async () => {
    const account = await key();
    const id = await workflow(documentWith({ url: at('/ok'), output: 'response' }, { account }));
    const executionId = await run(id);
    const end = await finished(executionId);
    expect(end.status).toBe('completed');
    expect(received).toEqual([`Bearer ${CANARY}`]);
    expect(JSON.stringify(end.output)).toContain('Bearer ***');
    const failing = await workflow(documentWith({ url: at('/fail') }, { account }));
    const failed = await finished(await run(failing));
    expect(failed.status).toBe('failed');
    expect(JSON.stringify(failed.error)).toContain('***');
    const { body: events } = await rig.rest(token, 'get', `/api/executions/${executionId}/events`);
    for (const form of forms) expect(JSON.stringify([end, failed, events])).not.toContain(form);
    await expectNoCanary();
    const used = await rig.rows(`SELECT 1 FROM audit_event WHERE action = 'credential.used' AND target_id = $1`, [
      account,
    ]);
    expect(used).toHaveLength(2);
  });

  it('waits while the store of secrets is away, tells why, and goes on', async () => {
    const id = await workflow(documentWith({ url: at('/ok') }, { account: await key() }));
    const store = rig.served.app.get(SecretStore as never, { strict: false }) as SecretStore;
    const away = jest.spyOn(store, 'read').mockRejectedValue(new SecretsError('SECRETS_UNAVAILABLE'));
    const executionId = await run(id);
    const feed = rig.served.app.get(ExecutionFeed, { strict: false });
    for await (const event of feed.watch(executionId)) {
      if (event.type !== 'node.retrying') continue;
      expect(event.error).toMatchObject({
        code: 'SECRETS_UNAVAILABLE',
        message: expect.stringContaining('Waiting for secrets'),
      });
      away.mockRestore();
      break;
    }
    expect((await finished(executionId)).status).toBe('completed');
    expect(received).toHaveLength(1);
  });

  it('sends it to no host that its owner did not allow', async () => {
    const body = {
      type: 'http-bearer',
      name: 'Elsewhere',
      values: { token: CANARY },
      allowedDomains: ['api.example.com'],
    };
    const { body: made } = await rig.rest(token, 'post', '/api/keys', body).expect(201);
    const end = await finished(await run(await workflow(documentWith({ url: at('/ok') }, { account: made.id }))));
    expect(end.error).toMatchObject({ code: 'CREDENTIAL_HOST_FORBIDDEN' });
    expect(received).toEqual([]);
  });
});

describe('a workflow that names accounts', () => {
  const codes = (body: { error: { details?: { problems: { code: string; severity: string }[] } } }): string[] =>
    (body.error.details?.problems ?? []).filter(({ severity }) => severity === 'error').map(({ code }) => code);

  it('is published with accounts that exist, fit, and may be used', async () => {
    const good = await workflow(documentWith({ url: at('/ok') }, { account: await key() }));
    await rig.rest(token, 'post', `/api/workflows/${good}/publish`, {}).expect(200);
    const missing = await workflow(
      documentWith({ url: at('/ok') }, { account: '0190a0a0-0000-7000-8000-000000000000' }),
    );
    const { body } = await rig.rest(token, 'post', `/api/workflows/${missing}/publish`, {}).expect(422);
    expect(codes(body)).toEqual(['CREDENTIAL_NOT_FOUND']);
    const { body: checked } = await rig.rest(token, 'post', `/api/workflows/${missing}/validate`, {}).expect(200);
    expect(checked).toMatchObject({ valid: false, problems: [{ code: 'CREDENTIAL_NOT_FOUND', nodeId: 'call' }] });
    expect((await finished(await run(missing))).error).toMatchObject({ code: 'CREDENTIAL_NOT_FOUND', nodeId: 'call' });
  });

  it('keeps accounts of others: an editor may change the rest, and put in only what is shared', async () => {
    const account = await key();
    await rig.rest(token, 'put', `/api/credentials/${account}/shares`, { shares: [] }).expect(200);
    const editor = { ...(await rig.person('Editor')), workspaceId: owner.workspaceId, role: 'editor' as const };
    await rig.join(editor);
    const theirs = await rig.tokenOf(editor);
    const id = await workflow(documentWith({ url: at('/ok') }, { account }));
    await rig.rest(theirs, 'patch', `/api/workflows/${id}`, { name: 'Renamed' }).expect(200);
    const { body } = await rig
      .rest(theirs, 'post', '/api/workflows', documentWith({ url: 'x' }, { account }))
      .expect(403);
    expect(body.error.code).toBe('CREDENTIAL_FORBIDDEN');
    const { body: refused } = await rig.rest(theirs, 'post', `/api/workflows/${id}/publish`, {}).expect(422);
    expect(codes(refused)).toEqual(['CREDENTIAL_FORBIDDEN']);
    expect((await finished(await run(id, theirs))).error).toMatchObject({ code: 'CREDENTIAL_FORBIDDEN' });
    expect(received).toEqual([]);
  });

  it('runs in the name of whoever saved it, so that an operator can start it', async () => {
    const id = await workflow(documentWith({ url: at('/ok') }, { account: await key() }));
    const operator = { ...(await rig.person('Operator')), workspaceId: owner.workspaceId, role: 'operator' as const };
    await rig.join(operator);
    expect((await finished(await run(id, await rig.tokenOf(operator)))).status).toBe('completed');
  });

  it('keeps them from being deleted, drafts and live versions alike', async () => {
    const account = await key();
    const id = await workflow(documentWith({ url: at('/ok') }, { account }));
    await rig.rest(token, 'post', `/api/workflows/${id}/publish`, {}).expect(200);
    const { body: usage } = await rig.rest(token, 'get', `/api/credentials/${account}/usage`).expect(200);
    expect(usage).toEqual([{ workflowId: id, workflowName: 'Calls a service', inDraft: true, isLive: true }]);
    await rig
      .rest(token, 'patch', `/api/workflows/${id}`, { nodes: documentWith({ url: at('/ok') }).nodes })
      .expect(200);
    const { body } = await rig.rest(token, 'delete', `/api/credentials/${account}`).expect(409);
    expect(body.error).toMatchObject({
      code: 'CREDENTIAL_IN_USE',
      details: { workflows: [{ inDraft: false, isLive: true }] },
    });
    await rig.rest(token, 'delete', `/api/credentials/${account}?force=true`).expect(204);
  });

  it('is exported with the names of slots only, unless the accounts are asked for', async () => {
    const account = await key();
    const id = await workflow(documentWith({ url: at('/ok') }, { account }));
    const exported = async (more: string) =>
      (await rig.graphql(token, `{ workflowExport(id: "${id}", form: EXCHANGE${more}) }`)).data.workflowExport.nodes[1];
    expect((await exported('')).credentials).toEqual(['account']);
    expect((await exported(', includeCredentials: true')).credentials).toEqual({ account });
  });
});

describe('secrets that come with a run', () => {
  it('serve that run and are gone with it', async () => {
    const definition = { id: 'inline', ...documentWith({ url: at('/ok'), output: 'response' }) };
    const integrations = { 'http-bearer': { token: CANARY } };
    const { body } = await rig.rest(token, 'post', '/api/v2/workflows', { definition, integrations }).expect(202);
    const [row] = await rig.rows<{ id: string }>('SELECT id FROM execution WHERE instance_id = $1', [body.instanceId]);
    const end = await finished(row?.id ?? '');
    expect(end.status).toBe('completed');
    expect(received).toEqual([`Bearer ${CANARY}`]);
    const left = async (): Promise<number> =>
      (await rig.rows('SELECT 1 FROM run_secret WHERE execution_id = $1', [row?.id])).length;
    for (let tries = 0; tries < 200 && (await left()) > 0; tries += 1)
      await new Promise((done) => setTimeout(done, 25));
    expect(await left()).toBe(0);
    await expectNoCanary();
  });

  it('are refused when no credential type is called so', async () => {
    const definition = { id: 'inline', ...documentWith({ url: at('/ok') }) };
    const { body } = await rig
      .rest(token, 'post', '/api/v2/workflows', { definition, integrations: { nothing: { apiKey: CANARY } } })
      .expect(400);
    expect(body.error.code).toBe('CREDENTIAL_TYPE_UNKNOWN');
    expect(JSON.stringify(body)).not.toContain(CANARY);
  });
});

describe('an account that a node needs and does not have', () => {
  it('keeps a workflow from being published, and only its node from being run', async () => {
    const { nodes, ...rest } = documentWith({ url: at('/ok') });
    const config = { aiModel: 'gpt-6', aiPrompt: 'Hello' };
    const llm = { id: 'llm', type: 'openai/generate-text', label: 'Ask', position: { x: 600, y: 0 }, config };
    const edges = [...rest.edges, { id: 'f', source: 'call', target: 'llm' }];
    const id = await workflow({ ...rest, nodes: [...nodes, llm], edges });
    const { body } = await rig.rest(token, 'post', `/api/workflows/${id}/publish`, {}).expect(422);
    const problems = body.error.details.problems as { code: string; nodeId: string }[];
    expect(problems.filter(({ code }) => code.startsWith('CREDENTIAL_'))).toMatchObject([
      { code: 'CREDENTIAL_REQUIRED', nodeId: 'llm' },
    ]);
    const { error } = await finished(await run(id));
    expect(received).toHaveLength(1);
    expect(error).toMatchObject({ nodeId: 'llm', code: 'CREDENTIAL_REQUIRED' });
  });
});

describe('an api without workers', () => {
  it('cannot read a value; a worker in a process of its own can', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-apart-'));
    const env = { MILLRACE_SECRETS_DIR: folder, OUTBOUND_ALLOW: '127.0.0.1' };
    const apart = await ProductRig.start(env);
    const worker = await serveWorker(
      readConfig(
        { NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: apart.database.url, ...env, ...keys },
        productConfigs,
      ),
      { sandboxChild: 'not used' },
    );
    const [all, before] = [rig, token];
    try {
      expect(() => apart.served.app.get(SecretReader, { strict: false })).toThrow();
      expect(() => apart.served.app.get(RunCredentials as never, { strict: false })).toThrow();
      rig = apart;
      token = await apart.tokenOf(await apart.person('Apart'));
      const id = await workflow(documentWith({ url: at('/ok') }, { account: await key() }));
      expect((await finished(await run(id))).status).toBe('completed');
      expect(received).toEqual([`Bearer ${CANARY}`]);
    } finally {
      [rig, token] = [all, before];
      await worker.app.close();
      await apart.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
