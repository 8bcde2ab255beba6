import type { JsonObject } from '@millrace/workflow-model';
import { ApprovalsApp, documentOf, type Person } from '../testing/approvals-app';

let app: ApprovalsApp;
let owner: Person;
beforeAll(async () => {
  app = await ApprovalsApp.start({ MILLRACE_PUBLIC_URL: 'https://millrace.example' });
  owner = await app.person();
});
afterAll(() => app.stop());

const fields: JsonObject[] = [
  { name: 'email', label: 'Address', kind: 'email', required: true },
  { name: 'text', kind: 'textarea' },
];

/** A published workflow with a form, and where the form is. */
async function published(config: JsonObject = {}): Promise<{ id: string; form: string }> {
  const document = documentOf([
    ['form', 'form-trigger', { fields, ...config }],
    ['end', 'no-op'],
  ]);
  const { body } = await app.rest(owner, 'post', '/api/workflows', document).expect(201);
  await app.rest(owner, 'post', `/api/workflows/${body.id}/publish`, {});
  const query = 'query($id: ID!) { workflow(id: $id) { formUrl(nodeId: "form") } }';
  const { workflow } = await app.graphql(owner, query, { id: body.id });
  return { id: body.id, form: workflow.formUrl.replace('https://millrace.example', '') };
}

const send = (path: string, body: Record<string, string>) => app.rest(null, 'post', path).type('form').send(body);
/** Whether the editor is told that people can send it. */
async function isLive(id: string, nodeId = 'form'): Promise<boolean> {
  const query = 'query($id: ID!, $nodeId: ID!) { workflow(id: $id) { formLive(nodeId: $nodeId) } }';
  return (await app.graphql(owner, query, { id, nodeId })).workflow.formLive;
}
const runsOf = (id: string) => app.rows('select id, mode from execution where workflow_id = $1 order by id', [id]);

describe('a form that starts runs', () => {
  it('is a page that starts one with what was filled in', async () => {
    const { id, form } = await published({ title: 'Write <us>', thanks: 'Bye' });
    const page = await app.rest(null, 'get', form).expect(200);
    expect(page.text).toContain('Write &lt;us&gt;');
    expect((await send(form, { email: 'nobody' }).expect(400)).text).toContain('One field needs another look.');
    expect((await send(form, { email: 'ada@example.com', text: 'Hi', more: 'x' }).expect(200)).text).toContain('Bye');
    const [run, ...others] = await runsOf(id);
    expect(others).toEqual([]);
    expect((await app.finished(run.id)).output).toEqual({ email: 'ada@example.com', text: 'Hi' });
  });

  it('starts one run when its page is sent twice, and none for machines', async () => {
    const { id, form } = await published();
    const once_ = /name="once_" value="([\w-]{22})"/.exec((await app.rest(null, 'get', form)).text)![1]!;
    await Promise.all([1, 2, 3].map(() => send(form, { email: 'ada@example.com', once_ }).expect(200)));
    await send(form, { email: 'bot@example.com', website_: 'x' }).expect(200);
    expect(await runsOf(id)).toHaveLength(1);
  });

  it('is there while its workflow is published and enabled, at its own address only', async () => {
    const { id, form } = await published();
    await app.rest(owner, 'post', `/api/workflows/${id}/disable`).expect(200);
    await app.rest(null, 'get', form).expect(404);
    expect(await isLive(id)).toBe(false);
    await send(form, { email: 'ada@example.com' }).expect(404);
    await app.rest(owner, 'post', `/api/workflows/${id}/enable`).expect(200);
    await app.rest(null, 'get', form).expect(200);
    expect([await isLive(id), await isLive(id, 'end'), await isLive(id, 'new')]).toEqual([true, false, false]);
    const other = await published();
    const token = other.form.split('/').at(-2)!;
    for (const wrong of [
      `/forms/start/${token}/end`,
      `/forms/start/${token.slice(0, -2)}AA/form`,
      '/forms/start/x/form',
      // Cut off on its way.
      `/forms/start/${token}`,
    ]) {
      const answer = await app.rest(null, 'get', wrong).expect(404);
      expect([answer.type, answer.text]).toEqual(['text/html', expect.stringContaining('This form is not here')]);
    }
    expect(await runsOf(id)).toEqual([]);
  });

  it('takes no more than its limit', async () => {
    const limited = await ApprovalsApp.start({ RATE_LIMIT_EACH_WEBHOOK_PER_MINUTE: '2' });
    try {
      const [keptApp, keptOwner] = [app, owner];
      [app, owner] = [limited, await limited.person()];
      const { form } = await published();
      const path = new URL(form, 'http://x').pathname;
      const statuses: number[] = [];
      for (let time = 0; time < 4; time += 1) statuses.push((await send(path, { email: 'ada@example.com' })).status);
      [app, owner] = [keptApp, keptOwner];
      expect(statuses.slice(0, 2)).toEqual([200, 200]);
      expect(statuses[3]).toBe(429);
    } finally {
      await limited.stop();
    }
  });
});
