import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { waitForWebhookNode } from './wait-for-webhook.executor';

async function waitOf(params: JsonObject) {
  const result = await testNode(waitForWebhookNode, { params, label: 'Callback' });
  return result.failure?.code ?? (result.outcome.kind === 'suspended' ? result.outcome.wait : result.outcome);
}

describe('wait for webhook', () => {
  it('waits for a POST at the address of its run', async () => {
    expect(await waitOf({})).toMatchObject({
      ...{ kind: 'event', name: expect.stringMatching(/^webhook_.+:node-1:0$/) },
      prompt: { kind: 'webhook', title: 'Callback', methods: ['POST'] },
    });
  });

  it('takes other methods, answers as it is told, and gives up in time', async () => {
    expect(await waitOf({ methods: ['PUT', 'GET', 'PUT'], response: { ok: true }, timeout: '36h' })).toMatchObject({
      timeoutAt: '2026-01-16T22:00:00.000Z',
      prompt: { methods: ['PUT', 'GET'], response: { ok: true } },
    });
  });

  it('gives the call, or goes on at its timeout port', async () => {
    const call = { method: 'POST', headers: {}, query: {}, body: { a: 1 } };
    const called = await testNode(waitForWebhookNode, { wake: { kind: 'event', name: 'x', payload: call } });
    expect(called.outcome).toMatchObject({ ports: { main: call } });
    const late = await testNode(waitForWebhookNode, { wake: { kind: 'timeout' } });
    expect(late.outcome).toMatchObject({ ports: { timeout: { called: false } } });
  });

  it.each<[JsonObject, string]>([
    [{ methods: [] }, 'INVALID_PARAMS'],
    [{ methods: ['TRACE'] }, 'INVALID_PARAMS'],
    [{ timeout: 'soon' }, 'INVALID_PARAMS'],
    [{ timeout: 'P20Y' }, 'WAIT_TOO_LONG'],
  ])('refuses %j', async (params, code) => {
    expect(await waitOf(params)).toBe(code);
  });
});
