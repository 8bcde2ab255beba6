import type { Json } from '@millrace/workflow-model';
import { ExpressionError } from './expression-error';
import { compileParam, evaluateJsonText, evaluateParam } from './param';
import { scopeOf } from './scope';

const scope = scopeOf(
  {
    google_form: { responses: { email: 'ada@example.org' } },
    FetchData: {
      success: true,
      data: { title: 'Hello', count: 3, success: 'inner', items: [{ name: 'a' }, { name: 'b' }] },
    },
    GetUUID: { success: true, data: { uuid: '6f1c' } },
    'node-1': { success: true, data: { x: [1, 2] } },
    trigger: { token: 's3"cret\\', inputField: 7, html: '<b>&</b>', tag: '{{trigger.token}}', none: null, empty: [] },
  },
  { envelopes: ['FetchData', 'GetUUID', 'node-1'] },
);
const evaluate = (param: Json): Json => compileParam(param).evaluate(scope);

function failure(param: Json): ExpressionError {
  try {
    evaluate(param);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

describe('the templates of the contract', () => {
  it.each<[string, Json]>([
    ['{{ google_form.responses.email }}', 'ada@example.org'],
    ['{{FetchData.title}}', 'Hello'],
    ['{{FetchData.data.title}}', 'Hello'],
    ['{{FetchData.success}}', true],
    ['{{FetchData.data.success}}', 'inner'],
    ['{{FetchData.items.0.name}}', 'a'],
    ['{{FetchData.items[1].name}}', 'b'],
    ['{{trigger.inputField}}', 7],
    ['UUID generated: {{GetUUID.data.uuid}}', 'UUID generated: 6f1c'],
    ['{{node-1.data.x}}', [1, 2]],
    ['{{ Fetch Data.title }}', 'Hello'],
    ['{{FetchData.items.length}}', 2],
  ])('%s', (template, expected) => {
    expect(evaluate(template)).toEqual(expected);
  });

  it('fills JSON text in after it was parsed', () => {
    const headers = '{"Authorization": "Bearer {{trigger.token}}"}';
    expect(evaluateJsonText(headers, scope)).toEqual({ Authorization: 'Bearer s3"cret\\' });
    expect(JSON.parse(evaluate(headers) as string)).toEqual({ Authorization: 'Bearer s3"cret\\' });
  });
});

it('reports the path', () => {
  expect(failure({ a: ['{{FetchData.data.titel}}'] })).toMatchObject({
    code: 'PATH_NOT_FOUND',
    path: ['a', 0],
    range: { start: 2, end: 22 },
    message:
      '"FetchData.data.titel" was not found: "FetchData.data" has no "titel". Did you mean "title"? Available: title, count, success, items.',
  });
  expect(failure('{{FetchDta.x}}').message).toContain('Did you mean "FetchData"?');
  expect(evaluateParam('{{trigger.tag}}', scope)).toBe('{{trigger.token}}');
});
