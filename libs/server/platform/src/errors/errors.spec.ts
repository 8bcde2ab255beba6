import { NotFoundException } from '@nestjs/common';
import { describeDatabaseError, isDatabaseUnavailable } from './database-error';
import { conflict, DomainError, forbidden, invalid, limitExceeded, notFound, unauthenticated } from './domain-error';
import { publicErrorOf } from './public-error';

describe('errors', () => {
  it.each([
    [notFound('A', 'm'), 404],
    [conflict('A', 'm'), 409],
    [invalid('A', 'm'), 400],
    [unauthenticated(), 401],
    [forbidden(), 403],
    [limitExceeded('A', 'm'), 422],
    [limitExceeded('A', 'm', { status: 413 }), 413],
  ])('have the status that fits: %s', (error, status) => {
    expect(error).toMatchObject({ status, fault: 'user' });
    expect(publicErrorOf(error)).toEqual({ status, code: error.code, message: error.message, isBug: false });
  });

  it.each([
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('terminating'), { code: '57P01' }),
    Object.assign(new Error('starting up'), { code: '57P03' }),
    Object.assign(new Error('conn'), { code: '08006' }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    { driverError: Object.assign(new Error('wrapped by TypeORM'), { code: 'ECONNRESET' }) },
    new AggregateError([
      Object.assign(new Error('v6'), { code: 'ECONNREFUSED' }),
      Object.assign(new Error('v4'), { code: 'ECONNREFUSED' }),
    ]),
  ])('know that the database is away: %s', (error) => {
    expect(describeDatabaseError(error)).toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      status: 503,
      fault: 'transient',
      cause: error,
    });
    expect(publicErrorOf(error)).toMatchObject({ status: 503, retryAfterSeconds: 2, isBug: false });
  });

  it.each([
    Object.assign(new Error('invalid byte sequence'), { code: '22021' }),
    { driverError: Object.assign(new Error('unsupported Unicode escape sequence'), { code: '22P05' }) },
    Object.assign(new Error('invalid input syntax for type json'), {
      code: '22P02',
      detail: 'Unicode low surrogate must follow a high surrogate.',
    }),
  ])('tell the sender of a text that cannot be kept: %s', (error) => {
    expect(publicErrorOf(error)).toMatchObject({ status: 400, code: 'TEXT_NOT_STORABLE', isBug: false });
    expect(isDatabaseUnavailable(error)).toBe(false);
  });

  it.each([
    null,
    undefined,
    'ECONNREFUSED',
    new Error('syntax'),
    Object.assign(new Error('unique'), { code: '23505' }),
    Object.assign(new Error('invalid input syntax for type json'), { code: '22P02', detail: 'Token "x" is invalid.' }),
    new AggregateError([]),
  ])('do not blame the database for %s', (error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
    expect(describeDatabaseError(error)).toBe(error);
    expect(publicErrorOf(error)).toMatchObject({ status: 500, code: 'INTERNAL', isBug: true });
  });

  it('show nothing of a bug, whatever it says', () => {
    const bug = new DomainError({ code: 'X', status: 500, message: 'secret', fault: 'bug', details: 'secret' });
    expect(JSON.stringify(publicErrorOf(bug))).not.toContain('secret');
  });

  it('of Nest get a code by their status', () => {
    expect(publicErrorOf(new NotFoundException('Cannot GET /x'))).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
      message: 'Cannot GET /x',
    });
  });
});
