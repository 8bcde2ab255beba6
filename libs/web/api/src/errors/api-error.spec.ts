import { accepted, ApiError, apiErrorOf, fromHttp, fromSocket, MutationRefused } from './api-error';

const failure = {
  __typename: 'UserError' as const,
  code: 'NAME_TAKEN',
  message: 'Choose another name.',
  path: ['name'],
};

it('an error of GraphQL keeps its reason, its category and when to try again', () => {
  const error = fromSocket([
    {
      message: 'Too many requests.',
      extensions: { code: 'LIMIT_EXCEEDED', reason: 'RATE_LIMITED', retryAfterSeconds: 3, details: { limit: 5 } },
    },
  ]);
  expect(error).toMatchObject({
    code: 'RATE_LIMITED',
    category: 'LIMIT_EXCEEDED',
    message: 'Too many requests.',
    details: { limit: 5 },
    retryAfterSeconds: 3,
    isTransient: true,
  });
});

it('a server that does not answer is told apart from a bug in the page', () => {
  expect(apiErrorOf(new TypeError('Failed to fetch'))).toMatchObject({ category: 'NETWORK', isTransient: true });
  expect(apiErrorOf(new Error('undefined is not a function'))).toMatchObject({
    code: 'UNEXPECTED',
    isTransient: false,
  });
});

it('an answer that is no GraphQL answer is read as far as it can be', () => {
  expect(fromHttp(413, '{"error":{"code":"BODY_TOO_LARGE","message":"Too large."}}')).toMatchObject({
    code: 'BODY_TOO_LARGE',
    message: 'Too large.',
    category: 'LIMIT_EXCEEDED',
  });
  expect(fromHttp(502, '<html>Bad gateway</html>')).toMatchObject({ code: 'HTTP_502', category: 'UNAVAILABLE' });
});

it('an answer of GraphQL with a status of failure says why, and when to try again', () => {
  const body = JSON.stringify({
    data: null,
    errors: [
      {
        message: 'Too many requests. Try again in 7 s.',
        extensions: { code: 'LIMIT_EXCEEDED', reason: 'RATE_LIMITED', retryAfterSeconds: 7 },
      },
    ],
  });
  const error = fromHttp(429, body);
  expect(error).toMatchObject({ code: 'RATE_LIMITED', category: 'LIMIT_EXCEEDED', retryAfterSeconds: 7 });
  expect(error.message).toBe('Too many requests. Try again in 7 s.');
});

it('an error that is one already stays as it is', () => {
  const error = new ApiError({ code: 'X', message: 'x', category: 'INTERNAL' });
  expect(apiErrorOf(error)).toBe(error);
});

it('a payload with failures is refused by its first one, and keeps the fields of all', () => {
  const conflict = {
    ...failure,
    __typename: 'WorkflowConflict' as const,
    currentRevision: 7,
    savedAt: '',
    savedBy: '',
  };
  const refused = (): unknown => accepted({ errors: [failure, conflict] });
  expect(refused).toThrow(MutationRefused);
  expect(refused).toThrow('Choose another name.');
  expect(new MutationRefused([failure, conflict]).failure('WorkflowConflict')?.currentRevision).toBe(7);
  expect(accepted({ errors: [], id: 1 })).toEqual({ errors: [], id: 1 });
});
