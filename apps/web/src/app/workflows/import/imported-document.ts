/** What is known of a text before the server has seen it. */
export type ImportedDocument =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'read'; readonly document: object; readonly name: string; readonly nodeCount: number };

/** Largest file that is worth reading: the server takes no more. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** Reads the text of a file, or what was pasted: JSON, else YAML. */
export async function readImport(text: string): Promise<ImportedDocument> {
  if (text.trim() === '') return { kind: 'none' };
  if (new TextEncoder().encode(text).length > MOST_BYTES)
    return { kind: 'broken', message: 'This is larger than 4 MB, the limit for one workflow.' };
  const parsed = await parse(text);
  return 'message' in parsed ? { kind: 'broken', message: `${parsed.message}.` } : documentIn(parsed.value);
}

function documentIn(value: unknown): ImportedDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'broken', message: 'A workflow is an object with a list of nodes. This is something else.' };
  if ('connections' in value && !('edges' in value))
    return { kind: 'broken', message: 'This is a workflow of n8n. Those cannot be imported yet.' };
  const { name, nodes } = value as { name?: unknown; nodes?: unknown };
  if (!Array.isArray(nodes))
    return { kind: 'broken', message: 'A workflow has a list of nodes under “nodes”. There is none here.' };
  return { kind: 'read', document: value, name: typeof name === 'string' ? name : '', nodeCount: nodes.length };
}

async function parse(text: string): Promise<{ readonly value: unknown } | { readonly message: string }> {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // What begins like JSON was meant as JSON, although YAML would take some of it.
    if (/^\s*[[{"]/.test(text)) return { message: `This is not JSON${placeOf(error.message, text)}` };
  }
  const { readYaml } = await import('./workflow-yaml');
  return readYaml(text);
}

/** Line and column, where the engine tells the position. */
function placeOf(message: string, text: string): string {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(position)) return '';
  const before = text.slice(0, position).split('\n');
  return `: look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
