import type { Json } from '@millrace/workflow-model';
import { dynamicTexts } from '../references/reference';
import { checkCel } from './check-cel';
import { checkTemplate } from './check-template';
import { type KnownRoots, RootSchemas, type RootSource, listedRoots } from './known-roots';
import type { ParamProblem } from './param-problem';

/**
 * Everything that can be told to be wrong with a param without running it: syntax errors, unknown roots, fields that a
 * schema rules out (a warning when it merely does not name them and another is near), and types that do not fit together.
 */
export function checkParam(param: Json, known: KnownRoots): ParamProblem[] {
  return checkWithRoots(param, listedRoots(known));
}

/** The same over roots that are not all listed beforehand. */
export function checkWithRoots(param: Json, roots: RootSource): ParamProblem[] {
  const schemas = new RootSchemas(roots);
  return dynamicTexts(param).flatMap(({ kind, text, at }) =>
    kind === 'template' ? checkTemplate(text, at, schemas) : checkCel(text, at, schemas),
  );
}
