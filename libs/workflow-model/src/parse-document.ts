import type { z } from 'zod';
import { capProblems } from './cap-problems';
import { describeFlaw } from './data/describe-flaw';
import { formatPath } from './data/format-path';
import type { JsonFlaw } from './data/json-flaws';
import type { DataPath } from './data/data-path';
import { workflowDocumentSchema } from './document';
import type { WorkflowDocument } from './document';
import { describeIssue } from './describe-issue';
import { documentFlaws } from './document-flaws';
import { oversizeProblems } from './oversize-problems';
import type { Problem } from './problem';

/** A document when the input is one, and everything that is wrong with its shape. */
export interface ParsedDocument {
  readonly document?: WorkflowDocument;
  readonly problems: readonly Problem[];
}

/** Reads a document from outside. All problems at once; `document` is absent when one of them is an error. */
export function parseDocument(input: unknown): ParsedDocument {
  const oversize = oversizeProblems(input);
  if (oversize.length > 0) return { problems: oversize };
  const flaws = documentFlaws(input).map((flaw) => flawProblem(flaw, input));
  const parsed = workflowDocumentSchema.safeParse(input);
  const issues = parsed.success ? [] : parsed.error.issues.filter((issue) => !isReported(issue, flaws));
  const problems = capProblems([...flaws, ...issues.map((issue) => issueProblem(issue, input))]);
  return parsed.success && problems.length === 0 ? { document: parsed.data, problems } : { problems };
}

const FLAW_CODES: Readonly<Record<JsonFlaw['kind'], string>> = {
  'forbidden-key': 'FORBIDDEN_KEY',
  'too-deep': 'TOO_DEEP',
  'not-json': 'NOT_JSON',
  'unstorable-text': 'INVALID_TEXT',
};

function flawProblem(flaw: JsonFlaw, input: unknown): Problem {
  return located(FLAW_CODES[flaw.kind], flaw.path, `${placeOf(flaw.path)} ${describeFlaw(flaw.kind)}.`, input);
}

function issueProblem(issue: z.core.$ZodIssue, input: unknown): Problem {
  const path = issue.path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment));
  const flaw = flawOf(issue);
  if (flaw !== undefined) return flawProblem({ kind: flaw, path }, input);
  const { code, sentence } = describeIssue(issue, path, valueAt(input, path));
  return located(code, path, `${placeOf(path)} ${sentence}.`, input);
}

/** Adds the node or edge that a path leads into. */
function located(code: string, path: DataPath, message: string, input: unknown): Problem {
  const id = member(valueAt(input, path.slice(0, 2)), 'id');
  const owner =
    typeof id !== 'string' ? {} : path[0] === 'nodes' ? { nodeId: id } : path[0] === 'edges' ? { edgeId: id } : {};
  return { code, severity: 'error', message, ...owner, path };
}

function placeOf(path: DataPath): string {
  return path.length === 0 ? 'The document' : formatPath(path);
}

function isReported(issue: z.core.$ZodIssue, flaws: readonly Problem[]): boolean {
  const place = formatPath(issue.path.map(String));
  return flaws.some((flaw) => formatPath((flaw.path ?? []).map(String)) === place);
}

function flawOf(issue: z.core.$ZodIssue): JsonFlaw['kind'] | undefined {
  return issue.code === 'custom' ? (issue.params?.['flaw'] as JsonFlaw['kind'] | undefined) : undefined;
}

function valueAt(input: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((value, segment) => member(value, segment), input);
}

function member(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}
