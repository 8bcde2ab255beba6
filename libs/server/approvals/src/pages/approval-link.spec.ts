import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { ApprovalsApp, type Person } from '../testing/approvals-app';

/** A real SMTP server that keeps what it takes. */
async function startServer() {
  const taken: { to: string; text: string }[] = [];
  const waiters: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks)
          .toString()
          .replace(/=\r?\n/g, '')
          .replace(/=3D/g, '=');
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text });
        done();
        for (const wake of waiters.splice(0)) wake();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mailsTo = async (address: string, count = 1): Promise<string[]> => {
    for (;;) {
      const found = taken.filter(({ to }) => to === address).map(({ text }) => text);
      if (found.length >= count) return found;
      await new Promise<void>((resolve) => waiters.push(resolve));
    }
  };
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    mailsTo,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

let mail: Awaited<ReturnType<typeof startServer>>;
let app: ApprovalsApp;
let owner: Person;
beforeAll(async () => {
  mail = await startServer();
  app = await ApprovalsApp.start({ MAIL_URL: mail.url, MILLRACE_PUBLIC_URL: 'https://millrace.example' });
  owner = await app.person();
});
afterAll(async () => {
  await app.stop();
  await mail.stop();
});

const linkIn = (text: string): string => /https:\/\/millrace\.example(\/answer\/[\w-]{43})/.exec(text)![1]!;
const look = (link: string) => app.rest(null, 'get', link);
const send = (link: string, body: Record<string, string>) => app.rest(null, 'post', link).type('form').send(body);
const statusOf = async (id: string) => (await app.rows('select status from approval where id = $1', [id]))[0].status;

/** A gate for one person and the link in their mail. */
async function asked(config: object = {}, person?: Person) {
  const viewer = person ?? (await app.person('viewer', owner.workspaceId));
  const ids = await app.gate(owner, { message: 'Ship <b>it</b>?', ...config, assignees: [viewer.email] });
  const [text = ''] = await mail.mailsTo(viewer.email);
  return { ...ids, viewer, text, link: linkIn(text) };
}

describe('a mail about an approval', () => {
  it('goes to whom it names, with what it is about, a link, and nothing of the data', async () => {
    const { text, approvalId } = await asked({ details: { secret: 'canary' }, timeout: 'P1D' });
    expect(text).toMatch(/Subject: Your decision is needed: gate/);
    expect(text).toMatch(/Ship <b>it<\/b>\?/);
    expect(text).toContain(`https://millrace.example/approvals/${approvalId}`);
    expect(text).not.toContain('canary');
  });

  it('goes to addresses without an account too', async () => {
    await app.gate(owner, { assignees: ['Somebody@Elsewhere.example'] });
    const [text = ''] = await mail.mailsTo('somebody@elsewhere.example');
    expect(text).not.toContain('/approvals/');
    expect((await look(linkIn(text)).expect(200)).text).toContain('You decide as somebody@elsewhere.example');
  });

  it('has no link that decides where the gate wants people to sign in', async () => {
    const viewer = await app.person('viewer', owner.workspaceId);
    await app.gate(owner, { assignees: [viewer.email], linkNeedsSignIn: true });
    const [text = ''] = await mail.mailsTo(viewer.email);
    expect(text).not.toContain('/answer/');
    expect(text).toContain('/approvals/');
  });

  it('comes again as a reminder, and to others when nobody decides, who may decide then', async () => {
    const [ada, boss] = [await app.person('viewer', owner.workspaceId), await app.person('viewer', owner.workspaceId)];
    const config = { assignees: [ada.email], remindEvery: 'P1D', escalateAfter: 'P2D', escalateTo: [boss.email] };
    const { approvalId } = await app.gate(owner, config);
    await mail.mailsTo(ada.email);
    const [row] = await app.rows(
      "select notify_at > now() + interval '23 hours' as later, assignees from approval where id = $1",
      [approvalId],
    );
    expect(row).toMatchObject({ later: true, assignees: [`mail:${ada.email}`] });
    await app.rows('update approval set notify_at = now() where id = $1', [approvalId]);
    expect((await mail.mailsTo(ada.email, 2))[1]).toMatch(/Still waiting for your decision/);
    await app.rows('update approval set notify_at = now(), escalate_at = now() where id = $1', [approvalId]);
    const [text = ''] = await mail.mailsTo(boss.email);
    expect(text).toMatch(/Nobody has decided yet/);
    expect((await send(linkIn(text), { decision: 'approved' }).expect(200)).text).toContain('Approved');
    expect(mail.taken.filter(({ to }) => to === ada.email)).toHaveLength(2);
  });

  it('is not sent any more once it is decided, and not to those who have', async () => {
    const { approvalId, link } = await asked({ remindEvery: 'P1D' });
    await send(link, { decision: 'rejected' }).expect(200);
    expect(await app.rows('select notify_at from approval where id = $1', [approvalId])).toEqual([{ notify_at: null }]);
  });
});

