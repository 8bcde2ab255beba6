import { RateLimiterMemory } from 'rate-limiter-flexible';
import { LeasedLimit } from './leased-limit';

class Counting extends RateLimiterMemory {
  asked = 0;
  override consume(key: string | number, points?: number) {
    this.asked += 1;
    return super.consume(key, points);
  }
}

describe('a leased limit', () => {
  it('asks once for many calls, also when they come at once', async () => {
    const store = new Counting({ points: 100, duration: 60 });
    const limit = new LeasedLimit(store, 10);
    await Promise.all(Array.from({ length: 25 }, () => limit.consume('a')));
    expect(store.asked).toBe(3);
  });

  it('tells how long to wait when all is spent', async () => {
    const limit = new LeasedLimit(new RateLimiterMemory({ points: 2, duration: 60 }), 1);
    expect(await limit.consume('a')).toBe(0);
    expect(await limit.consume('a')).toBe(0);
    const waitMs = await limit.consume('a');
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
  });

  it('does not spend after the window what it took in it', async () => {
    let now = 0;
    const store = new Counting({ points: 100, duration: 60 });
    const limit = new LeasedLimit(store, 50, () => now);
    await limit.consume('a');
    now = 61_000;
    await limit.consume('a');
    expect(store.asked).toBe(2);
  });
});
