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

  it('names who decides, how many it takes, and when they are told', async () => {
    const id = '018f3c1e-0000-7000-8000-000000000001';
    const params = {
      assignees: ['Ada@Example.com', id, 'role:editor', 'ada@example.com', ' '],
      quorum: '2',
      rejectQuorum: 2,
      due: '4h',
      remindEvery: 'P1D',
      escalateAfter: '36h',
      escalateTo: 'grace@example.com; admin',
      linkNeedsSignIn: true,
    };
    expect(await gate(params)).toMatchObject({
      prompt: {
        assignees: ['mail:ada@example.com', `user:${id}`, 'role:editor'],
        quorum: 2,
        rejectQuorum: 2,
        dueAt: '2026-01-15T14:00:00.000Z',
        remindEveryMs: 86_400_000,
        escalateAt: '2026-01-16T22:00:00.000Z',
        escalateTo: ['mail:grace@example.com', 'role:admin'],
        linkNeedsSignIn: true,
      },
    });
  });

  it('takes people from the data', async () => {
    expect(await gate({ assignees: '{{ input.draft }}@example.com, owner' })).toMatchObject({
      prompt: { assignees: ['mail:text@example.com', 'role:owner'] },
    });
  });

  it.each<[string, string]>([
    ['2026-02-01', '2026-02-01T00:00:00.000Z'],
    ['P1D', '2026-01-16T10:00:00.000Z'],
  ])('is due at %s', async (due, dueAt) => {
    expect(await gate({ due })).toMatchObject({ prompt: { dueAt } });
  });

  it('offers the input to edit, or what it is told to, with a schema as it stands', async () => {
    const schema = { type: 'object', properties: { draft: { type: 'string', default: '{{ input.draft }}' } } };
    expect(await gate({ editable: true, schema })).toMatchObject({
      prompt: { editable: true, payload: { draft: 'Text' }, schema },
    });
    expect(await gate({ editable: true, payload: { only: '{{ input.draft }}' } })).toMatchObject({
      prompt: { payload: { only: 'Text' } },
    });
    expect(await gate({ payload: { not: 'asked for' } })).not.toMatchObject({ prompt: { payload: expect.anything() } });
  });

  it('reminds once a minute at most', async () => {
    expect(await gate({ remindEvery: '1s' })).toMatchObject({ prompt: { remindEveryMs: 60_000 } });
  });

  it('passes on what the server wrote down of the decision', async () => {
    const record = {
      ...{
        decision: 'approved',
        reason: null,
        by: 'ada@example.com',
        byId: 'id',
        via: 'link',
        at: '2026-01-15T09:59:59.000Z',
      },
      votes: [{ by: 'ada@example.com', decision: 'approved', via: 'link', at: '2026-01-15T09:59:59.000Z' }],
      payload: { draft: 'Better' },
      diff: [{ path: 'draft', before: 'Text', after: 'Better' }],
    };
    const { votes, payload, diff } = record;
    const decision = { approved: true, by: 'ada@example.com', byId: 'id', via: 'link', decidedAt: record.at };
    expect(await wakeWith(answer({ approved: true, record }, 'id'))).toEqual({
      approved: { draft: 'Text', decision: { ...decision, votes, payload, diff, answer: { approved: true } } },
    });
  });

  it.each<[JsonObject, string]>([
    [{ timeoutHours: 0 }, 'INVALID_PARAMS'],
    [{ timeoutHours: -1 }, 'INVALID_PARAMS'],
    [{ timeoutHours: 'soon' }, 'INVALID_PARAMS'],
    [{ timeout: 'soon' }, 'INVALID_PARAMS'],
    [{ timeout: 'P1D', timeoutHours: 24 }, 'INVALID_PARAMS'],
    [{ quorum: 0 }, 'INVALID_PARAMS'],
    [{ quorum: 1.5 }, 'INVALID_PARAMS'],
    [{ remindEvery: 'often' }, 'INVALID_PARAMS'],
    [{ escalateTo: 'ada@example.com' }, 'INVALID_PARAMS'],
    [{ escalateAfter: 'P1D' }, 'INVALID_PARAMS'],
    [{ assignees: ['Ada'] }, 'APPROVAL_ASSIGNEE_UNKNOWN'],
    [{ assignees: ['mail:@'] }, 'APPROVAL_ASSIGNEE_UNKNOWN'],
    [{ assignees: ['a@example.com', 'b@example.com'], quorum: 3 }, 'APPROVAL_QUORUM_TOO_HIGH'],
    [{ due: 'soon' }, 'APPROVAL_DUE_UNREADABLE'],
    [{ due: 'P20Y' }, 'APPROVAL_TIMEOUT_TOO_LONG'],
    [{ editable: true, schema: { type: 'nothing' } }, 'JSON_SCHEMA_INVALID'],
    [{ details: 'x'.repeat(300_000) }, 'APPROVAL_TOO_LARGE'],
    [{ eventName: 'a\nb' }, 'INVALID_PARAMS'],
    [{ eventName: 'x'.repeat(201) }, 'INVALID_PARAMS'],
    [{ timeout: 'P11Y' }, 'APPROVAL_TIMEOUT_TOO_LONG'],
    [{ timeoutHours: 1e300 }, 'APPROVAL_TIMEOUT_TOO_LONG'],
  ])('refuses %j', async (params, code) => {
    expect(await gate(params)).toBe(code);
  });
});
