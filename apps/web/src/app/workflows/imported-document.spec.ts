import { MOST_BYTES, readImport } from './imported-document';

const messageOf = (text: string): string => {
  const read = readImport(text);
  return read.kind === 'broken' ? read.message : read.kind;
};

it('reads a document with its name and size', () => {
  expect(readImport('{"name":"A","nodes":[{},{}],"edges":[]}')).toMatchObject({
    kind: 'read',
    name: 'A',
    nodeCount: 2,
  });
  expect(readImport('{"nodes":[]}')).toMatchObject({ kind: 'read', name: '' });
});

it('says nothing about nothing', () => {
  expect(readImport(' \n ')).toEqual({ kind: 'none' });
});

it('says where JSON is broken', () => {
  expect(messageOf('{\n  "name": "A",\n  nodes: []\n}')).toBe('This is not JSON: look at line 3, column 3.');
});

it.each([
  ['[]', /JSON object/],
  ['42', /JSON object/],
  ['{"name":"A"}', /list of nodes/],
  ['{"nodes":[],"connections":{}}', /n8n/],
])('says what %s is instead', (text, message) => {
  expect(messageOf(text)).toMatch(message);
});

it('refuses what the server would refuse for its size', () => {
  expect(messageOf(`"${'x'.repeat(MOST_BYTES)}"`)).toContain('larger than 4 MB');
});
