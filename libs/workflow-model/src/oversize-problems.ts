import { isObject } from './data/is-object';
import { LIMITS } from './limits';
import type { Problem } from './problem';

/** Asked before anything else, so that a list of a million nodes is refused without reading one. */
export function oversizeProblems(input: unknown): readonly Problem[] {
  return isObject(input) ? [...tooMany(input, 'nodes'), ...tooMany(input, 'edges')] : [];
}

function tooMany(input: Readonly<Record<string, unknown>>, list: 'nodes' | 'edges'): Problem[] {
  const elements = input[list];
  const limit = LIMITS[list];
  if (!Array.isArray(elements) || elements.length <= limit) return [];
  return [
    {
      code: list === 'nodes' ? 'TOO_MANY_NODES' : 'TOO_MANY_EDGES',
      severity: 'error',
      message: `The workflow has ${elements.length} ${list} and may have ${limit}; split it into several workflows.`,
      path: [list],
    },
  ];
}
