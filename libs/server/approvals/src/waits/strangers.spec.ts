import type { JsonObject } from '@millrace/workflow-model';
import { ApprovalsApp, documentOf, type Person } from '../testing/approvals-app';

let app: ApprovalsApp;
let owner: Person;
beforeAll(async () => {
  app = await ApprovalsApp.start({
    MILLRACE_PUBLIC_URL: 'https://millrace.example',
    RATE_LIMIT_EACH_WEBHOOK_PER_MINUTE: '5',
  });
  owner = await app.person();
});
afterAll(() => app.stop());

const pathOf = (url: string): string => url.replace('https://millrace.example', '');
const sendJson = (path: string, text: string) =>
  app.rest(null, 'post', path).set('content-type', 'application/json').send(text);

/** A published workflow that a form starts, and where the form is. */
async function startForm(fields: readonly JsonObject[]): Promise<{ id: string; form: string }> {
  const document = documentOf([
    ['form', 'form-trigger', { fields: [...fields] }],
    ['end', 'no-op'],
  ]);
  const { body } = await app.rest(owner, 'post', '/api/workflows', document).expect(201);
  await app.rest(owner, 'post', `/api/workflows/${body.id}/publish`, {});
  const query = 'query($id: ID!) { workflow(id: $id) { formUrl(nodeId: "form") } }';
  const { workflow } = await app.graphql(owner, query, { id: body.id });
  return { id: body.id, form: pathOf(workflow.formUrl) };
}

/** A run that waits for a webhook, and where it takes the call. */
async function waitingRun(): Promise<{ executionId: string; resume: string }> {
  const { executionId } = await app.run(
    owner,
    documentOf([
      ['start', 'manual-trigger'],
      ['say', 'transformer', { mappings: { resume: '{{ execution.resumeUrl }}' } }],
      ['hook', 'wait-for-webhook', {}],
    ]),
  );
  await app.until(executionId, 'wait');
  const [said] = await app.rows(
    `select body->'ports'->'main'->'value' as value from execution_event where execution_id = $1 and node_id = 'say' and type = 'node.completed'`,
    [executionId],
  );
  return { executionId, resume: pathOf(said.value.resume) };
}

describe('what strangers send to a form', () => {
  it('is text, number or choice: objects are as good as nothing', async () => {
    const { id, form } = await startForm([
      { name: 'name', kind: 'text', required: true },
      { name: 'note', kind: 'textarea' },
      { name: 'tags', kind: 'multi', options: ['a', '[object Object]'] },
    ]);
    for (const odd of ['{"name":{"toString":1}}', '{"name":{"a":1}}', '{"name":[{}]}', '[1]', '"name"', 'null']) {
      expect((await sendJson(form, odd).expect(400)).text).toContain('This is needed.');
    }
    await sendJson(form, '{"name":7,"note":{"a":1},"tags":[{}]}').expect(200);
    const [run] = await app.rows('select id from execution where workflow_id = $1', [id]);
    expect((await app.finished(run.id)).output).toEqual({ name: '7', note: '', tags: [] });
  });
});

describe('what strangers send to the address of a run', () => {
  it('loses no files silently: the run still waits for something that it can take', async () => {
    const { executionId, resume } = await waitingRun();
    const refused = await app.rest(null, 'post', resume).field('a', 'b').expect(415);
    expect(refused.body.error.code).toBe('UNSUPPORTED_MEDIA_TYPE');
    await app.rest(null, 'post', resume).type('form').send({ a: 'b' }).expect(200);
    expect((await app.finished(executionId)).output.body).toEqual({ a: 'b' });
  });

  it('has the limit of webhooks', async () => {
    const { resume } = await waitingRun();
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await sendJson(resume, '{}')).status);
    expect(statuses).toEqual([200, 410, 410, 410, 410, 429]);
    // Another run has a limit of its own.
    await sendJson((await waitingRun()).resume, '{}').expect(200);
  });
});
