import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { waitForEventNode } from './wait-for-event.executor';

async function waitOf(params: JsonObject) {
  const result = await testNode(waitForEventNode, { params, input: { id: 7 }, label: 'Paid' });
  return result.failure?.code ?? (result.outcome.kind === 'suspended' ? result.outcome.wait : result.outcome);
}

describe('wait for event', () => {
  it('waits for any event of its name, from now on', async () => {
    expect(await waitOf({ eventName: 'order.paid' })).toEqual({
      ...{ kind: 'event', name: 'order.paid' },
      prompt: { kind: 'event', title: 'Paid', field: 'correlation' },
    });
  });

  it('waits for one with its correlation, looks back, and gives up in time', async () => {
    const params = {
      eventName: 'order.{{ input.id }}',
      correlation: '{{ input.id }}',
      field: 'order.id',
      lookBack: 'PT10M',
      timeout: 'P1D',
    };
    expect(await waitOf(params)).toEqual({
      ...{ kind: 'event', name: 'order.7', correlation: '7', timeoutAt: '2026-01-16T10:00:00.000Z' },
      prompt: { kind: 'event', title: 'Paid', field: 'order.id', lookBackMs: 600_000 },
    });
  });

  it('gives the event, or goes on at its timeout port', async () => {
    const params = { eventName: 'paid' };
    const came = await testNode(waitForEventNode, { params, wake: { kind: 'event', name: 'paid', payload: { a: 1 } } });
    expect(came.outcome).toMatchObject({ ports: { main: { name: 'paid', payload: { a: 1 } } } });
    const late = await testNode(waitForEventNode, { params, wake: { kind: 'timeout' } });
    expect(late.outcome).toMatchObject({ ports: { timeout: { name: 'paid', received: false } } });
  });

  it.each<[JsonObject, string]>([
    [{}, 'INVALID_PARAMS'],
    [{ eventName: ' ' }, 'INVALID_PARAMS'],
    [{ eventName: 'a\u0007' }, 'INVALID_PARAMS'],
    [{ eventName: 'a', field: 'a[0]' }, 'INVALID_PARAMS'],
    [{ eventName: 'a', lookBack: 'long' }, 'INVALID_PARAMS'],
    [{ eventName: 'a', lookBack: 'PT61M' }, 'LOOK_BACK_TOO_LONG'],
    [{ eventName: 'a', timeout: 'P20Y' }, 'WAIT_TOO_LONG'],
  ])('refuses %j', async (params, code) => {
    expect(await waitOf(params)).toBe(code);
  });
});
