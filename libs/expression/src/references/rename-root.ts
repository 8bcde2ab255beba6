import type { Json } from '@millrace/workflow-model';
import { aliasOf } from '@millrace/workflow-model';
import { ExpressionError } from '../expression-error';
import { type CelReference, celReferences, isConstant } from './cel-references';
import { type DynamicText, mapDynamicTexts } from './reference';
import { readableTemplate } from './readable-template';
import { templateReferences } from './template-references';

/** New name of a root, or undefined to leave it as it is. */
export type NewName = (root: string) => string | undefined;

/**
 * The param with every reference to root `from` naming `to` instead; the same value when there is none. Text that merely
 * looks like one stays: string literals, loop variables, and whole strings that cannot be read.
 */
export function renameRoot(param: Json, from: string, to: string): Json {
  return rewriteReferences(param, (root) => (root === from ? to : undefined));
}

/** Like `renameRoot`, for many roots at once: names may be exchanged. */
export function rewriteReferences(param: Json, newName: NewName): Json {
  return mapDynamicTexts(param, (text) => {
    try {
      return rewritten(text, newName);
    } catch (error) {
      if (error instanceof ExpressionError) return text.text;
      throw error;
    }
  });
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function rewritten({ kind, text }: DynamicText, newName: NewName): string {
  const replacements = kind === 'template' ? inTemplate(text, newName) : inExpression(text, newName);
  let result = text;
  for (const { start, end, text: piece } of replacements.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + piece + result.slice(end);
  }
  return result;
}

function inTemplate(template: string, newName: NewName): Replacement[] {
  const { source, isJson } = readableTemplate(template);
  return templateReferences(source, []).flatMap(({ root, rootRange }) => {
    const name = newName(root) ?? newName(aliasOf(root));
    if (name === undefined) return [];
    const text = pathName(name);
    return [{ ...rootRange, text: isJson ? JSON.stringify(text).slice(1, -1) : text }];
  });
}

/** A root as the start of a path: as it is, or quoted when it holds what separates names. */
function pathName(name: string): string {
  return /^[^\s.[\]()+*?|&!=<>,"'{}%;\\`#^/@]+$/.test(name) ? name : `[${JSON.stringify(name)}]`;
}

function inExpression(source: string, newName: NewName): Replacement[] {
  return celReferences(source, []).flatMap((reference) => {
    const name = newName(reference.root) ?? newName(withoutPrefix(reference));
    return name === undefined ? [] : [{ ...reference.rootRange, text: celName(name, reference) }];
  });
}

/** `_2nd` is how expressions write the root `2nd`. */
function withoutPrefix({ root, form }: CelReference): string {
  return form === 'name' && /^_\d/.test(root) ? root.slice(1) : root;
}

/** A root in an expression: a name if it can be one and nothing around hides it, otherwise `nodes["…"]`. */
function celName(name: string, { bound, form }: CelReference): string {
  const word = /^\d\w*$/.test(name) ? `_${name}` : name;
  if (form === 'name' && isCelName(word) && !bound.includes(word)) return word;
  return `nodes[${JSON.stringify(name)}]`;
}

const RESERVED_WORDS = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return var void ' +
    'while prototype nodes __proto__'
  ).split(' '),
);

/** Whether a root can be written as a plain name in an expression. */
export function isCelName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED_WORDS.has(name) && !isConstant(name);
}
