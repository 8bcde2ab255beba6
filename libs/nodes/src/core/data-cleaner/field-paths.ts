import { parsePath } from '@millrace/workflow-model';
import type { DataPath } from '@millrace/workflow-model';

/** A path whose segments may be `*` (any key or index) and `**` (any number of them). */
export type PathPattern = readonly string[];

/** Reads `lines[*].sku`, `customer.*` or `**.email`. Undefined when the text is no path. */
export function parsePattern(text: string): PathPattern | undefined {
  const path = parsePath(text.trim().replaceAll('[*]', '.*').replace(/^\./, ''));
  return path === undefined || path.length === 0 ? undefined : path.map(String);
}

/** Whether a pattern leads to a path or to something that the path lies in. */
export function covers(pattern: PathPattern, path: DataPath): boolean {
  let places = reached(pattern, new Set([0]));
  for (const segment of path) {
    if (places.has(pattern.length)) return true;
    places = reached(pattern, stepped(pattern, places, String(segment)));
    if (places.size === 0) return false;
  }
  return places.has(pattern.length);
}

function stepped(pattern: PathPattern, places: ReadonlySet<number>, segment: string): Set<number> {
  const next = new Set<number>();
  for (const place of places) {
    const wanted = pattern[place];
    if (wanted === '**') next.add(place);
    else if (wanted === '*' || wanted === segment) next.add(place + 1);
  }
  return next;
}

/** With the places behind every `**`, which may also stand for nothing. */
function reached(pattern: PathPattern, places: Set<number>): Set<number> {
  for (const place of places) if (pattern[place] === '**') places.add(place + 1);
  return places;
}
