import type { NodeDefinitionData } from '@millrace/workflow-model';

/** Why a definition was found. */
export type MatchKind = 'exact' | 'prefix' | 'word' | 'keyword' | 'part' | 'fuzzy' | 'all';

/** A definition that a search found. */
export interface SearchHit {
  readonly definition: NodeDefinitionData;
  readonly match: MatchKind;
  /** Characters of the title to be marked: start and end. */
  readonly marks: readonly (readonly [number, number])[];
}

/** What decides between equals. */
export interface SearchPreferences {
  readonly used?: ReadonlySet<string>;
  readonly recent?: readonly string[];
}

const RANK: Readonly<Record<MatchKind, number>> = {
  exact: 0,
  prefix: 1,
  word: 2,
  keyword: 3,
  part: 4,
  fuzzy: 5,
  all: 6,
};

/**
 * Definitions that fit a text, the best first: the title itself, its start, the start of a word in it, an alias or keyword,
 * any part, and letters in order. Ties: recently added, then used in this workflow, then by title.
 */
export function searchDefinitions(
  definitions: readonly NodeDefinitionData[],
  text: string,
  preferences: SearchPreferences = {},
): readonly SearchHit[] {
  const wanted = plain(text);
  const hits = definitions.flatMap((definition) => hitOf(definition, wanted) ?? []);
  const recent = new Map((preferences.recent ?? []).map((type, place) => [type, place]));
  const preference = ({ definition: { type } }: SearchHit): number =>
    recent.get(type) ?? (preferences.used?.has(type) === true ? 100 : 101);
  return hits.sort(
    (a, b) =>
      RANK[a.match] - RANK[b.match] ||
      preference(a) - preference(b) ||
      a.definition.title.localeCompare(b.definition.title),
  );
}

function hitOf(definition: NodeDefinitionData, wanted: string): SearchHit | undefined {
  if (wanted === '') return { definition, match: 'all', marks: [] };
  const title = plain(definition.title);
  const at = title.indexOf(wanted);
  const marks: SearchHit['marks'] = at < 0 ? [] : [[at, at + wanted.length]];
  const match = titleMatch(title, at, wanted) ?? nameMatch(definition, wanted) ?? (at > 0 ? 'part' : undefined);
  if (match !== undefined) return { definition, match, marks };
  if (plain(definition.description).includes(wanted)) return { definition, match: 'part', marks: [] };
  const letters = inOrder(title, wanted);
  return letters === undefined ? undefined : { definition, match: 'fuzzy', marks: letters };
}

function titleMatch(title: string, at: number, wanted: string): MatchKind | undefined {
  if (title === wanted) return 'exact';
  if (at === 0) return 'prefix';
  return title.includes(` ${wanted}`) ? 'word' : undefined;
}

/** Aliases, type and keywords: whole or from their start. */
function nameMatch(definition: NodeDefinitionData, wanted: string): MatchKind | undefined {
  const names = [definition.type, ...(definition.aliases ?? [])].map(plain);
  if (names.includes(wanted)) return 'exact';
  const words = [...names, ...names.flatMap((name) => name.split('/')), ...(definition.keywords ?? []).map(plain)];
  return words.some((word) => word.startsWith(wanted)) ? 'keyword' : undefined;
}

/** Where the letters of `wanted` stand in `title`, in order and close together; undefined when they do not. */
function inOrder(title: string, wanted: string): SearchHit['marks'] | undefined {
  const letters = wanted.replaceAll(' ', '');
  const marks: [number, number][] = [];
  let from = 0;
  for (const letter of letters) {
    const at = title.indexOf(letter, from);
    if (at < 0) return undefined;
    const last = marks.at(-1);
    if (last !== undefined && last[1] === at) last[1] = at + 1;
    else marks.push([at, at + 1]);
    from = at + 1;
  }
  // Scattered letters are found in almost any title; a person who mistypes keeps most of them together.
  return marks.length <= Math.ceil(letters.length / 2) ? marks : undefined;
}

/** Lower case, without accents, with dashes and spaces alike. Keeps the length of Latin text, so that marks fit. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}
