import type { Decision, Vote } from '../approval';
import { counted, tally } from './tally';
import { payloadDiff } from './payload-diff';

const vote = (decision: Decision, payloadVersion = 1): Vote => ({
  ...{ person: 'user:x', decision, payloadVersion, reason: null, diff: null, via: 'app', at: new Date(0) },
});
const rules = { quorum: 2, rejectQuorum: 1, payloadVersion: 1 };

describe('the tally', () => {
  it('needs as many as the quorum says', () => {
    expect(tally([vote('approved')], rules)).toBeUndefined();
    expect(tally([vote('approved'), vote('approved')], rules)).toBe('approved');
  });

  it('lets enough refusals win, also against enough consent', () => {
    expect(tally([vote('approved'), vote('rejected')], rules)).toBe('rejected');
    expect(tally([vote('rejected')], { ...rules, rejectQuorum: 2 })).toBeUndefined();
    expect(tally([vote('approved'), vote('approved'), vote('rejected')], rules)).toBe('rejected');
  });

  it('does not count consent to another payload, but refusals of any', () => {
    const votes = [vote('approved', 1), vote('rejected', 1), vote('approved', 2)];
    expect(counted(votes, { payloadVersion: 2 })).toEqual([votes[1], votes[2]]);
    expect(tally([vote('approved', 1), vote('approved', 2)], { ...rules, payloadVersion: 2 })).toBeUndefined();
  });
});

describe('the difference of payloads', () => {
  it('names what was changed, added and taken out', () => {
    const before = { same: 1, list: [{ a: 1 }, 2], gone: true, deep: { 'odd name': 'x' } };
    const after = { same: 1, list: [{ a: 2 }, 2], deep: { 'odd name': 'y' }, fresh: null };
    expect(payloadDiff(before, after)).toEqual([
      { path: 'list[0].a', before: 1, after: 2 },
      { path: 'gone', before: true },
      { path: 'deep["odd name"]', before: 'x', after: 'y' },
      { path: 'fresh', after: null },
    ]);
  });

  it('shows lists of another length, and other types, as a whole', () => {
    expect(payloadDiff({ a: [1] }, { a: [1, 2] })).toEqual([{ path: 'a', before: [1], after: [1, 2] }]);
    expect(payloadDiff({ a: 1 }, [1])).toEqual([{ path: '', before: { a: 1 }, after: [1] }]);
    expect(payloadDiff({ a: { b: 1 }, c: [{}] }, { c: [{}], a: { b: 1 } })).toEqual([]);
  });

  it('ends somewhere', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`k${index}`, index]));
    expect(payloadDiff(many, {})).toHaveLength(200);
  });
});
