import { defineCredential, hostOf } from '@millrace/node-sdk';
import type { CredentialTestContext, CredentialTestResult, ResolvedCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { baseUrlField, secretField } from '../../shared/service-params';

/** An account of Resend. */
export const resendCredential = defineCredential({
  type: 'resend',
  title: 'Resend',
  description: 'Sends e-mail through Resend. Create a key at resend.com/api-keys.',
  keywords: ['mail', 'e-mail', 'send'],
  fields: z.object({
    apiKey: secretField('API key', 're_…'),
    fromEmail: z
      .string()
      .trim()
      .max(320)
      .default('')
      .meta({
        title: 'Sender',
        description: 'Address of a domain that you verified at Resend; nodes may name another one.',
        ui: { control: 'text', placeholder: 'Acme <hello@acme.example>' },
      }),
    baseUrl: baseUrlField('https://api.resend.com'),
  }),
  secrets: ['apiKey'],
  authenticate: { headers: { authorization: 'Bearer {{apiKey}}' } },
  domains: ['api.resend.com'],
  hostField: 'baseUrl',
  probe,
});

/** A key that may only send is refused a list of domains in a way of its own: it is good all the same. */
async function probe(
  credential: ResolvedCredential,
  { http }: Pick<CredentialTestContext, 'http'>,
): Promise<CredentialTestResult> {
  const url = `${String(credential.fields['baseUrl']).replace(/\/+$/, '')}/domains`;
  const answer = await http.request({ method: 'GET', url, headers: { 'user-agent': 'Millrace' }, credential });
  if (answer.status === 200) return { ok: true, message: 'Resend accepted the key.' };
  const text = new TextDecoder().decode(answer.body);
  if (answer.status === 401 && text.includes('restricted_api_key')) {
    return { ok: true, message: 'Resend accepted the key. It may send, and nothing else.' };
  }
  if ([400, 401, 403].includes(answer.status)) {
    return { ok: false, message: 'Resend does not accept the key. Enter it again.' };
  }
  return {
    ok: false,
    message: `${hostOf(url)} answered ${answer.status}, which does not tell whether the key is good.`,
  };
}
