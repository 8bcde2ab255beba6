import { MOST_BYTES, readImport } from './imported-document';

const messageOf = async (text: string): Promise<string> => {
  const read = await readImport(text);
  return read.kind === 'broken' ? read.message : read.kind;
};

it('reads a document with its name and size', async () => {
  expect(await readImport('{"name":"A","nodes":[{},{}],"edges":[]}')).toMatchObject({
    kind: 'read',
    name: 'A',
    nodeCount: 2,
  });
  expect(await readImport('{"nodes":[]}')).toMatchObject({ kind: 'read', name: '' });
});

it('reads YAML as well', async () => {
  expect(await readImport('# mine\nname: A\nnodes:\n  - id: x\nedges: []\n')).toEqual({
    kind: 'read',
    name: 'A',
    nodeCount: 1,
    document: { name: 'A', nodes: [{ id: 'x' }], edges: [] },
  });
});

it('says nothing about nothing', async () => {
  expect(await readImport(' \n ')).toEqual({ kind: 'none' });
});

it('says where JSON is broken', async () => {
  expect(await messageOf('{\n  "name": "A",\n  nodes: []\n}')).toBe('This is not JSON: look at line 3, column 3.');
});

it('says where YAML is broken', async () => {
  expect(await messageOf('name: A\n\tnodes: []\n')).toMatch(/^This is not YAML: .*line 2/);
});

it.each([
  ['[]', /an object/],
  ['42', /an object/],
  ['just words', /an object/],
  ['{"name":"A"}', /list of nodes/],
  ['name: A', /list of nodes/],
  ['{"nodes":[],"connections":{}}', /n8n/],
])('says what %s is instead', async (text, message) => {
  expect(await messageOf(text)).toMatch(message);
});

it('refuses what the server would refuse for its size', async () => {
  expect(await messageOf(`"${'x'.repeat(MOST_BYTES)}"`)).toContain('larger than 4 MB');
});
