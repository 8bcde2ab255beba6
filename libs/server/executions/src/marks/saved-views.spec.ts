import type { Actor } from '@millrace/server-identity';
import { newId } from '@millrace/server-platform';
import { startTestDatabase, type TestDatabase } from '@millrace/server-platform/testing';
import { executionsMigrations } from '../persistence/execution.migrations';
import { MOST_VIEWS, SavedViews } from './saved-views';

let database: TestDatabase;
let views: SavedViews;
let ana: Actor;

beforeAll(async () => {
  database = await startTestDatabase({ migrations: executionsMigrations });
  views = new SavedViews(database.pool);
});
afterAll(() => database.stop());
beforeEach(() => {
  ana = { userId: newId(), workspaceId: newId(), role: 'viewer', via: 'session' };
});

it('are listed by name, without regard to case', async () => {
  await views.save(ana, { name: 'slow', query: 'mode=api' });
  await views.save(ana, { name: 'Broken', query: 'status=failed' });
  expect((await views.list(ana)).map(({ name, query }) => [name, query])).toEqual([
    ['Broken', 'status=failed'],
    ['slow', 'mode=api'],
  ]);
});

it('get another name and other filters', async () => {
  const { id } = await views.save(ana, { name: 'Broken', query: 'status=failed' });
  expect(await views.save(ana, { id, name: 'broken', query: 'status=failed&period=day' })).toEqual({
    id,
    name: 'broken',
    query: 'status=failed&period=day',
  });
  expect(await views.list(ana)).toHaveLength(1);
});

it('have names of their own', async () => {
  await views.save(ana, { name: 'Broken', query: '' });
  const { id } = await views.save(ana, { name: 'Slow', query: '' });
  await expect(views.save(ana, { name: 'BROKEN', query: '' })).rejects.toMatchObject({ code: 'VIEW_NAME_TAKEN' });
  await expect(views.save(ana, { id, name: 'Broken', query: '' })).rejects.toMatchObject({ code: 'VIEW_NAME_TAKEN' });
});

it('saved twice at the same moment are kept once', async () => {
  const both = await Promise.allSettled([
    views.save(ana, { name: 'Broken', query: 'a' }),
    views.save(ana, { name: 'broken', query: 'b' }),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await views.list(ana)).toHaveLength(1);
});

it('are of one person in one workspace', async () => {
  const { id } = await views.save(ana, { name: 'Broken', query: '' });
  const others = [
    { ...ana, userId: newId() },
    { ...ana, workspaceId: newId() },
  ];
  for (const other of others) {
    expect(await views.list(other)).toEqual([]);
    await expect(views.delete(other, id)).rejects.toMatchObject({ code: 'VIEW_NOT_FOUND' });
    await expect(views.save(other, { id, name: 'Mine', query: '' })).rejects.toMatchObject({ code: 'VIEW_NOT_FOUND' });
  }
  expect(await views.list(ana)).toHaveLength(1);
});

it('are deleted once', async () => {
  const { id } = await views.save(ana, { name: 'Broken', query: '' });
  await views.delete(ana, id);
  await expect(views.delete(ana, id)).rejects.toMatchObject({ code: 'VIEW_NOT_FOUND' });
  await expect(views.delete(ana, 'nonsense')).rejects.toMatchObject({ code: 'VIEW_NOT_FOUND' });
});

it('are limited in number, but can be changed at the limit', async () => {
  for (let index = 0; index < MOST_VIEWS; index += 1) await views.save(ana, { name: `View ${index}`, query: '' });
  await expect(views.save(ana, { name: 'One more', query: '' })).rejects.toMatchObject({ code: 'TOO_MANY_VIEWS' });
  const [first] = await views.list(ana);
  await views.save(ana, { id: first!.id, name: 'Another name', query: '' });
});
