import 'reflect-metadata';
import { Bell, newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import { PublishListeners, type LiveWorkflow, type PublishListener, type WorkflowReference } from './publish-listener';
import { broken, greeting } from './testing/documents';
import { startWorkflowsApp, type Caller, type WorkflowsApp } from './testing/workflows-app';
import { CreateWorkflow } from './use-cases/create-workflow';
import { DeleteWorkflow } from './use-cases/delete-workflow';
import { DisableWorkflow } from './use-cases/disable-workflow';
import { EnableWorkflow } from './use-cases/enable-workflow';
import { PublishWorkflow } from './use-cases/publish-workflow';
import { RollBack } from './use-cases/roll-back';
import { SaveDraft } from './use-cases/save-draft';
import { PUBLISHED_CHANNEL } from './published-cache';
import { WorkflowVersions } from './workflow-versions';

/** Writes down what it is told, in the transaction that it is told in, and refuses when asked to. */
class Witness implements PublishListener {
  told: string[] = [];
  refuses = false;

  async onPublished(client: SqlClient, live: LiveWorkflow): Promise<void> {
    await client.query('INSERT INTO witness VALUES ($1)', [live.versionId]);
    this.told.push(`published ${live.document.name} ${live.document.version} ${live.enabled ? 'on' : 'off'}`);
    if (this.refuses) throw new Error('This path is taken.');
  }

  async onDisabled(_client: SqlClient, { workflowId }: WorkflowReference): Promise<void> {
    this.told.push(`disabled ${workflowId}`);
  }

  async onDeleted(_client: SqlClient, { workflowId }: WorkflowReference): Promise<void> {
    this.told.push(`deleted ${workflowId}`);
  }
}

let world: WorkflowsApp;
let caller: Caller;
let versions: WorkflowVersions;
let pool: SqlPool;
const witness = new Witness();

beforeAll(async () => {
  world = await startWorkflowsApp();
  versions = world.get(WorkflowVersions);
  pool = world.get(SqlPool);
  await pool.query('CREATE TABLE witness (version_id uuid)');
  world.get(PublishListeners).add(witness);
  await world.get(Bell).listening(PUBLISHED_CHANNEL);
});
afterAll(() => world.stop());
beforeEach(() => {
  caller = world.caller();
  witness.told = [];
  witness.refuses = false;
});

const create = async (document: object = greeting()) =>
  (await world.get(CreateWorkflow).create(caller.actor, document)).workflow;
const save = (id: string, document: object) => world.get(SaveDraft).save(caller.actor, id, document);
const publish = (id: string) => world.get(PublishWorkflow).publish(caller.actor, id);
const count = async (where: string, value: string) =>
  (await pool.query<{ count: number }>(`SELECT count(*)::int FROM workflow_version WHERE ${where}`, [value])).rows[0]
    ?.count;

/** Resolves with the next notice; whatever listens longer has heard it before. */
const bellRings = () => {
  const bell = world.get(Bell);
  return new Promise((resolve) => {
    const stop = bell.on(PUBLISHED_CHANNEL, (id) => {
      stop();
      resolve(id);
    });
  });
};

describe('snapshotDraft', () => {
  it('stores one version per content, however often and at once it is asked', async () => {
    const { id } = await create();
    const snapshots = await Promise.all(Array.from({ length: 20 }, () => versions.snapshotDraft(caller.actor, id)));
    expect(new Set(snapshots.map(({ versionId }) => versionId)).size).toBe(1);
    expect(await count('workflow_id = $1', id)).toBe(1);
  });

  it('stores a new version after a change and finds the old one after it is taken back', async () => {
    const { id } = await create();
    const first = await versions.snapshotDraft(caller.actor, id);
    await save(id, greeting('Changed'));
    const second = await versions.snapshotDraft(caller.actor, id);
    await save(id, greeting());
    const third = await versions.snapshotDraft(caller.actor, id);
    expect(second.versionId).not.toBe(first.versionId);
    expect(third.versionId).toBe(first.versionId);
    expect(first.document.name).toBe('Greeting');
    expect(second.document.name).toBe('Changed');
  });

  it('joins the transaction that it is given', async () => {
    const { id } = await create();
    const rolledBack = new Error('no');
    await expect(
      pool.tx(async (client) => {
        await versions.snapshotDraft(caller.actor, id, client);
        throw rolledBack;
      }),
    ).rejects.toBe(rolledBack);
    expect(await count('workflow_id = $1', id)).toBe(0);
    await pool.tx((client) => versions.snapshotDraft(caller.actor, id, client));
    expect(await count('workflow_id = $1', id)).toBe(1);
  });

  it('refuses drafts that cannot run, and workflows of others', async () => {
    const { id } = await create(broken());
    await expect(versions.snapshotDraft(caller.actor, id)).rejects.toMatchObject({ code: 'WORKFLOW_INVALID' });
    expect(await count('workflow_id = $1', id)).toBe(0);
    await expect(versions.snapshotDraft(world.caller().actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(versions.snapshotDraft(caller.actor, 'nope')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('snapshotInline', () => {
  it('stores the same document once per workspace', async () => {
    const document = { ...greeting(), id: 'inline-1' };
    const [one, two] = await Promise.all([
      versions.snapshotInline(caller.actor, document),
      versions.snapshotInline(caller.actor, document),
    ]);
    expect(one?.versionId).toBe(two?.versionId);
    const other = await versions.snapshotInline(world.caller().actor, document);
    expect(other.versionId).not.toBe(one?.versionId);
    expect(one?.document.id).toBe('inline-1');
  });

  it('refuses what cannot be read or run, with all problems', async () => {
    await expect(versions.snapshotInline(caller.actor, 7)).rejects.toMatchObject({ code: 'WORKFLOW_INVALID' });
    const refusal = await versions.snapshotInline(caller.actor, broken()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 422, details: { problems: expect.any(Array) } });
    expect(await count('workspace_id = $1', caller.workspaceId)).toBe(0);
  });
});

describe('load', () => {
  it('answers a frozen document that is read once', async () => {
    const { id } = await create();
    const { publishedVersionId } = await publish(id);
    const [one, two] = await Promise.all([
      versions.load(publishedVersionId ?? ''),
      versions.load(publishedVersionId ?? ''),
    ]);
    expect(one).toBe(two);
    expect(one.version).toBe('1.0.0');
    expect(() => Object.assign(one, { name: 'Changed' })).toThrow(TypeError);
  });

  it.each([newId(), 'nope'])('answers NOT_FOUND for %s', async (versionId) => {
    await expect(versions.load(versionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a stored version', () => {
  it('cannot be changed, not even by SQL', async () => {
    const { id } = await create();
    const { publishedVersionId } = await publish(id);
    await expect(
      pool.query('UPDATE workflow_version SET document = $2 WHERE id = $1', [publishedVersionId, '{}']),
    ).rejects.toThrow('never change');
  });

  it('stays what it was while the draft goes on', async () => {
    const { id } = await create(greeting('Live'));
    const { publishedVersionId } = await publish(id);
    await save(id, greeting('Next'));
    const { rows } = await pool.query<{ document: { name: string; version: string } }>(
      'SELECT document FROM workflow_version WHERE id = $1',
      [publishedVersionId],
    );
    expect(rows[0]?.document).toMatchObject({ name: 'Live', version: '1.0.0' });
  });

  it('gets its number once, however many publish at the same moment', async () => {
    const { id } = await create();
    await publish(id);
    await save(id, greeting('Next'));
    const done = await Promise.all(Array.from({ length: 6 }, () => publish(id)));
    expect(new Set(done.map(({ publishedVersionId }) => publishedVersionId)).size).toBe(1);
    expect(await count(`kind = 'published' AND workflow_id = $1`, id)).toBe(2);
  });
});

describe('publishedOf', () => {
  it('knows what is live as soon as a change is over', async () => {
    const { id, workspaceId } = await create();
    expect(await versions.publishedOf(id)).toBeNull();
    const { publishedVersionId: versionId } = await publish(id);
    expect(await versions.publishedOf(id)).toEqual({ versionId, workspaceId, enabled: true });
    await world.get(DisableWorkflow).disable(caller.actor, id);
    expect(await versions.publishedOf(id)).toEqual({ versionId, workspaceId, enabled: false });
    await world.get(DeleteWorkflow).delete(caller.actor, id);
    expect(await versions.publishedOf(id)).toBeNull();
    await world.get(DeleteWorkflow).restoreDeleted(caller.actor, id);
    expect(await versions.publishedOf(id)).toEqual({ versionId, workspaceId, enabled: false });
    expect(await versions.publishedOf('nope')).toBeNull();
  });

  it('does not ask the database twice', async () => {
    const { id } = await create();
    const heard = bellRings();
    await publish(id);
    await heard;
    const before = await versions.publishedOf(id);
    expect(await versions.publishedOf(id)).toBe(before);
  });

  it('hears what other processes change', async () => {
    const { id } = await create();
    await publish(id);
    await versions.publishedOf(id);
    const bell = world.get(Bell);
    const heard = bellRings();
    await pool.tx(async (client) => {
      await client.query('UPDATE workflow SET enabled = false WHERE id = $1', [id]);
      await bell.ring(PUBLISHED_CHANNEL, id, client);
    });
    await heard;
    expect(await versions.publishedOf(id)).toMatchObject({ enabled: false });
  });
});

describe('publish listeners', () => {
  it('follow everything that changes what is live', async () => {
    const { id } = await create();
    const { publishedVersionId } = await publish(id);
    await world.get(DisableWorkflow).disable(caller.actor, id);
    await world.get(EnableWorkflow).enable(caller.actor, id);
    await save(id, greeting('Next'));
    await publish(id);
    await world.get(RollBack).rollBack(caller.actor, id, publishedVersionId ?? '');
    await world.get(DeleteWorkflow).delete(caller.actor, id);
    await world.get(DeleteWorkflow).restoreDeleted(caller.actor, id);
    expect(witness.told).toEqual([
      'published Greeting 1.0.0 on',
      `disabled ${id}`,
      'published Greeting 1.0.0 on',
      'published Next 1.0.1 on',
      'published Greeting 1.0.0 on',
      `deleted ${id}`,
      'published Greeting 1.0.0 on',
    ]);
  });

  it('are not told of what changes nothing', async () => {
    const { id, publishedVersionId } = await publish((await create()).id);
    witness.told = [];
    await publish(id);
    await world.get(EnableWorkflow).enable(caller.actor, id);
    await world.get(RollBack).rollBack(caller.actor, id, publishedVersionId ?? '');
    expect(witness.told).toEqual([]);
  });

  it('take the whole publication back when they refuse it', async () => {
    const { id } = await create();
    witness.refuses = true;
    await expect(publish(id)).rejects.toThrow('taken');
    expect(await versions.publishedOf(id)).toBeNull();
    expect(await count('workflow_id = $1', id)).toBe(0);
    witness.refuses = false;
    const { publishedVersionId } = await publish(id);
    const { rows } = await pool.query('SELECT version_id FROM witness WHERE version_id = $1', [publishedVersionId]);
    expect(rows).toHaveLength(1);
  });

  it('still hear of a disabled workflow that is published again, as disabled', async () => {
    const { id } = await publish((await create()).id);
    await world.get(DisableWorkflow).disable(caller.actor, id);
    await save(id, greeting('Next'));
    await publish(id);
    expect(witness.told.at(-1)).toBe('published Next 1.0.1 off');
  });
});
