import type { Wake } from '@millrace/node-sdk';
import { testNode } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { approvalGateNode } from './approval-gate.executor';

async function gate(params: JsonObject) {
  const result = await testNode(approvalGateNode, { params, input: { draft: 'Text' }, label: 'Manager Approval' });
  return result.failure?.code ?? (result.outcome.kind === 'suspended' ? result.outcome.wait : result.outcome);
}

async function wakeWith(wake: Wake, input: Json = { draft: 'Text' }) {
  const result = await testNode(approvalGateNode, { input, wake });
  return result.outcome.kind === 'output' ? result.outcome.ports : result.outcome;
}

const answer = (payload: Json, from?: string): Wake => ({
  kind: 'event',
  name: 'x',
  payload,
  ...(from === undefined ? {} : { from }),
});
const decidedAt = '2026-01-15T10:00:00.000Z';

describe('approval gate', () => {
  it('waits for the event that its node id names, for ever', async () => {
    expect(await gate({})).toEqual({
      kind: 'event',
      name: 'approval_node-1',
      prompt: { kind: 'approval', title: 'Manager Approval', message: '' },
    });
  });

  it('waits for a named event and shows what is to be decided', async () => {
    const params = {
      eventName: 'manager_approval',
      timeoutHours: 24,
      message: 'Please review: {{ input.draft }}',
      details: { draft: '{{ input.draft }}' },
    };
    expect(await gate(params)).toEqual({
      kind: 'event',
      name: 'manager_approval',
      timeoutAt: '2026-01-16T10:00:00.000Z',
      prompt: {
        kind: 'approval',
        title: 'Manager Approval',
        message: 'Please review: Text',
        details: { draft: 'Text' },
      },
    });
  });

  it.each<[JsonObject, string]>([
    [{ timeoutHours: '0.5' }, '2026-01-15T10:30:00.000Z'],
    [{ timeout: 'P2D' }, '2026-01-17T10:00:00.000Z'],
    [{ timeout: '36h', timeoutHours: '' }, '2026-01-16T22:00:00.000Z'],
  ])('reckons the timeout of %j', async (params, timeoutAt) => {
    expect(await gate(params)).toMatchObject({ timeoutAt });
  });

  it('takes an empty event name for none', async () => {
    expect(await gate({ eventName: ' ' })).toMatchObject({ name: 'approval_node-1' });
  });

  it('writes a message that is no text as JSON', async () => {
    expect(await gate({ message: '{{ input }}' })).toMatchObject({ prompt: { message: '{"draft":"Text"}' } });
  });

  it('approves and keeps who said so and why', async () => {
    const payload = { approved: true, reason: 'Looks good', by: 'somebody else' };
    expect(await wakeWith(answer(payload, 'ada@example.com'))).toEqual({
      approved: {
        draft: 'Text',
        decision: { approved: true, reason: 'Looks good', by: 'ada@example.com', answer: payload, decidedAt },
      },
    });
  });

  it('rejects', async () => {
    expect(await wakeWith(answer({ approved: false, comment: 'No', by: 'Ada' }))).toMatchObject({
      rejected: { draft: 'Text', decision: { approved: false, reason: 'No', by: 'Ada' } },
    });
  });

  it.each<[Json]>([
    [{}],
    [null],
    ['true'],
    [true],
    [{ approved: 'true' }],
    [{ approved: 1 }],
    [{ Approved: true }],
    [[true]],
  ])('takes %j for a rejection: only the boolean true approves', async (payload) => {
    expect(Object.keys(await wakeWith(answer(payload)))).toEqual(['rejected']);
  });

  it('goes on at the timeout port when nobody answered', async () => {
    const decision = { approved: false, reason: 'Nobody answered in time.', decidedAt };
    expect(await wakeWith({ kind: 'timeout' })).toEqual({ timeout: { draft: 'Text', decision } });
  });

  it('puts an input that is no object under `value`', async () => {
    expect(await wakeWith(answer({ approved: true }), [1])).toMatchObject({
      approved: { value: [1], decision: { approved: true } },
    });
  });

  it.each<[JsonObject, string]>([
    [{ timeoutHours: 0 }, 'INVALID_PARAMS'],
    [{ timeoutHours: -1 }, 'INVALID_PARAMS'],
    [{ timeoutHours: 'soon' }, 'INVALID_PARAMS'],
    [{ timeout: 'soon' }, 'INVALID_PARAMS'],
    [{ timeout: 'P1D', timeoutHours: 24 }, 'INVALID_PARAMS'],
    [{ eventName: 'a\nb' }, 'INVALID_PARAMS'],
    [{ eventName: 'x'.repeat(201) }, 'INVALID_PARAMS'],
    [{ timeout: 'P11Y' }, 'APPROVAL_TIMEOUT_TOO_LONG'],
    [{ timeoutHours: 1e300 }, 'APPROVAL_TIMEOUT_TOO_LONG'],
  ])('refuses %j', async (params, code) => {
    expect(await gate(params)).toBe(code);
  });
});
