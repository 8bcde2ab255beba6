import { DatabaseClock } from './database-clock';
import { DueAlarms } from './due-alarms';

let clock: DatabaseClock;
let rung: (readonly string[])[];
let alarms: DueAlarms;

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
  clock = new DatabaseClock(() => Date.now());
  clock.observe(0);
  rung = [];
  alarms = new DueAlarms(clock, (ids) => rung.push(ids));
});
afterEach(() => jest.useRealTimers());

it('rings when a run falls due and not before', () => {
  alarms.set('a', 100);
  jest.advanceTimersByTime(99);
  expect(rung).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(rung).toEqual([['a']]);
});

it('rings once for runs that fall due together, and later for later ones', () => {
  alarms.set('late', 300);
  alarms.set('a', 100);
  alarms.set('b', 100);
  jest.advanceTimersByTime(100);
  expect(rung).toEqual([['a', 'b']]);
  jest.advanceTimersByTime(200);
  expect(rung).toEqual([['a', 'b'], ['late']]);
});

it('leaves what is far away to the sweeper', () => {
  alarms.set('far', 700_000);
  jest.advanceTimersByTime(800_000);
  expect(rung).toEqual([]);
});

it('keeps quiet after it was cleared', () => {
  alarms.set('a', 100);
  alarms.clear();
  jest.advanceTimersByTime(1_000);
  expect(rung).toEqual([]);
});
