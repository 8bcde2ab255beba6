import { Passwords } from './passwords';

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

  it('works as long for an unknown account as for a known one', async () => {
    const hash = await passwords.hash('correct horse');
    await passwords.verify(null, 'warm up');
    const time = async (known: string | null): Promise<number> => {
      const startedAt = performance.now();
      for (let i = 0; i < 5; i += 1) await passwords.verify(known, 'wrong');
      return performance.now() - startedAt;
    };
    const [unknown, wrong] = [await time(null), await time(hash)];
    expect(unknown).toBeGreaterThan(wrong / 4);
  });

  it('refuses to hash megabytes of password', async () => {
    const startedAt = performance.now();
    expect(await passwords.verify(await passwords.hash('x'), 'x'.repeat(50_000_000))).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it('turns people away rather than queueing without end', async () => {
    const crowd = await Promise.allSettled(Array.from({ length: 215 }, () => passwords.hash('x')));
    const refused = crowd.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(11);
    expect(refused[0]).toMatchObject({ reason: { code: 'TOO_BUSY', status: 503, retryAfterSeconds: 2 } });
    expect(await passwords.verify(await passwords.hash('y'), 'y')).toBe(true);
  });
});
