import { testCredential } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { startService } from '../../../../testing/service-trial';
import type { ServiceTrial } from '../../../../testing/service-trial';
import { resendCredential } from '../../resend.credential';
import { sendEmailNode } from './send-email.executor';

let resend: ServiceTrial;
const mail = { emailTo: ['x@y.example'], emailSubject: 'Hello', emailBody: 'Text' };

beforeAll(async () => {
  resend = await startService('resend', resendCredential, { apiKey: 're_1', fromEmail: 'Acme <a@b.example>' });
});
beforeEach(() => resend.server.reset());
afterAll(() => resend.server.stop());

const refused = async (status: number, name: string) => {
  resend.server.answerNext({ status, body: { statusCode: status, name, message: 'why' } as JsonObject });
  return (await resend.run(sendEmailNode, mail)).failure;
};

describe('Resend: send e-mail', () => {
  it('sends from the address of the account, with a key that is the same in every attempt', async () => {
    resend.server.answerNext({ body: { id: 'e1' } }, { body: { id: 'e1' } });
    expect((await resend.run(sendEmailNode, mail)).main).toEqual({ id: 'e1' });
    await resend.run(sendEmailNode, mail, { attempt: 2 });
    const body = { from: 'Acme <a@b.example>', to: ['x@y.example'], subject: 'Hello', text: 'Text' };
    expect(resend.server.calls.map((call) => call.body)).toEqual([body, body]);
    expect(resend.server.calls.map(({ headers }) => headers['idempotency-key'])).toEqual(
      Array.from({ length: 2 }, () => 'execution-1:node-1:0'),
    );
  });

  it('sends everything that can be chosen', async () => {
    resend.server.answerNext({ body: { id: 'e1' } });
    const { failure } = await resend.run(sendEmailNode, {
      ...mail,
      emailTo: 'x@y.example, z@y.example',
      emailFrom: 'me@b.example',
      bodyType: 'html',
      emailCc: ['c@y.example'],
      emailBcc: [],
      emailReplyTo: 'r@y.example',
      emailScheduledAt: 'in 1 hour',
      attachments: [
        { fileName: 'a.pdf', mimeType: 'application/pdf', bytes: 3, base64: 'AAAA' },
        { fileName: 'b.pdf', url: 'https://a.example/b.pdf' },
      ],
      tags: [{ name: 'kind', value: 'order' }],
      headers: { 'X-Entity-Ref-ID': '1' },
    });
    expect(failure).toBeUndefined();
    expect(resend.server.calls[0]?.flaws).toEqual([]);
    expect(resend.server.calls[0]?.body).toEqual({
      from: 'me@b.example',
      to: ['x@y.example', 'z@y.example'],
      subject: 'Hello',
      html: 'Text',
      cc: ['c@y.example'],
      reply_to: ['r@y.example'],
      scheduled_at: 'in 1 hour',
      attachments: [
        { filename: 'a.pdf', content: 'AAAA', content_type: 'application/pdf' },
        { filename: 'b.pdf', path: 'https://a.example/b.pdf' },
      ],
      tags: [{ name: 'kind', value: 'order' }],
      headers: { 'X-Entity-Ref-ID': '1' },
    });
  });

  it('wants a sender, recipients and attachments with content', async () => {
    const account = testCredential(resendCredential, { apiKey: 're_1', baseUrl: resend.server.url });
    const without = await resend.run(sendEmailNode, mail, { credentials: { account } });
    expect(without.failure).toMatchObject({ code: 'INVALID_PARAMS', message: expect.stringContaining('emailFrom') });
    const bad: JsonObject[] = [
      { emailTo: [] },
      { emailTo: Array.from({ length: 51 }, () => 'x@y.example') },
      { headers: { a: 'b\r\nc' } },
    ];
    for (const params of [...bad, { attachments: [{ fileName: 'a' }] }]) {
      expect((await resend.run(sendEmailNode, { ...mail, ...params })).failure?.code).toBe('INVALID_PARAMS');
    }
    expect(resend.server.calls).toEqual([]);
  });

  it.each([
    [401, 'missing_api_key', 'RESEND_AUTH', 'user'],
    [403, 'invalid_api_key', 'RESEND_AUTH', 'user'],
    [401, 'restricted_api_key', 'RESEND_FORBIDDEN', 'user'],
    [403, 'validation_error', 'RESEND_FORBIDDEN', 'user'],
    [422, 'validation_error', 'RESEND_INVALID_REQUEST', 'user'],
    [409, 'concurrent_idempotent_requests', 'RESEND_UNAVAILABLE', 'transient'],
    [409, 'invalid_idempotent_request', 'RESEND_IDEMPOTENCY', 'user'],
    [429, 'rate_limit_exceeded', 'RESEND_RATE_LIMITED', 'transient'],
    [429, 'daily_quota_exceeded', 'RESEND_QUOTA', 'user'],
  ])('tells %i %s as %s', async (status, name, code, fault) => {
    expect(await refused(status, name)).toMatchObject({ code, fault });
  });
});
