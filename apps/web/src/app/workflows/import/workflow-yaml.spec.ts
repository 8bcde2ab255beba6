import { readYaml, writeYaml } from './workflow-yaml';

const document = {
  name: 'Orders: "new"',
  nodes: [{ id: 'a', config: { code: 'if (x) {\n  return 1;\n}\n', on: 'yes', zip: '0123', empty: '', none: null } }],
  edges: [],
};

it('gives back what was written, texts that look like something else included', () => {
  expect(readYaml(writeYaml(document))).toEqual({ value: document });
  const odd = { values: ['true', 'null', '12', '1e3', '~', '- x', '# no comment', 'a: b', ' space ', '2026-11-20'] };
  expect(readYaml(writeYaml(odd))).toEqual({ value: odd });
});

it('writes code as it is, line by line', () => {
  expect(writeYaml(document)).toContain('code: |\n');
});

it('writes values that are used twice in full', () => {
  const shared = { retry: 3 };
  expect(writeYaml({ a: shared, b: shared })).toBe('a:\n  retry: 3\nb:\n  retry: 3\n');
});

it('says what is wrong, and where', () => {
  const read = readYaml('name: Orders\nnodes: [\n');
  expect('message' in read && read.message).toMatch(/^This is not YAML: .*look at line \d+, column \d+$/);
});

it('refuses a key that is there twice', () => {
  const read = readYaml('name: A\nname: B\n');
  expect('message' in read && read.message).toContain('look at line 2');
});

it('refuses several documents in one text', () => {
  const read = readYaml('name: A\n---\nname: B\n');
  expect('message' in read && read.message).toContain('several YAML documents');
});

it('does not blow up what repeats itself', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let n = 1; n < 9; n += 1)
    lines.push(
      `a${n}: &a${n} [${Array(10)
        .fill(`*a${n - 1}`)
        .join(', ')}]`,
    );
  const read = readYaml(lines.join('\n'));
  expect('message' in read && read.message).toContain('anchors');
});

it('makes no object of a text that names a type', () => {
  expect(readYaml('when: 2026-11-20\n')).toEqual({ value: { when: '2026-11-20' } });
});
