import type { NodeCategory, NodeDefinitionData } from '@millrace/workflow-model';
import type { NodeCatalogue } from '../session/catalogue/node-catalogue';

/** What is asked: how a workflow starts, what comes next, or what stands in a node's place. */
export type PalettePurpose = 'trigger' | 'next' | 'replace';

/** A heading with the nodes under it. */
export interface PaletteSection {
  readonly heading: string;
  readonly lines: readonly PaletteLine[];
}

/** A service with several nodes, which stands as one line until it is entered. */
export interface PaletteApp {
  /** What its types begin with, such as `github`. */
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** A node that can be picked, or an app that can be entered. */
export interface PaletteLine {
  /** The node; of an app its first one, for the icon. */
  readonly definition: NodeDefinitionData;
  readonly app?: PaletteApp;
  /** The title cut at what the search found. */
  readonly parts: readonly { readonly text: string; readonly isMark: boolean }[];
}

/** What decides the lines. */
export interface PaletteQuery {
  readonly text: string;
  readonly category: NodeCategory | undefined;
  readonly purpose: PalettePurpose;
  readonly used: ReadonlySet<string>;
  /** The app that was entered. */
  readonly app?: PaletteApp | undefined;
}

/** Heading of what was added last. */
export const RECENT = 'Recent';

const HEADINGS: Readonly<Record<NodeCategory, string>> = {
  trigger: 'Triggers',
  action: 'Actions',
  logic: 'Logic',
  output: 'Output',
};

const APPS: Readonly<Record<NodeCategory, string>> = {
  trigger: 'On an event in an app',
  action: 'Apps',
  logic: 'Logic of apps',
  output: 'Output to apps',
};

/** What most workflows are made of: it stands first in its category, everything else follows by title. */
const FIRST = [
  ['manual-trigger', 'webhook-trigger', 'schedule-trigger', 'form-trigger', 'event-trigger'],
  ['http-request', 'code', 'transformer', 'ai-agent', 'llm', 'run-workflow'],
  ['condition', 'switch', 'loop', 'merge', 'timer', 'approval-gate', 'repeat'],
  ['respond', 'output', 'storage', 'log'],
].flat();

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

function browsed(catalogue: NodeCatalogue, { category, purpose, app }: PaletteQuery): readonly PaletteSection[] {
  if (app !== undefined) return [insideOf(catalogue, app)];
  const only = category ?? (purpose === 'trigger' ? 'trigger' : undefined);
  const sections = catalogue
    .sections()
    .filter((section) => (only === undefined ? section.category !== 'trigger' : section.category === only))
    .flatMap(({ category: one, definitions }) => [
      {
        heading: HEADINGS[one],
        lines: firstFirst(definitions.filter((each) => appOf(each) === undefined)).map(plainLine),
      },
      { heading: APPS[one], lines: appLines(definitions) },
    ])
    .filter(({ lines }) => lines.length > 0);
  const recent = catalogue.recent().filter((definition) => fits(definition, only, purpose));
  if (recent.length === 0 || only !== undefined) return sections;
  return [{ heading: RECENT, lines: recent.map(plainLine) }, ...sections];
}

function firstFirst(definitions: readonly NodeDefinitionData[]): readonly NodeDefinitionData[] {
  const place = ({ type }: NodeDefinitionData): number => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);
  return definitions.toSorted((a, b) => place(a) - place(b));
}

/** What the types of an app begin with. */
function appOf({ type }: NodeDefinitionData): string | undefined {
  return type.includes('/') ? type.split('/')[0] : undefined;
}

/** One line for each app; what an app has only one of is picked at once. */
function appLines(definitions: readonly NodeDefinitionData[]): readonly PaletteLine[] {
  const ids = new Set(definitions.flatMap((definition) => appOf(definition) ?? []));
  return [...ids].flatMap((id) => {
    const own = definitions.filter((definition) => appOf(definition) === id);
    const [definition] = own;
    if (definition === undefined || own.length === 1) return own.map(plainLine);
    const app = { id, name: titleParts(definition).app, count: own.length };
    return [{ definition, app, parts: [{ text: app.name, isMark: false }] }];
  });
}

function insideOf(catalogue: NodeCatalogue, app: PaletteApp): PaletteSection {
  const inside = catalogue.offered().filter((definition) => appOf(definition) === app.id && !definition.traits.trigger);
  return {
    heading: HEADINGS.action,
    lines: inside.map((definition) => ({
      definition,
      parts: [{ text: titleParts(definition).action, isMark: false }],
    })),
  };
}

/** `GitHub: create issue` in its two halves. */
function titleParts({ title }: NodeDefinitionData): { readonly app: string; readonly action: string } {
  const [app = title, action = title] = title.split(': ');
  return { app, action: action.charAt(0).toUpperCase() + action.slice(1) };
}

function found(catalogue: NodeCatalogue, { text, category, used, purpose }: PaletteQuery): readonly PaletteSection[] {
  const best = catalogue.search({ text, used, ...(category === undefined ? {} : { category }) });
  if (best.length === 0) return [];
  // What is asked for comes first: after a step, another trigger is rarely meant.
  const isAsked = ({ definition }: (typeof best)[number]): boolean =>
    purpose === 'replace' || (definition.traits.trigger === true) === (purpose === 'trigger');
  const hits = [...best.filter(isAsked), ...best.filter((hit) => !isAsked(hit))];
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
