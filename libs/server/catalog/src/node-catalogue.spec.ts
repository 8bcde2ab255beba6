import { defineNode, implementNode, output, type NodeImplementation } from '@millrace/node-sdk';
import { z } from 'zod';
import { NodeCatalogue } from './node-catalogue';

function node(type: string, version = 1, aliases: string[] = []): NodeImplementation {
  return implementNode(
    defineNode({
      type,
      version,
      aliases,
      title: type,
      description: `${type} ${version}`,
      category: 'action',
      inputs: [{ id: 'main' }],
      outputs: [{ id: 'main' }],
      params: z.object({ text: z.string().default('') }),
      traits: { pure: true },
    }),
    { run: () => output(version) },
  );
}

describe('NodeCatalogue', () => {
  const catalogue = new NodeCatalogue([node('b-node', 2, ['system/b']), node('a-node'), node('b-node', 1)]);

  it('finds a definition by its type, as data with a JSON Schema of its params', () => {
    expect(catalogue.lookup('a-node')).toMatchObject({
      type: 'a-node',
      version: 1,
      paramsSchema: { type: 'object', properties: { text: { type: 'string', default: '' } } },
    });
    expect(catalogue.lookup('a-node')).not.toHaveProperty('params');
  });

  it('answers the newest version when none is named and the named one otherwise', () => {
    expect(catalogue.lookup('b-node')?.version).toBe(2);
    expect(catalogue.lookup('b-node', 1)?.version).toBe(1);
  });

  it('finds every version by an alias, also one that only the newest declares', () => {
    expect(catalogue.lookup('system/b')?.version).toBe(2);
    expect(catalogue.lookup('system/b', 1)?.version).toBe(1);
  });

  it('answers nothing for unknown types, versions and names of Object.prototype', () => {
    expect(catalogue.lookup('c-node')).toBeUndefined();
    expect(catalogue.lookup('a-node', 9)).toBeUndefined();
    expect(catalogue.lookup('constructor')).toBeUndefined();
    expect(catalogue.lookup('__proto__')).toBeUndefined();
  });

  it('hands out the implementation that belongs to the version', async () => {
    const run = catalogue.implementation('system/b', 1).run;
    expect(await run({} as never, {} as never)).toMatchObject({ ports: { main: 1 } });
  });

  it('says which implementation is missing', () => {
    expect(() => catalogue.implementation('a-node', 3)).toThrow('a-node version 3');
  });

  it('lists all versions in a stable order and the newest of each type', () => {
    expect(catalogue.all().map(({ type, version }) => `${type}@${version}`)).toEqual([
      'a-node@1',
      'b-node@1',
      'b-node@2',
    ]);
    expect(catalogue.newest().map(({ type, version }) => `${type}@${version}`)).toEqual(['a-node@1', 'b-node@2']);
    expect(catalogue.typeCount).toBe(2);
  });

  it('refuses two nodes of one type and version, and two nodes of one name', () => {
    expect(() => new NodeCatalogue([node('a-node'), node('a-node')])).toThrow('a-node version 1');
    expect(() => new NodeCatalogue([node('a-node'), node('b-node', 1, ['a-node'])])).toThrow('the name a-node');
  });
});
