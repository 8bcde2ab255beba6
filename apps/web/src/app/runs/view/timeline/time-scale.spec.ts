import { foldedScale, idleWithin, linearScale, ticksOf } from './time-scale';

const whole = { startMs: 1_000, endMs: 101_000 };

describe('a straight axis', () => {
  it('puts times where they are and takes places back', () => {
    const scale = linearScale(whole);
    expect(scale.at(51_000)).toBe(0.5);
    expect(scale.timeAt(0.25)).toBe(26_000);
  });

  it('keeps what is outside at its ends', () => {
    expect(linearScale(whole).at(0)).toBe(0);
    expect(linearScale(whole).at(1e9)).toBe(1);
  });
});

describe('idle time', () => {
  it('is what no busy stretch covers, also when they overlap', () => {
    const busy = [
      { startMs: 2_000, endMs: 4_000 },
      { startMs: 1_000, endMs: 3_000 },
      { startMs: 90_000, endMs: 200_000 },
    ];
    expect(idleWithin(whole, busy)).toEqual([{ startMs: 4_000, endMs: 90_000 }]);
  });

  it('is everything when nothing is busy', () => {
    expect(idleWithin(whole, [])).toEqual([whole]);
  });
});

describe('a folded axis', () => {
  const busy = [
    { startMs: 1_000, endMs: 3_000 },
    { startMs: 99_000, endMs: 101_000 },
  ];

  it('gives idle time a narrow band and the rest the room', () => {
    const scale = foldedScale(whole, busy);
    expect(scale.gaps).toHaveLength(1);
    expect((scale.gaps[0]?.to ?? 0) - (scale.gaps[0]?.from ?? 0)).toBeCloseTo(0.035);
    expect(scale.at(3_000)).toBeCloseTo(0.4825);
    expect(scale.at(1_000)).toBe(0);
    expect(scale.at(101_000)).toBe(1);
  });

  it('never goes backwards, and finds times again', () => {
    const scale = foldedScale(whole, busy);
    const places = [1_000, 2_000, 3_000, 50_000, 99_000, 100_000, 101_000].map(scale.at);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(scale.timeAt(scale.at(100_000))).toBeCloseTo(100_000);
  });

  it('stays straight when little is idle, or idle for less than a second', () => {
    expect(foldedScale(whole, [{ startMs: 1_000, endMs: 99_000 }]).gaps).toEqual([]);
    expect(foldedScale({ startMs: 0, endMs: 1_200 }, [{ startMs: 900, endMs: 1_200 }]).gaps).toEqual([]);
  });
});

describe('marks of the axis', () => {
  it('are round times from the start on, not more than asked for', () => {
    const ticks = ticksOf(linearScale({ startMs: 0, endMs: 613 }), 7);
    expect(ticks.map(({ afterMs }) => afterMs)).toEqual([0, 100, 200, 300, 400, 500, 600]);
  });

  it('leave folded time out', () => {
    const scale = foldedScale(whole, [
      { startMs: 1_000, endMs: 3_000 },
      { startMs: 99_000, endMs: 101_000 },
    ]);
    const [gap] = scale.gaps;
    expect(
      ticksOf(scale, 7).every(({ place }) => place <= (gap?.from ?? 0) + 1e-9 || place >= (gap?.to ?? 0) - 1e-9),
    ).toBe(true);
  });
});
