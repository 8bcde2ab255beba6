import type { History } from '../history';
import { effectsCarryOneKeyEach } from './effects';
import { indexHistory, type IndexedHistory } from './index-history';
import { limitsHold, nothingIsLeftBehind, onlyTheHolderWrites } from './leases';
import {
  logsAreWhole,
  nobodyWakesEarly,
  nothingBeginsAfterTheEnd,
  resultsAreRecordedOnce,
  startsAreAnswered,
} from './log';
import { logsAreClean, ordersAreObeyed, resultsAreRight } from './results';
import {
  acknowledgedRunsExistOnce,
  childrenAreStartedOnce,
  eventsStartRunsOnce,
  schedulesFireOnceAndMissNothing,
} from './starts';

/** What must hold, by name; each answers the breaches that it finds. */
export const INVARIANTS: Readonly<Record<string, (history: IndexedHistory) => string[]>> = {
  'I1 acknowledged starts are runs, one each': acknowledgedRunsExistOnce,
  'I2 one result for each node in each turn': resultsAreRecordedOnce,
  'I3 what began has an end': startsAreAnswered,
  'I4 nothing begins after the end': nothingBeginsAfterTheEnd,
  'I5 one idempotency key for each effect': effectsCarryOneKeyEach,
  'I6 logs are whole': logsAreWhole,
  'I7 nothing is left behind': nothingIsLeftBehind,
  'I8 only the holder of the lease writes': onlyTheHolderWrites,
  'I9 schedules fire once and miss nothing': schedulesFireOnceAndMissNothing,
  'I10 logs are clean': logsAreClean,
  'results are right': resultsAreRight,
  'orders are obeyed': ordersAreObeyed,
  'children are started once': childrenAreStartedOnce,
  'events start runs once': eventsStartRunsOnce,
  'nobody wakes early': nobodyWakesEarly,
  'limits of runs at a time hold': limitsHold,
};

/** A broken promise. */
export interface Breach {
  readonly invariant: string;
  readonly what: string;
}

/** Everything that is wrong with a history. */
export function breachesOf(history: History): Breach[] {
  const indexed = indexHistory(history);
  return Object.entries(INVARIANTS).flatMap(([invariant, check]) =>
    check(indexed).map((what): Breach => ({ invariant, what })),
  );
}
