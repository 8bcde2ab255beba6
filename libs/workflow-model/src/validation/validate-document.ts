import { capProblems } from '../cap-problems';
import type { WorkflowDocument } from '../document';
import type { DefinitionLookup } from '../node-definition';
import { oversizeProblems } from '../oversize-problems';
import type { Problem } from '../problem';
import { type CalledContracts, calledInputProblems } from './called-input-problems';
import { credentialProblems } from './credential-problems';
import { edgeProblems } from './edge-problems';
import { executionOrderProblems } from './execution-order-problems';
import { graphProblems } from './graph-problems';
import { loopProblems } from './loop-problems';
import { nameProblems } from './name-problems';
import { paramProblems } from './param-problems';
import { settingsProblems } from './settings-problems';
import { triggerProblems } from './trigger-problems';
import { typeProblems } from './type-problems';
import { validationContext } from './validation-context';

export interface ValidationOptions {
  readonly lookup: DefinitionLookup;
  /** Types that a suggestion may name; without them an unknown type gets none. */
  readonly knownTypes?: readonly string[];
  /** Checks templates and expressions; its problems are put beside ours. */
  readonly checkExpressions?: (document: WorkflowDocument, lookup: DefinitionLookup) => readonly Problem[];
  /** What is known of workflows that nodes run; of others nothing is said. */
  readonly contracts?: CalledContracts;
}

/**
 * Everything that is wrong with a document, all at once: errors block publishing and running, warnings do not.
 * A document with more nodes or edges than the limit is not looked at any further; of more than 1,000 problems the first
 * are told, errors before warnings.
 */
export function validateDocument(document: WorkflowDocument, options: ValidationOptions): readonly Problem[] {
  const oversize = oversizeProblems(document);
  if (oversize.length > 0) return oversize;
  const context = validationContext(document, options.lookup, options.knownTypes ?? []);
  return capProblems([
    ...nameProblems(document),
    ...typeProblems(context),
    ...triggerProblems(context),
    ...edgeProblems(context),
    ...graphProblems(context),
    ...loopProblems(context),
    ...paramProblems(context),
    ...credentialProblems(context),
    ...(options.contracts ? calledInputProblems(document, options.lookup, options.contracts) : []),
    ...(options.checkExpressions?.(document, options.lookup) ?? []),
    ...executionOrderProblems(document),
    ...settingsProblems(document),
  ]);
}