describe('the page behind a link', () => {
  it('shows what is to be decided and decides nothing by being looked at, however often', async () => {
    const { link, approvalId, viewer } = await asked({ details: { amount: 12, note: '<script>alert(1)</script>' } });
    for (let time = 0; time < 3; time += 1) {
      const { text, headers } = await look(link).expect(200);
      expect(text).toContain('Ship &lt;b&gt;it&lt;/b&gt;?');
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(text).not.toContain('<script');
      expect(text).toContain(`You decide as ${viewer.email}`);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none';style-src 'sha256-[\w+/=]+';form-action 'self'/,
      );
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    }
    expect((await app.rest(null, 'get', link).set('accept', '*/*')).status).toBe(200);
    expect(await statusOf(approvalId)).toBe('open');
  });

  it('decides by its button, once: a second click is told who won', async () => {
    const { link, executionId, viewer } = await asked();
    expect((await send(link, { decision: 'approved', reason: 'Fine' }).expect(200)).text).toContain('Approved');
    const again = await send(link, { decision: 'rejected' }).expect(409);
    expect(again.text).toContain('what you sent changed nothing');
    expect(again.text).toContain(`<strong>Approved</strong> by <strong>${viewer.email}</strong>`);
    expect((await look(link).expect(200)).text).toContain('Fine');
    const { output } = await app.finished(executionId);
    expect(output.decision).toMatchObject({ approved: true, via: 'link', by: viewer.email, reason: 'Fine' });
  });

  it('lets the data be edited in fields that its schema names, and keeps what was entered when it does not fit', async () => {
    const schema = {
      ...{ type: 'object', required: ['amount'] },
      properties: {
        amount: { type: 'number', title: 'Amount', maximum: 100 },
        to: { type: 'string', enum: ['Ada', 'Bob'] },
        fast: { type: 'boolean' },
      },
    };
    const { link, executionId } = await asked({
      editable: true,
      schema,
      payload: { amount: 10, to: 'Ada', fast: true },
    });
    expect((await look(link)).text).toMatch(/<label for="f0">Amount/);
    const form = { version: '1', 'payload.amount': '120', 'payload.to': 'Bob', reason: 'More' };
    const { text } = await send(link, { ...form, decision: 'approved' }).expect(400);
    expect(text).toMatch(/role="alert"[^]*amount[^]*100/);
    expect(text).toContain('value="120"');
    // It is said at the field, too.
    expect(text).toMatch(/id="f0"[^>]*aria-invalid="true"/);
    expect(text).toContain('It must be at most 100.');
    expect(text).toContain('Fast</label>');
    expect(text).toContain('>More</textarea>');
    expect((await send(link, { ...form, 'payload.amount': 'x', decision: 'approved' }).expect(400)).text).toContain(
      'Enter a number.',
    );
    await send(link, { ...form, 'payload.amount': '20', decision: 'approved' }).expect(200);
    const { payload, diff } = (await app.finished(executionId)).output.decision;
    expect(payload).toEqual({ amount: 20, to: 'Bob', fast: false });
    expect(diff.map(({ path }: { path: string }) => path)).toEqual(['amount', 'to', 'fast']);
  });

  it('lets data without a plain schema be edited as JSON', async () => {
    const { link, executionId } = await asked({ editable: true, payload: { list: [1, 2] } });
    expect((await send(link, { decision: 'approved', version: '1', payload: '{' }).expect(400)).text).toContain(
      'This is no JSON',
    );
    await send(link, { decision: 'approved', version: '1', payload: '{"list":[1]}' }).expect(200);
    expect((await app.finished(executionId)).output.decision.payload).toEqual({ list: [1] });
  });

  it('asks again when nothing was chosen', async () => {
    const { link, approvalId } = await asked();
    for (const body of [{}, { decision: 'maybe' }]) await send(link, body as Record<string, string>).expect(400);
    expect(await statusOf(approvalId)).toBe('open');
  });
});

describe('a link', () => {
  it('that nobody was sent leads nowhere', async () => {
    for (const token of ['x', 'A'.repeat(43), 'A'.repeat(5_000)]) {
      expect((await look(`/answer/${token}`).expect(404)).text).toContain('This link does not work');
      await send(`/answer/${token}`, { decision: 'approved' }).expect(404);
    }
  });

  it('is kept as a digest only', async () => {
    const { link, approvalId } = await asked();
    const kept = JSON.stringify(
      await app.rows("select * , encode(digest, 'escape') as text from approval_link where approval_id = $1", [
        approvalId,
      ]),
    );
    expect(kept).not.toContain(link.slice('/answer/'.length));
  });

  it('ends with the membership, with its time, and when somebody else is asked instead', async () => {
    const left = await asked();
    await app.rows('delete from membership where user_id = $1', [left.viewer.userId]);
    const old = await asked();
    await app.rows(`update approval_link set expires_at = now() where approval_id = $1`, [old.approvalId]);
    const moved = await asked();
    const reassign = `mutation($id: ID!) { approvalReassign(id: $id, assignees: ["new@example.com"]) { approval { assignees { id kind name } } errors { code } } }`;
    const { approvalReassign } = await app.graphql(owner, reassign, { id: moved.approvalId });
    expect(approvalReassign).toEqual({
      approval: { assignees: [{ id: 'mail:new@example.com', kind: 'MAIL', name: 'new@example.com' }] },
      errors: [],
    });
    for (const { link, approvalId } of [left, old, moved]) {
      await look(link).expect(404);
      await send(link, { decision: 'approved' }).expect(404);
      expect(await statusOf(approvalId)).toBe('open');
    }
    const [text = ''] = await mail.mailsTo('new@example.com');
    await send(linkIn(text), { decision: 'approved' }).expect(200);
  });
});
