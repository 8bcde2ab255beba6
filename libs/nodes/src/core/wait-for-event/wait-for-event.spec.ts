import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { waitForEventNode } from './wait-for-event.executor';

async function waitOf(params: JsonObject) {
  const input = { id: 7, tag: 'x', limits: { gold: 2 }, much: 'x'.repeat(17_000) };
  const result = await testNode(waitForEventNode, { params, input, label: 'Paid' });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is wrong with it is what the specs are to find
  return (result.failure?.code ?? (result.outcome.kind === 'suspended' ? result.outcome.wait : result.outcome)) as any;
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

  it('keeps its filter beside the wait, with the values of the run that it needs', async () => {
    const filterIn = async (filter: string | JsonObject) => (await waitOf({ eventName: 'a', filter }))?.prompt?.filter;
    expect(await filterIn({ $expr: 'event.payload.total > 100' })).toEqual({ expression: 'event.payload.total > 100' });
    expect(await filterIn('event.payload.total > 100')).toEqual({ expression: 'event.payload.total > 100' });
    expect(await filterIn('  ')).toBeUndefined();
    expect(
      await filterIn('event.payload.id == input.id && event.payload.tags.exists(t, t == input.tag || input.id > 8)'),
    ).toEqual({
      expression: 'event.payload.id == known[0] && event.payload.tags.exists(t, t == known[1] || known[0] > 8)',
      known: [7, 'x'],
    });
    // The whole root would be needed: name what is compared instead.
    expect(await waitOf({ eventName: 'a', filter: 'input.limits[event.payload.kind] > 1' })).toBe('FILTER_TOO_LARGE');
    expect(await filterIn('{"limits": input.limits}.limits[event.payload.kind] > 1')).toEqual({
      expression: '{"limits": known[0]}.limits[event.payload.kind] > 1',
      known: [{ gold: 2 }],
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
    [{ eventName: 'a', filter: 7 }, 'INVALID_PARAMS'],
    [{ eventName: 'a', filter: { $expr: 'event.payload >' } }, 'FILTER_INVALID'],
    [{ eventName: 'a', filter: { $expr: 'event.payload.a == input.none' } }, 'EXPRESSION_ERROR'],
    [{ eventName: 'a', filter: { $expr: 'event.payload.a == input.much' } }, 'FILTER_TOO_LARGE'],
    [{ eventName: 'a', lookBack: 'long' }, 'INVALID_PARAMS'],
    [{ eventName: 'a', lookBack: 'PT61M' }, 'LOOK_BACK_TOO_LONG'],
    [{ eventName: 'a', timeout: 'P20Y' }, 'WAIT_TOO_LONG'],
  ])('refuses %j', async (params, code) => {
    expect(await waitOf(params)).toBe(code);
  });
});
