import { ExecutionControl, SignalExecution } from '@millrace/server-executions';
import { systemActor } from '@millrace/server-identity';
import type { JsonObject } from '@millrace/workflow-model';
import { ApprovalsApp, documentOf, type Loose, type NodeInShort, type Person } from '../testing/approvals-app';
import { RunDoors } from './run-doors';

let app: ApprovalsApp;
let owner: Person;
beforeAll(async () => {
  app = await ApprovalsApp.start({ MILLRACE_PUBLIC_URL: 'https://millrace.example' });
  owner = await app.person();
});
afterAll(() => app.stop());

const pathOf = (url: string): string => url.replace('https://millrace.example', '');

/** A run that waits at these nodes, after a node that says what templates see as its addresses. */
async function waiting(nodes: readonly NodeInShort[]) {
  const say: NodeInShort = [
    'say',
    'transformer',
    { mappings: { resume: '{{ execution.resumeUrl }}', form: '{{ execution.formUrl }}' } },
  ];
  const edges = ['start>say', ...nodes.map(([id]) => `say>${id}`)];
  const { executionId } = await app.run(owner, documentOf([['start', 'manual-trigger'], say, ...nodes], edges));
  await app.until(executionId, 'wait', nodes.length);
  const [said] = await app.rows(
    `select body->'ports'->'main'->'value' as value from execution_event where execution_id = $1 and node_id = 'say' and type = 'node.completed'`,
    [executionId],
  );
  return { executionId, resume: pathOf(said.value.resume), form: pathOf(said.value.form) };
}

const fields: JsonObject[] = [
  { name: 'email', label: 'Your address', kind: 'email', required: true },
  { name: 'size', kind: 'select', options: ['S', 'M <b>'] },
  { name: 'count', kind: 'number' },
  { name: 'terms', label: 'I agree', kind: 'checkbox', required: true },
  { name: 'tags', kind: 'multi', options: ['a', 'b'] },
];
const good = { email: 'ada@example.com', size: 'M <b>', count: '3', terms: 'true', tags: ['a', 'b'] };
const send = (path: string, body: object) => app.rest(null, 'post', path).type('form').send(body);

describe('the address of a run', () => {
  it('takes one call, which goes on with the run, and answers 410 afterwards', async () => {
    const { executionId, resume } = await waiting([['hook', 'wait-for-webhook', { response: { thanks: true } }]]);
    const call = app
      .rest(null, 'post', `${resume}?job=7`, { status: 'done' })
      .set('authorization', 'Bearer secret')
      .set('x-from', 'render');
    expect((await call.expect(200)).body).toEqual({ thanks: true });
    const { output } = await app.finished(executionId);
    expect(output).toMatchObject({
      method: 'POST',
      query: { job: '7' },
      body: { status: 'done' },
      headers: { 'x-from': 'render' },
    });
    expect(output.headers).not.toHaveProperty('authorization');
    expect((await app.rest(null, 'post', resume, {}).expect(410)).body.error.code).toBe('WAIT_OVER');
  });

  it('lets exactly one of many calls through', async () => {
    const { executionId, resume } = await waiting([['hook', 'wait-for-webhook']]);
    const calls = await Promise.all(
      Array.from({ length: 20 }, (_, index) => app.rest(null, 'post', resume, { index })),
    );
    expect(calls.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(calls.every(({ status }) => status === 200 || status === 410)).toBe(true);
    expect((await app.finished(executionId)).output.body).toEqual({
      index: calls.findIndex(({ status }) => status === 200),
    });
  });

  it('leads to a node of several, and takes only the methods that it names', async () => {
    const { executionId, resume } = await waiting([
      ['one', 'wait-for-webhook', { methods: ['GET'] }],
      ['two', 'wait-for-webhook'],
    ]);
    const refused = await app.rest(null, 'post', `${resume}/one`).expect(405);
    expect(refused.headers['allow']).toBe('GET');
    await app.rest(null, 'get', `${resume}/one`).expect(200);
    await app.rest(null, 'get', `${resume}/one`).expect(410);
    await app.rest(null, 'post', `${resume}/two`, {}).expect(200);
    expect((await app.finished(executionId)).status).toBe('completed');
  });

  it('works in the turns of a loop', async () => {
    const nodes: NodeInShort[] = [
      ['start', 'manual-trigger'],
      ['each', 'loop', { items: [1, 2], concurrency: 2 }],
      ['hook', 'wait-for-webhook', {}, 'each'],
    ];
    const { executionId } = await app.run(owner, documentOf(nodes, ['start>each']));
    await app.until(executionId, 'wait', 2);
    const resume = pathOf(app.get(RunDoors).addressOf('webhook', executionId));
    await app.rest(null, 'post', `${resume}/each/1/hook`, { turn: 1 }).expect(200);
    await app.rest(null, 'post', `${resume}/each/1/hook`, { turn: 1 }).expect(410);
    // Of other turns and nodes nothing is over, only because this one is.
    for (const node of ['each/7/hook', 'hook', 'each/1/other'])
      await app.rest(null, 'post', `${resume}/${node}`, {}).expect(409);
    await app.rest(null, 'get', pathOf(app.get(RunDoors).addressOf('form', executionId))).expect(409);
    await app.rest(null, 'post', `${resume}/each/0/hook`, { turn: 0 }).expect(200);
    expect((await app.finished(executionId)).status).toBe('completed');
  });

  it('asks to come again while the run is not there yet', async () => {
    const document = documentOf(
      [
        ['start', 'manual-trigger'],
        ['gate', 'approval-gate'],
        ['hook', 'wait-for-webhook'],
      ],
      ['start>gate', 'gate.approved>hook'],
    );
    const { executionId } = await app.run(owner, document);
    await app.until(executionId, 'wait');
    const early = await app
      .rest(null, 'post', pathOf(app.get(RunDoors).addressOf('webhook', executionId)), {})
      .expect(409);
    expect(early.body.error.code).toBe('WAIT_NOT_YET');
    expect(early.headers['retry-after']).toBe('5');
  });

  it('that was made up or belongs to something else leads nowhere', async () => {
    const { resume, form } = await waiting([
      ['hook', 'wait-for-webhook'],
      ['ask', 'form', { fields }],
    ]);
    const token = resume.slice('/resume/'.length);
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [
      `/resume/${other}`,
      '/resume/x',
      `/resume/${form.slice('/forms/run/'.length)}`,
      `/resume/${token}/nobody`,
    ]) {
      const { status } = await app.rest(null, 'post', wrong, {});
      expect([404, 409]).toContain(status);
    }
    await app.rest(null, 'get', `/forms/run/${token}`).expect(404);
    await app.rest(null, 'post', resume, {}).expect(200);
  });

  it('no event of another name ends the wait', async () => {
    const { executionId } = await waiting([['hook', 'wait-for-webhook']]);
    const { workspaceId } = owner;
    for (const name of ['hook', 'webhook_hook', 'approval_other']) {
      expect(await app.get(SignalExecution).deliver({ workspaceId, executionId, name, payload: {} })).toEqual({
        delivered: 0,
      });
    }
    await app.get(ExecutionControl).cancel(systemActor(workspaceId), executionId);
  });
});

