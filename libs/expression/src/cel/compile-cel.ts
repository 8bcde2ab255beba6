import type { Json } from '@millrace/workflow-model';
import { ExpressionError } from '../expression-error';
import type { Meter } from '../meter';
import type { Scope } from '../scope';

/** Reads a CEL expression. @throws ExpressionError */
export function compileCel(_source: string): (scope: Scope, meter: Meter) => Json {
  throw new ExpressionError('EXPRESSION_SYNTAX', 'not there yet');
}
