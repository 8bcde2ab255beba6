import { documentWith, fileNameOf } from './new-documents';

const definition = (trigger: boolean) => ({ type: 'x', version: 2, title: 'X', traits: { trigger } });

it('a trigger begins a workflow itself, another node stands behind a manual trigger', () => {
  expect(documentWith(definition(true))).toMatchObject({
    nodes: [{ type: 'x', typeVersion: 2, label: 'X' }],
    edges: [],
  });
  expect(documentWith(definition(false))).toMatchObject({
    nodes: [{ type: 'manual-trigger' }, { type: 'x' }],
    edges: [{ source: 'n0', target: 'n1' }],
  });
});

it.each([
  ['Nightly order report', 'nightly-order-report.json'],
  ['  Über/große “Pläne” ', 'uber-große-plane.json'],
  ['注文', '注文.json'],
  ['../../etc/passwd', 'etc-passwd.json'],
  ['***', 'workflow.json'],
])('“%s” goes into %s', (name, file) => {
  expect(fileNameOf(name, '.json')).toBe(file);
});