describe('a form in a run', () => {
  it('is a page that asks, tells what is wrong, and goes on with what was filled in, once', async () => {
    const { executionId, form } = await waiting([
      ['ask', 'form', { title: 'Order', description: 'For <you>', fields, thanks: 'See you' }],
    ]);
    const page = await app.rest(null, 'get', form).expect(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).toContain('For &lt;you&gt;');
    expect(page.text).toContain('<label for="f0">Your address');
    expect(page.text).toContain('value="M &lt;b&gt;"');
    const wrong = await send(form, { email: 'nobody', size: 'XL', count: 'three' }).expect(400);
    expect(wrong.text).toContain('4 fields need another look.');
    expect(wrong.text).toMatch(/aria-describedby="f0-error" aria-invalid="true"/);
    expect(wrong.text).toContain('value="nobody"');
    expect((await send(form, good).expect(200)).text).toContain('See you');
    expect((await app.finished(executionId)).output).toEqual({
      email: 'ada@example.com',
      size: 'M <b>',
      count: 3,
      terms: true,
      tags: ['a', 'b'],
    });
    expect((await send(form, good).expect(410)).text).toContain('This form was sent already');
    expect((await app.rest(null, 'get', form).expect(410)).headers['content-type']).toContain('text/html');
  });

  it('thanks machines and does not listen to them', async () => {
    const { executionId, form } = await waiting([['ask', 'form', { fields }]]);
    await send(form, { ...good, website_: 'https://spam.example' }).expect(200);
    expect(await app.rows('select status from execution where id = $1', [executionId])).toEqual([
      { status: 'waiting' },
    ]);
    await send(form, good).expect(200);
    await app.finished(executionId);
  });

  it('keeps only its own fields', async () => {
    const { executionId, form } = await waiting([['ask', 'form', { fields: [{ name: 'a' }] }]]);
    await send(form, { a: 'x', b: 'y', constructor: 'z' }).expect(200);
    expect((await app.finished(executionId)).output).toEqual({ a: 'x' });
  });
});

it('a run tells what it waits for, and where it can be answered, to those who may control it', async () => {
  const { executionId, resume } = await waiting([
    ['hook', 'wait-for-webhook', { timeout: 'P1D' }],
    ['ask', 'form', { fields }],
    ['gate', 'approval-gate'],
  ]);
  const query = '{ id nodeId path kind url dueAt since name correlation }'.replace('id ', '');
  const ask = async (person: Person): Promise<Loose[]> =>
    (await app.graphql(person, `query($id: ID!) { execution(id: $id) { waits ${query} } }`, { id: executionId }))
      .execution.waits;
  const waits = Object.fromEntries((await ask(owner)).map((wait) => [wait.nodeId, wait]));
  expect(waits).toMatchObject({
    hook: { kind: 'webhook', path: null, url: `https://millrace.example${resume}/hook`, dueAt: expect.any(String) },
    ask: { kind: 'form', url: expect.stringContaining('/forms/run/'), dueAt: null },
    gate: { kind: 'approval', url: null, name: 'approval_gate' },
  });
  const viewer = await app.person('viewer', owner.workspaceId);
  expect((await ask(viewer)).map(({ url }) => url)).toEqual([null, null, null]);
});
