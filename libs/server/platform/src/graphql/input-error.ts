import type { ArgumentsHost } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { DomainError } from '../errors/domain-error';
import { mutationErrorOf, type MutationErrorType } from './mutation-error';

/** One thing wrong with an input. */
export interface InputProblem {
  /** Argument, field, and so on inwards. */
  readonly path: readonly string[];
  /** Follows the path: `must have at least 8 characters`. */
  readonly message: string;
}

const sentence = ({ path, message }: InputProblem): string => `${path.join('.')}: ${message}`;

/** An argument of an operation that breaks the rules of its class. */
export class InputError extends DomainError {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[], code = 'VALIDATION_FAILED') {
    super({
      code,
      status: 400,
      message: problems.map(sentence).join('; '),
      details: { problems: problems.map(({ path, message }) => ({ path: path.join('.'), message })) },
    });
    this.problems = problems;
  }

  /** The same about an argument of this name. */
  inside(argument: string): InputError {
    const problems = this.problems.map(({ path, message }) => ({ path: [argument, ...path], message }));
    return new InputError(problems, this.code);
  }
}

function payloadErrorsOf(error: InputError): MutationErrorType[] {
  return error.problems.map((problem) =>
    mutationErrorOf(new DomainError({ code: error.code, status: 400, message: sentence(problem) }), [...problem.path]),
  );
}

/** What a field answers whose input was refused: mutations say it in their payload, everything else at the top. */
export function refusedInput(error: InputError, host: ArgumentsHost): InputError | { errors: MutationErrorType[] } {
  const info = host.getArgByIndex<GraphQLResolveInfo | undefined>(3);
  const isMutation = info !== undefined && info.parentType === info.schema.getMutationType();
  return isMutation ? { errors: payloadErrorsOf(error) } : error;
}
