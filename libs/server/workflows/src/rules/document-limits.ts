import type { Problem } from '@millrace/workflow-model';

/** Limits that must hold before any schema looks at a document; the model holds the others. */
export const DOCUMENT_LIMITS = {
  maxBytes: 4 * 1024 * 1024,
  /** Objects and lists inside each other, the document itself included; the model allows 64 inside a config. */
  maxDepth: 80,
} as const;

interface Visit {
  readonly value: unknown;
  readonly depth: number;
}

/** What forbids even reading `input` as a document. Never recurses, so depth cannot exhaust the stack. */
export function checkDocumentLimits(input: unknown): Problem[] {
  if (isTooDeep(input)) {
    const message = `Values are nested deeper than ${DOCUMENT_LIMITS.maxDepth} levels; flatten them.`;
    return [{ code: 'DOCUMENT_TOO_DEEP', severity: 'error', message, path: [] }];
  }
  const bytes = Buffer.byteLength(JSON.stringify(input) ?? '');
  if (bytes <= DOCUMENT_LIMITS.maxBytes) return [];
  const message = `The document has ${bytes} bytes and may have ${DOCUMENT_LIMITS.maxBytes}; keep large data in a file or service.`;
  return [{ code: 'DOCUMENT_TOO_LARGE', severity: 'error', message, path: [] }];
}

function isTooDeep(input: unknown): boolean {
  const open: Visit[] = [{ value: input, depth: 1 }];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const { value, depth } = visit;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DOCUMENT_LIMITS.maxDepth) return true;
    for (const child of Object.values(value)) open.push({ value: child, depth: depth + 1 });
  }
  return false;
}
