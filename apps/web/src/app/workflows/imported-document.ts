/** What is known of a text before the server has seen it. */
export type ImportedDocument =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'read'; readonly document: object; readonly name: string; readonly nodeCount: number };

/** Largest file that is worth reading: the server takes no more. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** Reads the text of a file, or what was pasted. */
export function readImport(text: string): ImportedDocument {
  if (text.trim() === '') return { kind: 'none' };
  if (new TextEncoder().encode(text).length > MOST_BYTES)
    return { kind: 'broken', message: 'This is larger than 4 MB, the limit for one workflow.' };
  const parsed = parse(text);
  if ('message' in parsed) return { kind: 'broken', message: parsed.message };
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'broken', message: 'A workflow is a JSON object with a list of nodes. This is something else.' };
  if ('connections' in value && !('edges' in value))
    return { kind: 'broken', message: 'This is a workflow of n8n. Those cannot be imported yet.' };
  const { name, nodes } = value as { name?: unknown; nodes?: unknown };
  if (!Array.isArray(nodes))
    return { kind: 'broken', message: 'A workflow has a list of nodes under “nodes”. There is none in this JSON.' };
  return { kind: 'read', document: value, name: typeof name === 'string' ? name : '', nodeCount: nodes.length };
}

function parse(text: string): { readonly value: unknown } | { readonly message: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { message: `This is not JSON${placeOf(error.message, text)}.` };
  }
}

/** Line and column, where the engine tells the position. */
function placeOf(message: string, text: string): string {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(position)) return '';
  const before = text.slice(0, position).split('\n');
  return `: look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
