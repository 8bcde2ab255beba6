import type { Actor } from '@millrace/server-identity';
import { Bell, newId } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { ApiRig } from '../testing/api-rig';
import { PROGRESS_CHANNEL, addUpdate, fittingGroups, progressLine, readProgress } from './node-progress';
import { NodeProgressResolver } from './node-progress.resolver';
import { ProgressFeed } from './progress-feed';
import { ProgressStream } from './progress-stream';

describe('updates', () => {
  it('of text that goes on are joined, others are kept apart', () => {
    const updates: JsonObject[] = [];
    const given: JsonObject[] = [
      { kind: 'text', delta: 'a' },
      { kind: 'text', delta: 'b' },
      { kind: 'tool', name: 'x' },
      { kind: 'text', delta: 'c' },
      { kind: 'text', turn: 2, delta: 'd' },
    ];
    for (const update of given) addUpdate(updates, update);
    expect(updates).toEqual([
      { kind: 'text', delta: 'ab' },
      { kind: 'tool', name: 'x' },
      { kind: 'text', delta: 'c' },
      { kind: 'text', turn: 2, delta: 'd' },
    ]);
  });

  it.each(['x', '"', 'é', '😀', '\u0001'])('of any length fit the bell, made of %j', (character) => {
    const text = character.repeat(20_000);
    const groups = fittingGroups([{ kind: 'text', delta: text }, { kind: 'end' }]);
    const lines = groups.map((updates, index) =>
      progressLine({ executionId: newId(), nodeId: 'n', seq: index, updates }),
    );
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThan(7_900);
    const read = lines.flatMap((line) => readProgress(line).updates);
    expect(read.map(({ delta = '' }) => delta).join('')).toBe(text);
    expect(read.at(-1)).toEqual({ kind: 'end' });
  });

  it('that are too large are dropped and say so', () => {
    expect(fittingGroups([{ blob: 'x'.repeat(9_000) }])).toEqual([[{ dropped: true }]]);
    expect(fittingGroups([])).toEqual([]);
  });
});

it('keeps only the newest notices for a watcher who does not read', async () => {
  const stream = new ProgressStream(() => undefined);
  for (let seq = 1; seq <= 500; seq += 1) stream.offer({ executionId: 'e', nodeId: 'n', seq, updates: [] });
  stream.end();
  const seqs: number[] = [];
  for await (const { seq } of stream) seqs.push(seq);
  expect([seqs.length, seqs[0], seqs.at(-1)]).toEqual([200, 301, 500]);
});

describe('the subscription', () => {
  let rig: ApiRig;
  let actor: Actor;
  let workflowId: string;
  beforeAll(async () => {
    rig = await ApiRig.start();
    actor = { workspaceId: rig.workspaceId, userId: newId(), role: 'viewer', via: 'session' };
    workflowId = await rig.workflow();
  });
  afterAll(() => rig.stop());

  const started = async (): Promise<string> => {
    const { body } = await rig.rest('post', `/api/workflows/${workflowId}/execute`, {}).expect(202);
    return body.executionId as string;
  };
  const ring = (executionId: string, seq: number) =>
    rig.get(Bell).ring(PROGRESS_CHANNEL, progressLine({ executionId, nodeId: 'n', seq, updates: [{ seq }] }));

  it('tells what the nodes of one run show, and ends with the run', async () => {
    const [mine, other] = [await started(), await started()];
    const stream = await rig.get(NodeProgressResolver).nodeProgress(actor, mine);
    await rig.get(ProgressFeed).listening();
    await ring(other, 1);
    await ring(mine, 1);
    expect((await stream.next()).value).toEqual({ executionId: mine, nodeId: 'n', seq: 1, updates: [{ seq: 1 }] });
    await ring(mine, 2);
    await rig.finish(mine, { done: true });
    const rest: number[] = [];
    for await (const { seq } of stream) rest.push(seq);
    expect(rest).toEqual([2]);
  });

  it('of a run that is over ends at once', async () => {
    const id = await started();
    await rig.finish(id, { done: true });
    const stream = await rig.get(NodeProgressResolver).nodeProgress(actor, id);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('of another workspace is refused', async () => {
    const id = await started();
    const foreign = rig.get(NodeProgressResolver).nodeProgress({ ...actor, workspaceId: newId() }, id);
    await expect(foreign).rejects.toMatchObject({ code: 'EXECUTION_NOT_FOUND' });
  });
});
