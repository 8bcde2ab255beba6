import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { webhookTriggerDefinition } from './webhook-trigger.definition';
import { webhookTriggerNode } from './webhook-trigger.executor';

const parse = (config: JsonObject) => webhookTriggerDefinition.params.safeParse(config);

describe('webhook trigger', () => {
  it('hands the body of the call on as it came', async () => {
    const trigger = { action: 'opened', text: '{{ not.a.template }}' };
    expect((await testNode(webhookTriggerNode, { trigger })).main).toEqual(trigger);
  });

  it('asks for a token and answers at once unless told otherwise', () => {
    expect(parse({}).data).toEqual({
      methods: ['POST'],
      auth: 'token',
      hmacHeader: 'x-signature',
      hmacAlgorithm: 'sha256',
      hmacToleranceSeconds: 300,
      response: 'immediate',
      responseTimeoutSeconds: 60,
      output: 'body',
    });
  });

  it('takes every way to authenticate, to answer and to hand over', () => {
    for (const auth of ['token', 'basic', 'hmac', 'stripe', 'github', 'slack', 'standard-webhooks', 'none'])
      expect(parse({ auth }).success).toBe(true);
    for (const response of ['immediate', 'when-finished', 'respond-node'])
      expect(parse({ response }).success).toBe(true);
    for (const kind of ['body', 'request']) expect(parse({ output: kind }).success).toBe(true);
    for (const hmacAlgorithm of ['sha1', 'sha256', 'sha512']) expect(parse({ hmacAlgorithm }).success).toBe(true);
    expect(parse({ methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] }).success).toBe(true);
    expect(parse({ hmacHeader: ' X-Hub-Signature-256 ' }).data?.hmacHeader).toBe('x-hub-signature-256');
  });

  it('refuses paths that leave /hooks, unknown methods and waits without end', () => {
    for (const path of ['../admin', '/absolute', 'with space', 'a?b=c', 'ü', 'x'.repeat(201)]) {
      expect({ path, ok: parse({ path }).success }).toEqual({ path, ok: false });
    }
    for (const path of ['', 'orders', 'orders/new.json', 'a_b-c/1']) expect(parse({ path }).success).toBe(true);
    expect(parse({ methods: [] }).success).toBe(false);
    expect(parse({ methods: ['TRACE'] }).success).toBe(false);
    expect(parse({ responseTimeoutSeconds: 301 }).success).toBe(false);
    expect(parse({ auth: 'password' }).success).toBe(false);
  });

  it('wants the secret of a sender who chose it, and takes one for a plain signature', () => {
    const { credentials = [] } = webhookTriggerDefinition;
    expect(credentials.map(({ id, types, required }) => [id, types, required])).toEqual([
      ['signature', ['webhook-secret'], true],
      ['hmacKey', ['webhook-secret'], false],
    ]);
    expect(credentials[0]?.showWhen?.is).toEqual(['stripe', 'github', 'slack', 'standard-webhooks']);
  });

  it('starts on webhooks', () => {
    expect(webhookTriggerDefinition.startsOn).toBe('webhook');
  });
});
