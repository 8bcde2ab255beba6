import { IdentityRig, type Person } from '../testing/identity-rig';

let rig: IdentityRig;
let someone: Person;

beforeAll(async () => {
  rig = await IdentityRig.start({ RATE_LIMIT_LOGIN_PER_MINUTE: '10000', TRUST_PROXY: '1' });
  someone = await rig.signUp();
});
beforeEach(async () => {
  await rig.rows('delete from sign_in_failure');
  // As if everybody had signed in from elsewhere only.
  await rig.rows('update session set address = null');
});
afterAll(() => rig.stop());

const login = (email: string, password: string, from = '192.0.2.1') =>
  rig.post('/api/auth/login', { email, password }).set('x-forwarded-for', from);
const guess = async (email: string, times: number, from: (i: number) => string): Promise<number[]> => {
  const statuses = [];
  for (let i = 0; i < times; i += 1) statuses.push((await login(email, `guess ${i}`, from(i))).status);
  return statuses;
};
/** Ten failures begin a pause of a second: made longer, so that slow machines do not outwait it. */
const guessTenTimes = async (email: string): Promise<number[]> => {
  const statuses = await guess(email, 10, everywhere);
  await rig.rows(`update sign_in_failure set blocked_until = blocked_until + interval '1 hour'`);
  return [...statuses, ...(await guess(email, 2, everywhere))];
};
const everywhere = (i: number): string => `198.51.100.${i}`;

describe('those who guess', () => {
  it('have to wait after ten failures for one account, from wherever they come', async () => {
    const statuses = await guessTenTimes(someone.email);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    const refused = await login(someone.email, someone.password, '203.0.113.9').expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('have to wait for unknown accounts just as for known ones', async () => {
    const unknown = rig.address('unknown');
    expect(await guessTenTimes(unknown)).toEqual(await guessTenTimes(someone.email));
  });

  it('have to wait twice as long each time, up to a quarter of an hour', async () => {
    const waits: number[] = [];
    for (let i = 0; i < 26; i += 1) {
      await login(someone.email, 'a guess', everywhere(i)).expect(401);
      const [row] = await rig.rows<{ wait: number | null }>(
        `select round(extract(epoch from blocked_until - last_at))::int as wait from sign_in_failure where key like 'account:%'`,
      );
      if (row?.wait) waits.push(row.wait);
      await rig.rows(
        `update sign_in_failure set blocked_until = now() - interval '1 second' where blocked_until is not null`,
      );
    }
    expect(waits.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(waits.at(-1)).toBe(900);
  });

  it('have to wait after fifty failures from one address, for whatever account', async () => {
    await rig.rows(`insert into sign_in_failure (key, failures) values ('address:192.0.2.7', 50)`);
    await login(rig.address(), 'a guess', '192.0.2.7').expect(401);
    await login(rig.address(), 'a guess', '192.0.2.7').expect(429);
    await login(someone.email, someone.password, '192.0.2.8').expect(200);
  });

  it('do not hide guesses behind an account of their own', async () => {
    await rig.rows(`insert into sign_in_failure (key, failures) values ('address:192.0.2.7', 40)`);
    for (let i = 0; i < 5; i += 1) {
      await login(rig.address(), 'a guess', '192.0.2.7').expect(401);
      await login(someone.email, someone.password, '192.0.2.7').expect(200);
    }
    expect(await rig.rows(`select failures from sign_in_failure where key = 'address:192.0.2.7'`)).toEqual([
      { failures: 45 },
    ]);
  });

  it('cannot lock somebody out of the place from which they have signed in before', async () => {
    await login(someone.email, someone.password, '203.0.113.5').expect(200);
    expect((await guessTenTimes(someone.email)).at(-1)).toBe(429);
    await login(someone.email, someone.password, '203.0.113.5').expect(200);
  });

  it('cannot guess many at once instead of one after another', async () => {
    const since = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => login(someone.email, `guess ${i}`, everywhere(i))),
    );
    // Pauses of 1, 2, 4 … seconds: on a slow machine some are over meanwhile.
    const pausesOver = Math.floor(Math.log2((performance.now() - since) / 1_000 + 1));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10 + pausesOver);
  });

  it('start anew an hour later, and their traces are deleted', async () => {
    await guessTenTimes(someone.email);
    await rig.rows(
      `update sign_in_failure set last_at = now() - interval '2 hours', blocked_until = now() - interval '1 hour'`,
    );
    await login(someone.email, 'a guess').expect(401);
    expect(await rig.rows(`select failures from sign_in_failure where key like 'account:%'`)).toEqual([
      { failures: 1 },
    ]);
  });

  it('who look for addresses with an account by signing up have to wait as well', async () => {
    const ask = () =>
      rig
        .post('/api/auth/register', { email: someone.email, password: 'long enough' })
        .set('x-forwarded-for', '192.0.2.20');
    await ask().expect(409);
    await rig.rows(`update sign_in_failure set failures = 49 where key = 'sign-up:192.0.2.20'`);
    await ask().expect(409);
    await rig.rows(`update sign_in_failure set blocked_until = blocked_until + interval '1 hour'`);
    await ask().expect(429);
  });
});
