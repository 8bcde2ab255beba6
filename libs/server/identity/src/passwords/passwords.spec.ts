import { verify } from '@node-rs/argon2';
import { Passwords } from './passwords';

/** The real one, counted. */
jest.mock('@node-rs/argon2', () => {
  const actual = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  return { ...actual, verify: jest.fn(actual.verify) };
});

describe('Passwords', () => {
  const passwords = new Passwords();

  it('takes the right password and no other', async () => {
    const hash = await passwords.hash('correct horse');
    expect(await passwords.verify(hash, 'correct horse')).toBe(true);
    expect(await passwords.verify(hash, 'correct horsf')).toBe(false);
    expect(await passwords.verify(hash, '')).toBe(false);
  });

  it('salts: the same password has another hash each time', async () => {
    expect(await passwords.hash('x')).not.toBe(await passwords.hash('x'));
  });

  it('does the same work for an unknown account as for a known one', async () => {
    const hash = await passwords.hash('correct horse');
    const checks = async (known: string | null): Promise<number> => {
      jest.mocked(verify).mockClear();
      expect(await passwords.verify(known, 'wrong')).toBe(false);
      return jest.mocked(verify).mock.calls.length;
    };
    expect([await checks(null), await checks(hash)]).toEqual([1, 1]);
  });

  it('refuses to hash megabytes of password', async () => {
    const hash = await passwords.hash('x');
    jest.mocked(verify).mockClear();
    expect(await passwords.verify(hash, 'x'.repeat(50_000_000))).toBe(false);
    expect(verify).not.toHaveBeenCalled();
  });

  it('turns people away rather than queueing without end', async () => {
    const crowd = await Promise.allSettled(Array.from({ length: 215 }, () => passwords.hash('x')));
    const refused = crowd.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(11);
    expect(refused[0]).toMatchObject({ reason: { code: 'TOO_BUSY', status: 503, retryAfterSeconds: 2 } });
    expect(await passwords.verify(await passwords.hash('y'), 'y')).toBe(true);
  });
});
