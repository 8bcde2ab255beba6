import { requestLines, withoutName } from './request-lines';

it('an HTTP call is told as a request', () => {
  const call = { method: 'post', url: 'https://x.test/a', headers: { accept: 'a/b', 'x-n': 1 }, body: { a: 1 } };
  expect(requestLines(call)).toEqual({
    first: 'POST https://x.test/a',
    headers: [
      ['accept', 'a/b'],
      ['x-n', '1'],
    ],
    body: '{\n  "a": 1\n}',
  });
  expect(requestLines({ url: 'https://x.test' })).toEqual({ first: 'GET https://x.test', headers: [] });
  expect(requestLines({ url: 'https://x.test', body: 'plain', headers: 'none' })).toMatchObject({
    body: 'plain',
    headers: [],
  });
});

it('what is no HTTP call is told by its parameters', () => {
  expect(requestLines({ action: 'publish', name: 'x' })).toEqual({
    first: '',
    headers: [],
    body: '{\n  "action": "publish",\n  "name": "x"\n}',
  });
  expect(requestLines({ kind: 'node', params: { name: 'x' } })).toMatchObject({ body: '{\n  "name": "x"\n}' });
  expect([requestLines('sends'), requestLines(null)]).toEqual([
    { first: 'sends', headers: [] },
    { first: '', headers: [] },
  ]);
});

it('the name of a step that stands before a text is not said twice', () => {
  expect(withoutName('“Call” failed: no.', 'Call')).toBe('Failed: no.');
  expect(withoutName('The worker of “Call” died; it runs again', 'Call')).toBe(
    'The worker of “Call” died; it runs again',
  );
  expect(withoutName('“Call” waits', 'Other')).toBe('“Call” waits');
});
