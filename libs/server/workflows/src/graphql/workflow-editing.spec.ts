import { UserNames } from '@millrace/server-identity';
import { Bell, Logger, newId } from '@millrace/server-platform';
import { WorkflowStore } from '../persistence/workflow.store';
import { EDITOR_CHANNEL, EditorPresence, type EditorNotice } from '../presence/editor-presence';
import { greeting } from '../testing/documents';
import { startWorkflowsApp, type Caller, type WorkflowsApp } from '../testing/workflows-app';
import { SaveDraft } from '../use-cases/save-draft';
import { WorkflowEditingResolver } from './workflow-editing.resolver';
import type { WorkflowEditingType } from './workflow-editing.type';

type Watch = AsyncIterableIterator<WorkflowEditingType>;

let app: WorkflowsApp;
/** That of the application, and one as another process on its database has it. */
let presences: EditorPresence[];
let otherBell: Bell;
let owner: Caller;
let workflowId: string;
const open: Watch[] = [];

beforeAll(async () => {
  app = await startWorkflowsApp();
  const { url, pool } = app.app.database;
  otherBell = await Bell.start({ url, pool, logger: Logger.silent() });
  const other = new EditorPresence(otherBell);
  other.onModuleInit();
  presences = [app.get(EditorPresence), other];
  await Promise.all([app.get(Bell), otherBell].map((bell) => bell.listening(EDITOR_CHANNEL)));
});
afterAll(async () => {
  presences[1]?.onModuleDestroy();
  await otherBell.stop();
  await app.stop();
});
beforeEach(async () => {
  owner = app.caller();
  const created = await owner.ask<{ workflow: { id: string } }>(
    'workflowCreate',
    'mutation($d: JSON) { workflowCreate(input: { document: $d }) { workflow { id } } }',
    { d: greeting() },
  );
  workflowId = created.workflow.id;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((watch) => watch.return?.()));
});

async function watch(process: number, caller: Caller, clientId = newId()): Promise<Watch> {
  const presence = presences[process] as EditorPresence;
  const resolver = new WorkflowEditingResolver(app.get(WorkflowStore), presence, app.get(UserNames));
  const stream = await resolver.workflowEditing(caller.actor, workflowId, clientId);
  open.push(stream);
  return stream;
}

/** Reads on until it is so. */
async function until(stream: Watch, isSo: (editing: WorkflowEditingType) => boolean): Promise<WorkflowEditingType> {
  for await (const editing of { [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) })
    if (isSo(editing)) return editing;
  throw new Error('The stream ended');
}

const names = ({ editors }: WorkflowEditingType): string[] => editors.map(({ clientId }) => clientId);

it('who opens a workflow sees who has it open, and is seen, in every process, until the page is closed', async () => {
  const mine = await watch(0, owner, 'page-of-ada');
  expect((await mine.next()).value).toMatchObject({ draftRevision: 1, draftSavedBy: owner.userId });
  const theirs = await watch(1, owner.colleague(), 'page-of-bob');
  expect(names(await until(mine, ({ editors }) => editors.length === 2))).toEqual(['page-of-ada', 'page-of-bob']);
  expect(names(await until(theirs, ({ editors }) => editors.length === 2))).toEqual(['page-of-ada', 'page-of-bob']);
  await theirs.return?.();
  expect(names(await until(mine, ({ editors }) => editors.length === 1))).toEqual(['page-of-ada']);
});

it('a saved draft is told to everybody who has it open', async () => {
  const theirs = await watch(1, owner.colleague());
  await until(theirs, ({ editors }) => editors.length === 1);
  const colleague = owner.colleague();
  const document = { ...greeting(), name: 'Changed' };
  await app.get(SaveDraft).save(colleague.actor, workflowId, document, 1);
  const editing = await until(theirs, ({ draftRevision }) => draftRevision === 2);
  expect(editing.draftSavedBy).toBe(colleague.userId);
});

it('pages of a process that ended without a word are forgotten', async () => {
  const mine = await watch(0, owner, 'page-of-ada');
  const notice: EditorNotice = {
    kind: 'here',
    workflowId,
    editor: { clientId: 'page-of-eve', userId: newId(), sinceMs: 0 },
  };
  await otherBell.ring(EDITOR_CHANNEL, JSON.stringify(notice));
  await until(mine, ({ editors }) => editors.length === 2);
  const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 40_000);
  expect(presences[0]?.editorsOf(workflowId)).toEqual([]);
  later.mockRestore();
});

it('nothing is told of workflows of others, of none, and to pages without a name', async () => {
  const foreign = app.caller();
  await expect(watch(0, foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(watch(0, owner, 'a b')).rejects.toMatchObject({ code: 'CLIENT_ID_INVALID' });
  workflowId = 'none';
  await expect(watch(0, owner)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
