import type { JsonObject } from '@millrace/workflow-model';
import { ApprovalsApp, documentOf, type Person } from '../testing/approvals-app';
import { RunDoors } from '../waits/run-doors';

let app: ApprovalsApp;
let owner: Person;
beforeAll(async () => {
  app = await ApprovalsApp.start({ MILLRACE_PUBLIC_URL: 'https://millrace.example', FORM_FILES_MAX_MB: '1' });
  owner = await app.person();
});
afterAll(() => app.stop());

const fields: JsonObject[] = [
  { name: 'email', kind: 'email', required: true },
  { name: 'bill', label: 'Bill', kind: 'file', required: true, accept: '.pdf' },
  { name: 'more', kind: 'file', multiple: true },
];
const pathOf = (url: string): string => url.replace('https://millrace.example', '');

/** A published workflow with a form, and where the form is. */
async function published(): Promise<{ id: string; form: string }> {
  const document = documentOf([
    ['form', 'form-trigger', { fields }],
    ['end', 'no-op'],
  ]);
  const { body } = await app.rest(owner, 'post', '/api/workflows', document).expect(201);
  await app.rest(owner, 'post', `/api/workflows/${body.id}/publish`, {});
  const query = 'query($id: ID!) { workflow(id: $id) { formUrl(nodeId: "form") } }';
  return { id: body.id, form: pathOf((await app.graphql(owner, query, { id: body.id })).workflow.formUrl) };
}

/** Sends as browsers do. */
const send = (path: string, email: string, bill: Buffer, fileName = 'Rechnung März.pdf') =>
  app
    .rest(null, 'post', path)
    .field('email', email)
    .field('website_', '')
    .attach('bill', bill, { filename: fileName, contentType: 'application/pdf' });
const runsOf = (id: string) => app.rows('select id from execution where workflow_id = $1', [id]);
const PDF = Buffer.from('%PDF-1.7 a bill \u0000\u00ff', 'latin1');
const VALUE = {
  ...{ fileName: 'Rechnung März.pdf', mimeType: 'application/pdf' },
  ...{ bytes: PDF.length, base64: PDF.toString('base64') },
};

describe('files that a form brings', () => {
  it('start a run with them, as later nodes use them', async () => {
    const { id, form } = await published();
    const page = (await app.rest(null, 'get', form).expect(200)).text;
    expect(page).toContain('enctype="multipart/form-data"');
    expect(page).toContain('At most 1 MB');
    const sent = send(form, 'ada@example.com', PDF)
      .attach('more', Buffer.from('a'), 'a.txt')
      .attach('more', Buffer.alloc(700_000, 7), 'b.bin');
    expect((await sent.expect(200)).text).toContain('Thank you');
    const [run] = await runsOf(id);
    const { output } = await app.finished(run.id);
    expect(output).toMatchObject({ email: 'ada@example.com', bill: VALUE, more: [{ fileName: 'a.txt' }, {}] });
    expect(Buffer.from(output.more[1].base64, 'base64')).toEqual(Buffer.alloc(700_000, 7));
  });

  it('are refused on the page when they are none, too large or of another kind, and start nothing', async () => {
    const { id, form } = await published();
    const without = await app.rest(null, 'post', form).field('email', 'ada@example.com').expect(400);
    expect(without.text).toContain('Choose a file.');
    // An empty file input sends a part without a name.
    const empty = await send(form, 'ada@example.com', Buffer.alloc(0), '').expect(400);
    expect(empty.text).toContain('Choose a file.');
    const large = await send(form, 'ada@example.com', Buffer.alloc(3_000_000, 1)).expect(400);
    expect(large.text).toContain('has 2.9 MB; at most 1 MB are taken.');
    expect(large.text).toContain('value="ada@example.com"');
    const other = await send(form, 'ada@example.com', PDF, 'a.exe').expect(400);
    expect(other.text).toContain('“a.exe” is of another kind. Choose .pdf.');
    const mistake = await send(form, 'nobody', PDF).expect(400);
    expect(mistake.text).toContain('Choose “Rechnung März.pdf” again');
    expect(await runsOf(id)).toEqual([]);
  });

  it('are refused in words when they cannot be read at all', async () => {
    const { id, form } = await published();
    const broken = await app
      .rest(null, 'post', form)
      .set('content-type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="bill"; filename="a.pdf"\r\n\r\nhalf')
      .expect(400);
    expect(broken.text).toContain('That did not arrive');
    const many = app.rest(null, 'post', form);
    for (let count = 0; count < 60; count += 1) void many.attach('more', Buffer.from('a'), 'a.txt');
    expect((await many.expect(400)).text).toContain('Too many files');
    expect(await runsOf(id)).toEqual([]);
  });

  it('go on with a run whose form waited in the middle', async () => {
    const document = documentOf(
      [
        ['start', 'manual-trigger'],
        ['ask', 'form', { fields }],
        ['say', 'transformer', { mappings: { form: '{{ execution.formUrl }}' } }],
      ],
      ['start>ask', 'start>say'],
    );
    const { executionId } = await app.run(owner, document);
    await app.until(executionId, 'wait');
    const [said] = await app.rows(
      `select body->'ports'->'main'->'value'->>'form' as form from execution_event
       where execution_id = $1 and node_id = 'say' and type = 'node.completed'`,
      [executionId],
    );
    const form = pathOf(said.form);
    expect((await send(form, 'ada@example.com', Buffer.alloc(2_000_000, 1)).expect(400)).text).toContain('2 MB');
    expect((await send(form, 'ada@example.com', PDF).expect(200)).text).toContain('Thank you');
    await app.finished(executionId);
    const [done] = await app.rows(
      `select body->'ports'->'main'->'value' as value from execution_event
       where execution_id = $1 and node_id = 'ask' and type = 'node.completed'`,
      [executionId],
    );
    expect(done.value).toEqual({ email: 'ada@example.com', bill: VALUE, more: [] });
  });
});

it('files of a form in the middle of a run lie beside its log, as those that start one do', async () => {
  const document = documentOf([
    ['start', 'manual-trigger'],
    ['ask', 'form', { fields }],
  ]);
  const { executionId } = await app.run(owner, document);
  await app.until(executionId, 'wait');
  const form = pathOf(app.get(RunDoors).addressOf('form', executionId));
  await send(form, 'ada@example.com', PDF).attach('more', Buffer.alloc(700_000, 7), 'b.bin').expect(200);
  const { output } = await app.finished(executionId);

  expect(Buffer.from(output.more[0].base64, 'base64')).toEqual(Buffer.alloc(700_000, 7));
  const [woken] = await app.rows(
    `select body->'wake' as wake, octet_length(body::text) as bytes from execution_event
     where execution_id = $1 and type = 'node.woken'`,
    [executionId],
  );
  expect(woken.wake).toMatchObject({ kind: 'event', payload: null, stored: { bytes: expect.any(Number) as number } });
  expect(woken.bytes).toBeLessThan(1_000);
});
