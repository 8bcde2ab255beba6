import type { NodeCategory, NodeDefinitionData } from '@millrace/workflow-model';
import type { NodeCatalogue } from '../session/catalogue/node-catalogue';

/** What is asked: how a workflow starts, what comes next, or what stands in a node's place. */
export type PalettePurpose = 'trigger' | 'next' | 'replace';

/** A heading with the nodes under it. */
export interface PaletteSection {
  readonly heading: string;
  readonly lines: readonly PaletteLine[];
}

/** A node that can be picked. */
export interface PaletteLine {
  readonly definition: NodeDefinitionData;
  /** The title cut at what the search found. */
  readonly parts: readonly { readonly text: string; readonly isMark: boolean }[];
}

/** What decides the lines. */
export interface PaletteQuery {
  readonly text: string;
  readonly category: NodeCategory | undefined;
  readonly purpose: PalettePurpose;
  readonly used: ReadonlySet<string>;
}

const HEADINGS: Readonly<Record<NodeCategory, string>> = {
  trigger: 'Triggers',
  action: 'Actions',
  logic: 'Logic',
  output: 'Output',
};

/** Words for a category. */
export function headingOfCategory(category: NodeCategory): string {
  return HEADINGS[category];
}

/** What the palette shows: what was used last and everything by category, or the best hits of a search. */
export function paletteSections(catalogue: NodeCatalogue, query: PaletteQuery): readonly PaletteSection[] {
  return query.text.trim() === '' ? browsed(catalogue, query) : found(catalogue, query);
}

/** Every line in the order in which the arrow keys meet them. */
export function linesOf(sections: readonly PaletteSection[]): readonly PaletteLine[] {
  return sections.flatMap((section) => section.lines);
}

function browsed(catalogue: NodeCatalogue, { category, purpose }: PaletteQuery): readonly PaletteSection[] {
  const only = category ?? (purpose === 'trigger' ? 'trigger' : undefined);
  const sections = catalogue
    .sections()
    .filter((section) => (only === undefined ? section.category !== 'trigger' : section.category === only))
    .map((section) => ({ heading: HEADINGS[section.category], lines: section.definitions.map(plainLine) }));
  const recent = catalogue.recent().filter((definition) => fits(definition, only, purpose));
  if (recent.length === 0 || only !== undefined) return sections;
  return [{ heading: 'Recent', lines: recent.map(plainLine) }, ...sections];
}

function found(catalogue: NodeCatalogue, { text, category, used }: PaletteQuery): readonly PaletteSection[] {
  const hits = catalogue.search({ text, used, ...(category === undefined ? {} : { category }) });
  if (hits.length === 0) return [];
  return [
    {
      heading: 'Results',
      lines: hits.map(({ definition, marks }) => ({ definition, parts: cut(definition.title, marks) })),
    },
  ];
}

function fits(definition: NodeDefinitionData, category: NodeCategory | undefined, purpose: PalettePurpose): boolean {
  if (category !== undefined) return definition.category === category;
  return purpose === 'trigger' ? definition.traits.trigger === true : definition.traits.trigger !== true;
}

function plainLine(definition: NodeDefinitionData): PaletteLine {
  return { definition, parts: [{ text: definition.title, isMark: false }] };
}

function cut(title: string, marks: readonly (readonly [number, number])[]): PaletteLine['parts'] {
  const parts: { text: string; isMark: boolean }[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push({ text: title.slice(at, start), isMark: false }, { text: title.slice(start, end), isMark: true });
    at = end;
  }
  return [...parts, { text: title.slice(at), isMark: false }].filter((part) => part.text !== '');
}
