import { approvalIn, payloadOf } from './answer';

it('an approval is recognised by its kind', () => {
  expect(approvalIn({ kind: 'approval', message: 'Pay?', details: { sum: 1 } })).toEqual({
    message: 'Pay?',
    details: { sum: 1 },
  });
  expect(approvalIn({ kind: 'approval' })).toEqual({ message: '' });
  expect(approvalIn({ kind: 'form' })).toBeUndefined();
  expect(approvalIn(undefined)).toBeUndefined();
  expect(approvalIn(['approval'])).toBeUndefined();
});

it('a payload is JSON, or nothing', () => {
  expect(payloadOf(' ')).toEqual({ value: null });
  expect(payloadOf('{"a":1}')).toEqual({ value: { a: 1 } });
  expect(payloadOf('{a').error).toMatch(/^This is no JSON yet/);
});
