import type { Json } from '@millrace/workflow-model';
import { ExpressionError } from '../expression-error';
import { celReferences } from './cel-references';
import { type DynamicText, type Reference, dynamicTexts } from './reference';
import { readableTemplate } from './readable-template';
import { templateReferences } from './template-references';

/** Every root that a param names, in the order in which they are written. Strings that cannot be read have none. */
export function findReferences(param: Json): Reference[] {
  return dynamicTexts(param).flatMap((text) => {
    try {
      return referencesOf(text);
    } catch (error) {
      if (error instanceof ExpressionError) return [];
      throw error;
    }
  });
}

function referencesOf({ kind, text, at }: DynamicText): Reference[] {
  if (kind === 'template') return templateReferences(readableTemplate(text).source, at);
  return celReferences(text, at).map(({ bound: _bound, node: _node, literal: _literal, ...reference }) => reference);
}
