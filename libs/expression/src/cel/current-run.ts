import { Meter } from '../meter';
import type { Scope } from '../scope';

/** The evaluation that is going on. Evaluation is synchronous, so there is one at a time. */
export interface CurrentRun {
  readonly scope: Scope;
  readonly meter: Meter;
}

const NOWHERE: Scope = { resolveRoot: () => undefined, rootNames: () => [] };

let current: CurrentRun = { scope: NOWHERE, meter: new Meter() };

/** What functions and operators may look at and have to pay into. */
export function currentRun(): CurrentRun {
  return current;
}

/** Evaluates something in a scope. Evaluations may nest: a scope may evaluate a param to build a root. */
export function runIn<T>(run: CurrentRun, evaluate: () => T): T {
  const outer = current;
  current = run;
  try {
    return evaluate();
  } finally {
    current = outer;
  }
}

/** Value of a root by the name that an expression uses: `_2nd` stands for `2nd`, which is no CEL name. */
export function rootOf(scope: Scope, name: string): { name: string; value: unknown } {
  const value = scope.resolveRoot(name);
  if (value !== undefined || !/^_\d/.test(name)) return { name, value };
  return { name: name.slice(1), value: scope.resolveRoot(name.slice(1)) };
}
