import { brokenJson } from './broken-json';

it('tells where a text stops being JSON', () => {
  expect(brokenJson('{\n  "nodes": [}')).toBe(
    'This looks like JSON, but it is broken. Line 2, column 13: expected a value.',
  );
  expect(brokenJson('{"kind":"wf/nodes@1","nodes":[')).toContain('it is broken. Line 1');
});

it.each(['{"a":1}', '[]', 'curl https://a.io', 'words', '', '"{'])('says nothing of %s', (text) => {
  expect(brokenJson(text)).toBeUndefined();
});
