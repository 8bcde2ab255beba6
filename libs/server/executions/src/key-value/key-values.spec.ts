import { newId } from '@millrace/server-platform';
import { startTestDatabase, type TestDatabase } from '@millrace/server-platform/testing';
import { executionsMigrations } from '../persistence/execution.migrations';
import { KeyValues, MAX_KEY_CHARACTERS, MAX_VALUE_BYTES } from './key-values';

let database: TestDatabase;
let values: KeyValues;
const workspace = newId();

beforeAll(async () => {
  database = await startTestDatabase({ migrations: executionsMigrations });
  values = new KeyValues(database.pool);
});
afterAll(() => database.stop());

describe('values of a workspace', () => {
  it.each([[{ a: [1, 'two', null] }], ['text'], [0], [false], [null], [[]]])('keep %j as it is', async (value) => {
    await values.write(workspace, 'kept', value);
    expect(await values.read(workspace, 'kept')).toEqual(value);
  });

  it('are replaced by the next write and gone after a delete', async () => {
    await values.write(workspace, 'twice', 1);
    await values.write(workspace, 'twice', 2);
    expect(await values.read(workspace, 'twice')).toBe(2);
    expect(await values.delete(workspace, 'twice')).toBe(true);
    expect(await values.delete(workspace, 'twice')).toBe(false);
    expect(await values.read(workspace, 'twice')).toBeUndefined();
  });

  it('are not seen, changed or deleted from another workspace', async () => {
    const other = newId();
    await values.write(workspace, 'mine', 'mine');
    await values.write(other, 'mine', 'theirs');
    expect(await values.delete(other, 'mine')).toBe(true);
    expect(await values.read(other, 'mine')).toBeUndefined();
    expect(await values.read(workspace, 'mine')).toBe('mine');
  });

  it('survive writes to one key at the same time: one of them is kept whole', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => values.write(workspace, 'raced', { index })));
    expect(await values.read(workspace, 'raced')).toEqual({ index: expect.any(Number) });
  });

  it('have limits that are told', async () => {
    await expect(values.write(workspace, '', 1)).rejects.toMatchObject({ code: 'STORAGE_KEY_INVALID' });
    const long = 'k'.repeat(MAX_KEY_CHARACTERS);
    await values.write(workspace, long, 1);
    await expect(values.write(workspace, `${long}k`, 1)).rejects.toMatchObject({ code: 'STORAGE_KEY_INVALID' });
    const large = 'v'.repeat(MAX_VALUE_BYTES);
    await expect(values.write(workspace, 'large', large)).rejects.toMatchObject({ code: 'STORAGE_VALUE_TOO_LARGE' });
  });
});
