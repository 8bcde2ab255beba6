import { getPath, parsePath } from '@millrace/workflow-model';
import type { DataPath, Json } from '@millrace/workflow-model';

/** A place in data and what is there; undefined when nothing is. */
export interface Place {
  readonly path: DataPath;
  readonly value: Json | undefined;
}

/** Places that a path with `*` for "each element" leads to. Undefined when the text is no path. */
export function placesAt(data: Json, text: string): Place[] | undefined {
  const pattern = parsePath(text.trim().replaceAll('[*]', '.*').replace(/^\./, ''));
  if (pattern === undefined) return undefined;
  let places: Place[] = [{ path: [], value: data }];
  for (const segment of pattern) {
    places = places.flatMap((place) => (segment === '*' ? childrenOf(place) : [child(place, segment)]));
  }
  return places;
}

function childrenOf({ path, value }: Place): Place[] {
  if (Array.isArray(value)) return value.map((element, index) => ({ path: [...path, index], value: element }));
  if (typeof value !== 'object' || value === null) return [{ path: [...path, '*'], value: undefined }];
  return Object.entries(value).map(([key, entry]) => ({ path: [...path, key], value: entry }));
}

function child({ path, value }: Place, segment: string | number): Place {
  return { path: [...path, segment], value: getPath(value, [segment]) };
}
