import type { Json } from '@millrace/workflow-model';
import type { ASTNode } from '@marcbachmann/cel-js';
import { parseCel } from '../cel/compile-cel';
import { childrenOf, loopVariable } from '../cel/walk';
import { ExpressionError } from '../expression-error';
import { referencesIn } from './cel-references';
import { type DynamicText, type Reference, mapDynamicTexts } from './reference';
import { readableTemplate } from './readable-template';
import { type Replacement, celName, celStep, pathName, pathStep, replaced } from './reference-text';
import { templateReferences } from './template-references';

/** A reference, and what somebody has to know who gives it another place to read from. */
export interface ReadReference extends Reference {
  /** Whether it asks if there is something: a section of a template, `has(…)` of an expression. */
  readonly isTested: boolean;
  /** Whether it may be left out when the param is evaluated. */
  readonly isConditional: boolean;
  /** Whether keys follow that are worked out first: `Fetch.items[index]`. */
  readonly hasTail: boolean;
}

/** Where the value of a reference, root and literal keys together, is found instead. */
export interface Place {
  readonly root: string;
  readonly path: readonly (string | number)[];
}

/**
 * The param with references reading from other places; the same value when none does. Keys that are worked out stay behind the
 * new place. Strings that cannot be read stay as they are.
 */
export function redirectReferences(param: Json, placeOf: (reference: ReadReference) => Place | undefined): Json {
  return mapDynamicTexts(param, (text) => {
    try {
      return redirected(text, placeOf);
    } catch (error) {
      if (error instanceof ExpressionError) return text.text;
      throw error;
    }
  });
}

/** Every reference of a param, in the order in which they are written; closing tags of sections are left out. */
export function readReferences(param: Json): ReadReference[] {
  const found: ReadReference[] = [];
  redirectReferences(param, (reference) => {
    if (!reference.isClosing) found.push(reference);
    return undefined;
  });
  return found;
}

function redirected(text: DynamicText, placeOf: (reference: ReadReference) => Place | undefined): string {
  return replaced(text.text, text.kind === 'template' ? inTemplate(text, placeOf) : inExpression(text, placeOf));
}

function inTemplate(
  { text, at }: DynamicText,
  placeOf: (reference: ReadReference) => Place | undefined,
): Replacement[] {
  const { source, isJson } = readableTemplate(text);
  let depth = 0;
  return templateReferences(source, at).flatMap((reference) => {
    const { isClosing, testsPresence: isTested } = reference;
    if (isClosing) depth -= 1;
    const isConditional = isTested || depth > 0;
    if (isTested && !isClosing) depth += 1;
    const place = placeOf({ ...reference, isTested, isConditional, hasTail: false });
    if (place === undefined) return [];
    const written = pathName(place.root) + place.path.map(pathStep).join('');
    return [{ ...reference.range, text: isJson ? JSON.stringify(written).slice(1, -1) : written }];
  });
}

function inExpression(
  { text, at }: DynamicText,
  placeOf: (reference: ReadReference) => Place | undefined,
): Replacement[] {
  const { ast } = parseCel(text);
  const { conditional, tested } = guardedParts(ast);
  return referencesIn(ast, at).flatMap(({ bound, node, literal, ...reference }) => {
    const place = placeOf({
      ...reference,
      isTested: tested.has(node),
      isConditional: conditional.has(node),
      hasTail: literal !== node,
    });
    if (place === undefined) return [];
    const written = celName(place.root, { bound, form: 'name' }) + place.path.map(celStep).join('');
    return [{ start: reference.range.start, end: literal.end, text: written }];
  });
}

/** Operators and functions that leave some of what they are given out, or do not mind when it is missing. */
const CHOICES: ReadonlySet<string> = new Set(['?:', '&&', '||', 'has', 'coalesce', 'orElse']);

/** Parts of an expression that are not always worked out, and those that are asked for whether they are there. */
function guardedParts(tree: ASTNode): { conditional: ReadonlySet<ASTNode>; tested: ReadonlySet<ASTNode> } {
  const conditional = new Set<ASTNode>();
  const tested = new Set<ASTNode>();
  const visit = (node: ASTNode, isConditional: boolean): void => {
    if (isConditional) conditional.add(node);
    const name = node.op === 'call' || node.op === 'rcall' ? node.args[0] : undefined;
    const isChoice = CHOICES.has(node.op) || (name !== undefined && CHOICES.has(name));
    for (const { node: child, binds } of childrenOf(node)) {
      if (name === 'has') tested.add(child);
      visit(child, isConditional || isChoice || (binds !== undefined && loopVariable(node) !== undefined));
    }
  };
  visit(tree, false);
  return { conditional, tested };
}
