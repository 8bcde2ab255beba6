import { ExpressionError, type ParamPath } from '../expression-error';
import { readableTemplate } from '../references/readable-template';
import type { Reference } from '../references/reference';
import { templateReferences } from '../references/template-references';
import type { RootSchemas } from './known-roots';
import { type ParamProblem, missingField, problemOf, unknownRoot } from './param-problem';

/** Problems of one template. */
export function checkTemplate(template: string, at: ParamPath, schemas: RootSchemas): ParamProblem[] {
  try {
    const references = templateReferences(readableTemplate(template).source, at);
    return withoutClosingTags(references).flatMap((reference) => checkReference(reference, schemas) ?? []);
  } catch (error) {
    if (error instanceof ExpressionError) return [problemOf(error, at)];
    throw error;
  }
}

/** A section names its root twice; once is enough to complain. */
function withoutClosingTags(references: readonly Reference[]): Reference[] {
  return references.filter(({ isClosing }) => !isClosing);
}

/** What is wrong with a reference, given what is known about roots. */
function checkReference(reference: Reference, schemas: RootSchemas): ParamProblem | undefined {
  const name = schemas.nameOf(reference.root);
  const place = { at: reference.at, range: reference.range };
  // Inside a section the name may be a key of the section's value, about which nothing is known here.
  if (reference.relative) return undefined;
  if (name === undefined) return unknownRoot(reference.root, schemas.names(), place);
  const verdict = schemas.follow(name, reference.path);
  if (verdict.is !== 'missing' || reference.testsPresence) return undefined;
  return missingField([reference.root, ...reference.path], verdict, place);
}
