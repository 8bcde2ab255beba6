import type { DataPath } from './data-path';

const SEGMENT = /^(?:\.?([^\s.[\]"']+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\['([^']*)'\])/;
const INDEX = /^(?:0|[1-9]\d{0,14})$/;

/**
 * Reads `a.b[0]["x y"]`. Plain digits between dots are an index (`items.0.name`). Undefined when the text is no path;
 * the empty text is the empty path.
 */
export function parsePath(text: string): DataPath | undefined {
  const path: (string | number)[] = [];
  let rest = text.trim();
  if (rest.startsWith('.')) return undefined;
  while (rest !== '') {
    const match = SEGMENT.exec(rest);
    if (match === null || (path.length > 0 && match[1] !== undefined && !rest.startsWith('.'))) return undefined;
    const segment = readSegment(match);
    if (segment === undefined) return undefined;
    path.push(segment);
    rest = rest.slice(match[0].length);
  }
  return path;
}

function readSegment(match: RegExpExecArray): string | number | undefined {
  const [, word, index, quoted, single] = match;
  if (word !== undefined) return INDEX.test(word) ? Number(word) : word;
  if (index !== undefined) return Number(index);
  return quoted === undefined ? single : unquoted(quoted);
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
