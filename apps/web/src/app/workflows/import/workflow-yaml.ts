import { parseDocument, stringify } from 'yaml';

/** What a text of YAML says, or why it cannot be read. */
export type ReadYaml = { readonly value: unknown } | { readonly message: string };

/** Aliases of anchors that are followed: a small text must not become a huge document. */
const MOST_ALIASES = 100;

/** Reads YAML 1.2 with its core types only: no custom tags, no dates. A chunk of its own: load it when it is needed. */
export function readYaml(text: string): ReadYaml {
  const document = parseDocument(text, { schema: 'core', prettyErrors: false, uniqueKeys: true });
  const [first] = document.errors;
  if (first?.code === 'MULTIPLE_DOCS')
    return { message: 'This file holds several YAML documents. Put each in its own file' };
  if (first) return { message: `This is not YAML: ${lowerFirst(first.message)}, ${placeIn(text, first.pos[0])}` };
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { message: 'This YAML repeats its anchors too often to be read' };
  }
}

/** A value as YAML 1.2: two spaces, long lines kept, every value in full. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

function placeIn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
