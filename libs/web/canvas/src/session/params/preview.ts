import { type Json, aliasOf, isExpression, isTemplate } from '@millrace/workflow-model';
import type { ExpressionTools } from '../ports/expression-tools';
import type { ParamScope } from './param-scope';

/** What a param gives, or where it is wrong. */
export type ParamPreview =
  /** `isSample`: worked out from made-up values of an output schema, not from data. */
  | { readonly kind: 'value'; readonly value: Json; readonly isSample: boolean }
  | { readonly kind: 'literal'; readonly value: Json }
  | {
      readonly kind: 'error';
      readonly code: string;
      readonly message: string;
      /** Characters of the string at `path`. */
      readonly range?: { readonly start: number; readonly end: number };
      readonly path: readonly (string | number)[];
    }
  /** Nothing is known that it could be worked out from, or the library is still on its way. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** A preview never keeps anybody waiting. */
const LIMITS = { maxCost: 200_000, maxOutputCharacters: 1_000_000 };

/** Evaluates a param over the samples of a scope. */
export function previewOf(param: Json, scope: ParamScope, tools: ExpressionTools | undefined): ParamPreview {
  if (!holdsDynamic(param)) return { kind: 'literal', value: param };
  if (tools === undefined) return { kind: 'unknown', reason: 'The preview is still loading.' };
  const names = new Set(tools.findReferences(param).map((reference) => nameIn(scope, reference.root)));
  const sources = [...names].map((name) => ({ name, source: scope.sources[name] }));
  const missing = sources.find(({ source }) => source === 'none');
  if (missing !== undefined) return { kind: 'unknown', reason: reasonFor(missing.name) };
  const isSample = sources.some(({ source }) => source === 'schema');
  try {
    const value = tools.evaluateParam(param, tools.scopeOf(rootsOf(scope), { envelopes: envelopesOf(scope) }), LIMITS);
    return { kind: 'value', value, isSample };
  } catch (error) {
    if (!(error instanceof tools.ExpressionError)) throw error;
    // Made-up values hold only what a schema names; data may well hold more.
    if (isSample && error.code === 'PATH_NOT_FOUND')
      return { kind: 'unknown', reason: 'Run the previous nodes to see the value.' };
    const { code, message, range, path } = error;
    return { kind: 'error', code, message, path, ...(range === undefined ? {} : { range }) };
  }
}

function reasonFor(name: string): string {
  if (name === 'item' || name === 'index') return `"${name}" is only known while a list is worked through.`;
  if (name === 'input') return 'Run the previous nodes to see the value.';
  return `Run "${name}" to see the value.`;
}

function rootsOf({ completion, upstream }: ParamScope): Record<string, Json> {
  const byId = upstream.flatMap(({ node, alias }): [string, Json][] => {
    const value = completion.samples[alias];
    return value === undefined ? [] : [[node.id, value]];
  });
  return { ...Object.fromEntries(byId), ...completion.samples };
}

function envelopesOf({ completion, upstream }: ParamScope): string[] {
  return [...completion.envelopes, ...upstream.map(({ node }) => node.id)];
}

/** The name under which a scope knows a root, however it was written. */
function nameIn({ sources }: ParamScope, written: string): string {
  const forms = [written, aliasOf(written), /^_\d/.test(written) ? written.slice(1) : written];
  return forms.find((form) => Object.hasOwn(sources, form)) ?? written;
}

function holdsDynamic(param: Json): boolean {
  if (isTemplate(param) || isExpression(param)) return true;
  if (typeof param !== 'object' || param === null) return false;
  return Object.values(param).some(holdsDynamic);
}
