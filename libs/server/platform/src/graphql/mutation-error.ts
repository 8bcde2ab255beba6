import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { DomainError } from '../errors/domain-error';

/** An expected failure of a mutation. Features add concrete types with more fields by `implements: () => MutationErrorType`. */
@InterfaceType('MutationError', {
  description: 'Why a mutation did not do what was asked.',
  resolveType: (error: object) => ('graphqlType' in error ? String(error.graphqlType) : 'UserError'),
})
export abstract class MutationErrorType {
  @Field({ description: 'Stable, upper snake case.' })
  code!: string;

  @Field({ description: 'What is wrong, where, and how to mend it.' })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'Way to the part of the input that is wrong.' })
  path?: string[] | null;
}

/** An expected failure without more to say than the interface. */
@ObjectType('UserError', { implements: () => MutationErrorType })
export class UserErrorType extends MutationErrorType {}

/** The error as a payload shows it. */
export function mutationErrorOf(error: DomainError, path: string[] | null = null): MutationErrorType {
  return Object.assign(new UserErrorType(), { code: error.code, message: error.message, path });
}

/** Statuses that a person mends by sending something else; the others are top-level errors. */
const expectedStatuses = new Set([400, 404, 409, 413, 422]);

/**
 * Runs a use case for a mutation: its result, or the expected failure as `errors`.
 * Being signed out, forbidden, too fast or broken is thrown on, and becomes a top-level error; `also` names further
 * statuses that are expected here.
 */
export async function payloadOf<T extends object>(
  run: () => Promise<T>,
  also: readonly number[] = [],
): Promise<(T & { errors: MutationErrorType[] }) | { errors: MutationErrorType[] }> {
  try {
    return { ...(await run()), errors: [] };
  } catch (error) {
    if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
    if (!expectedStatuses.has(error.status) && !also.includes(error.status)) throw error;
    return { errors: [mutationErrorOf(error)] };
  }
}
