import { effectiveRetention, isLimited } from './retention-limits';

it('takes the nearest that says anything, as a whole', () => {
  expect(effectiveRetention({ days: 3 }, { runs: 5 }, { days: 90 })).toEqual({
    limits: { days: 3 },
    source: 'workflow',
  });
  expect(effectiveRetention(undefined, { days: null, runs: 5, bytes: '2000000' }, { days: 90 })).toEqual({
    limits: { runs: 5, bytes: 2_000_000 },
    source: 'workspace',
  });
  expect(effectiveRetention({}, null, { days: 90, runs: 0 })).toEqual({ limits: { days: 90 }, source: 'instance' });
});

it('keeps everything when nobody says anything', () => {
  const { limits } = effectiveRetention(null, null, { days: 0, runs: 0 });
  expect([limits, isLimited(limits), isLimited({ days: 1 })]).toEqual([{}, false, true]);
});

it('takes nonsense in a document for no limit', () => {
  expect(effectiveRetention({ days: -1, runs: Number.NaN }, null, {}).limits).toEqual({});
});
