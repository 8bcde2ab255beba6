import { retryAfterMs } from '@millrace/node-sdk';
import type { ResolvedCredential, RunContext } from '@millrace/node-sdk';
import type { JsonObject } from '@millrace/workflow-model';
import {
  baseUrlOf,
  callService,
  lasting,
  objectOf,
  passing,
  rateLimited,
  stepKey,
  textOf,
} from '../../shared/service-call';
import type { Service, ServiceAnswer, Verdict } from '../../shared/service-call';

/** Resend, as calls need to know it. */
export const resend: Service = {
  title: 'Resend',
  prefix: 'RESEND',
  verdictOn,
  messageIn: (body) => textOf(objectOf(body)['message']),
};

/** Sends an e-mail, once: Resend knows it by its key for a day. @throws NodeError `RESEND_…` */
export async function sendEmail(
  ctx: RunContext,
  credential: ResolvedCredential,
  email: JsonObject,
): Promise<JsonObject> {
  const answer = await callService(ctx, resend, {
    method: 'POST',
    url: `${baseUrlOf(credential)}/emails`,
    headers: { 'content-type': 'application/json', 'idempotency-key': stepKey(ctx) },
    body: JSON.stringify(email),
    credential,
    repeatable: true,
  });
  return objectOf(answer.body);
}

function verdictOn({ status, headers, body }: ServiceAnswer, nowMs: number): Verdict | undefined {
  if (status < 400) return undefined;
  const name = textOf(objectOf(body)['name']);
  const told = textOf(objectOf(body)['message']);
  if (/^(daily|monthly)_quota_exceeded$/.test(name)) {
    return lasting('QUOTA', 'has sent as much as the plan of the account allows. Wait, or change the plan.', told);
  }
  if (status === 429) return { ...rateLimited(retryAfterMs(headers, nowMs)), told };
  if (name === 'concurrent_idempotent_requests') {
    return passing('UNAVAILABLE', 'is still busy with the same e-mail.', retryAfterMs(headers, nowMs));
  }
  if (name === 'invalid_idempotent_request') {
    return lasting('IDEMPOTENCY', 'has had this e-mail with other values. Run the node in a new run.', told);
  }
  if (name === 'restricted_api_key') return lasting('FORBIDDEN', 'does not allow this to the key.', told);
  if (name === 'invalid_api_key' || name === 'missing_api_key') {
    return lasting('AUTH', 'does not accept the key. Enter it again in the credential.', told);
  }
  if (status === 403) {
    return lasting(
      'FORBIDDEN',
      'does not let the account send this. Check that the domain of the sender is verified.',
      told,
    );
  }
  return undefined;
}
