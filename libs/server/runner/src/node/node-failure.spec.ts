import { NodeError } from '@millrace/node-sdk';
import { SecretMask } from '@millrace/server-credentials';
import { DomainError, Logger, describeDatabaseError } from '@millrace/server-platform';
import { failureOf } from './node-failure';

const failure = (thrown: unknown) => failureOf(thrown, Logger.silent(), {}, new SecretMask());
const away = describeDatabaseError(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })) as DomainError;

describe('the failure of a node', () => {
  it('is an outage when our own database is away: no run fails because Postgres restarts', () => {
    expect(failure(away)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', fault: 'transient', outage: true });
  });

  it('is an outage too when the node asked for something that needs our database', () => {
    const error = new NodeError({ code: away.code, fault: 'transient', message: away.message }, { cause: away });
    expect(failure(error)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', outage: true });
  });

  it('is none when what the node calls is away', () => {
    const refused = new NodeError({ code: 'HTTP_CONNECTION', fault: 'transient', message: 'It is away.' });
    expect(failure(refused)).not.toHaveProperty('outage');
    expect(
      failure(new DomainError({ code: 'DATABASE_TIMEOUT', status: 503, message: 'Slow.', fault: 'transient' })),
    ).toEqual({
      code: 'DATABASE_TIMEOUT',
      fault: 'transient',
      message: 'Slow.',
    });
  });

  it('hides what is inside of an error of ours', () => {
    const { code, message } = failure(new TypeError('inside'));
    expect(code).toBe('NODE_CRASHED');
    expect(message).not.toContain('inside');
  });
});
