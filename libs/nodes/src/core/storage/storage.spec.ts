import { MemoryStorage, testNode } from '@millrace/node-sdk/testing';
import { storageNode } from './storage.executor';

describe('storage', () => {
  it('writes the input under the key and gives both', async () => {
    const result = await testNode(storageNode, { params: { key: 'orders/{{ input.id }}' }, input: { id: 7 } });
    expect(result.main).toEqual({ key: 'orders/7', value: { id: 7 } });
    expect(result.storage.all()).toEqual({ 'orders/7': { id: 7 } });
  });

  it('writes a given value, null included', async () => {
    const result = await testNode(storageNode, {
      params: { key: 'a', value: ['{{ input.id }}', null] },
      input: { id: 7 },
    });
    expect(result.main).toEqual({ key: 'a', value: [7, null] });
    expect((await testNode(storageNode, { params: { key: 'a', value: null } })).storage.all()).toEqual({ a: null });
  });

  it('overwrites', async () => {
    const storage = new MemoryStorage({ a: 1 });
    await testNode(storageNode, { params: { key: 'a', value: 2 }, storage });
    expect(storage.all()).toEqual({ a: 2 });
  });

  it('reads what was written', async () => {
    const result = await testNode(storageNode, { params: { operation: 'read', key: 'a' }, storage: { a: { n: 1 } } });
    expect(result.main).toEqual({ key: 'a', value: { n: 1 }, found: true });
  });

  it('reads null as what was written, not as missing', async () => {
    const params = { operation: 'read', key: 'a', defaultValue: 5 };
    expect((await testNode(storageNode, { params, storage: { a: null } })).main).toEqual({
      key: 'a',
      value: null,
      found: true,
    });
  });

  it('reads the default when the key is missing', async () => {
    const params = { operation: 'read', key: 'a' };
    expect((await testNode(storageNode, { params })).main).toEqual({ key: 'a', value: null, found: false });
    const withDefault = { ...params, defaultValue: { n: 0 } };
    expect((await testNode(storageNode, { params: withDefault })).main).toEqual({
      key: 'a',
      value: { n: 0 },
      found: false,
    });
  });

  it('deletes, and tells whether there was something', async () => {
    const storage = new MemoryStorage({ a: 1 });
    const params = { operation: 'delete', key: 'a' };
    expect((await testNode(storageNode, { params, storage })).main).toEqual({ key: 'a', deleted: true });
    expect((await testNode(storageNode, { params, storage })).main).toEqual({ key: 'a', deleted: false });
    expect(storage.all()).toEqual({});
  });

  it.each(['read', 'delete'])('fails to %s a missing key when asked to', async (operation) => {
    const result = await testNode(storageNode, { params: { operation, key: 'a', failWhenMissing: true } });
    expect(result.failure).toMatchObject({ code: 'STORAGE_KEY_NOT_FOUND', fault: 'user' });
  });

  it('takes numbers for keys', async () => {
    expect((await testNode(storageNode, { params: { key: '{{ input }}', value: 1 }, input: 42 })).main).toEqual({
      key: '42',
      value: 1,
    });
  });

  it.each([[''], ['  '], ['x'.repeat(513)], [null], [{ a: 1 }], [true]])('refuses the key %j', async (key) => {
    expect((await testNode(storageNode, { params: { key } })).failure?.code).toBe('INVALID_PARAMS');
  });

  it('needs a key', async () => {
    const { failure } = await testNode(storageNode, { params: { operation: 'read' } });
    expect(failure?.message).toContain('Give a key.');
  });

  it('refuses keys with control characters', async () => {
    expect((await testNode(storageNode, { params: { key: 'a\u0000b' } })).failure?.code).toBe('STORAGE_KEY_INVALID');
  });

  it('refuses values above 1 MiB of JSON, counted in bytes', async () => {
    const fits = 'x'.repeat(1024 * 1024 - 2);
    expect((await testNode(storageNode, { params: { key: 'a', value: fits } })).failure).toBeUndefined();
    expect((await testNode(storageNode, { params: { key: 'a', value: `${fits}x` } })).failure?.code).toBe(
      'STORAGE_VALUE_TOO_LARGE',
    );
    const umlauts = 'ä'.repeat(1024 * 512);
    expect((await testNode(storageNode, { params: { key: 'a', value: umlauts } })).failure?.code).toBe(
      'STORAGE_VALUE_TOO_LARGE',
    );
  });
});
