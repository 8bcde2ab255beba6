import type { Json } from '@millrace/workflow-model';
import { aliasOf } from '@millrace/workflow-model';
import { ExpressionError } from '../expression-error';
import { type CelReference, celReferences } from './cel-references';
import { type DynamicText, mapDynamicTexts } from './reference';
import { readableTemplate } from './readable-template';
import { type Replacement, celName, pathName, replaced } from './reference-text';
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

function rewritten({ kind, text }: DynamicText, newName: NewName): string {
  return replaced(text, kind === 'template' ? inTemplate(text, newName) : inExpression(text, newName));
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
