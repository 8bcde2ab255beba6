import type { Actor } from '@millrace/server-identity';
import { newId } from '@millrace/server-platform';
import { ApiRig } from '../testing/api-rig';
import { ExecutionSubscriptionsResolver } from './execution-subscriptions.resolver';

let rig: ApiRig;
let actor: Actor;
let workflowId: string;

beforeAll(async () => {
  rig = await ApiRig.start();
  actor = { workspaceId: rig.workspaceId, userId: newId(), role: 'owner', via: 'session' };
  workflowId = await rig.workflow();
});
afterAll(() => rig.stop());

async function started(): Promise<string> {
  const { body } = await rig.rest('post', `/api/workflows/${workflowId}/execute`, {}).expect(202);
  return body.executionId as string;
}

const subscribe = (executionId: string, afterSeq: number, who = actor) =>
  rig.get(ExecutionSubscriptionsResolver).executionEvents(who, executionId, afterSeq);

async function seqsOf(events: AsyncIterable<{ seq: number }>): Promise<number[]> {
  const seqs: number[] = [];
  for await (const { seq } of events) seqs.push(seq);
  return seqs;
}

const seqsAfter = async (executionId: string, afterSeq: number) => seqsOf(await subscribe(executionId, afterSeq));

describe('a subscription to the events of a run', () => {
  it('that is over gives the rest and ends, also when there is no rest', async () => {
    const id = await started();
    await rig.finish(id, { done: true });
    expect(await seqsAfter(id, 0)).toEqual([1, 2, 3, 4]);
    expect(await seqsAfter(id, -1)).toEqual([1, 2, 3, 4]);
    expect(await seqsAfter(id, 3)).toEqual([4]);
    expect(await seqsAfter(id, 4)).toEqual([]);
    expect(await seqsAfter(id, 999)).toEqual([]);
  });

  it('that goes on gives what comes, also to one who says to have seen more than there is', async () => {
    const id = await started();
    const events = await subscribe(id, 999);
    await rig.finish(id, { done: true });
    expect(await seqsOf(events)).toEqual([2, 3, 4]);
  });

  it('of another workspace is refused', async () => {
    const id = await started();
    const events = subscribe(id, 0, { ...actor, workspaceId: newId() });
    await expect(events).rejects.toMatchObject({ code: 'EXECUTION_NOT_FOUND' });
  });
});
