import type { WorkflowEdge } from '@millrace/workflow-model';
import type { ForkFate } from '@millrace/web-api/graphql';
import type { ForkPlan } from './fork-api';
import { REASON_WORDS, turnsWords } from './fork-words';

type Step = ForkPlan['steps'][number];

/** A step of a plan with the reason in words. */
export interface ToldStep extends Step {
  readonly why: string;
}

/** Steps of one fate. */
export interface PlanGroup {
  readonly fate: ForkFate;
  readonly heading: string;
  readonly steps: readonly ToldStep[];
}

const HEADINGS: readonly (readonly [ForkFate, string])[] = [
  ['AGAIN', 'Run again'],
  ['NEW', 'Run for the first time'],
  ['REUSED', 'Not run: results are reused'],
  ['SKIPPED', 'Not run: on a branch that is not taken'],
];
/** Names of steps in a reason. */
const MOST_NAMES = 2;

/** What runs first, then what is taken over; each with why. */
export function planGroups(steps: readonly Step[], edges: readonly WorkflowEdge[]): readonly PlanGroup[] {
  const running = new Map(steps.flatMap((step) => (runs(step) ? [[step.nodeId, step.label] as const] : [])));
  return HEADINGS.flatMap(([fate, heading]) => {
    const own = steps.filter((step) => step.fate === fate);
    if (own.length === 0) return [];
    return [{ fate, heading, steps: own.map((step) => ({ ...step, why: whyOf(step, running, edges) })) }];
  });
}

function runs({ fate }: Step): boolean {
  return fate === 'AGAIN' || fate === 'NEW';
}

function whyOf(step: Step, running: ReadonlyMap<string, string>, edges: readonly WorkflowEdge[]): string {
  const { nodeId, reason, turns } = step;
  if (turns) return reason === 'INSIDE' ? turnsWords(turns) : `${REASON_WORDS[reason]}: ${turnsWords(turns)}`;
  const words = REASON_WORDS[reason];
  if (reason !== 'AFTER' && reason !== 'INPUT_CHANGED') return words;
  const before = [
    ...new Set(edges.filter(({ target }) => target === nodeId).flatMap(({ source }) => running.get(source) ?? [])),
  ];
  if (before.length === 0) return words;
  const names = before.slice(0, MOST_NAMES).join(' and ');
  const more = before.length > MOST_NAMES ? ` and ${before.length - MOST_NAMES} more` : '';
  const are = before.length === 1 ? 'runs again' : 'run again';
  return reason === 'AFTER' ? `it comes after ${names}${more}` : `its input may change: ${names}${more} ${are}`;
}
