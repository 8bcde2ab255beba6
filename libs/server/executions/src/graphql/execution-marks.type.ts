import { MutationErrorType } from '@millrace/server-platform';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsString, Length, Matches, MaxLength } from 'class-validator';
import { ExecutionPayload } from './execution.type';

const MAX_NAME_LENGTH = 60;
const MAX_QUERY_LENGTH = 2_000;

/** Filters of the list of runs under a name. */
@ObjectType('SavedRunView', { description: 'Filters of the list of runs under a name, of the person who asks.' })
export class SavedRunViewType {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field({ description: 'Query part of an address, such as `status=failed&period=day`.' })
  query: string;
}

/** A view to keep. */
@InputType('SavedRunViewInput')
export class SavedRunViewInput {
  @Field({ description: 'Different from those of other views of the person.' })
  @IsString()
  @Length(1, MAX_NAME_LENGTH)
  @Matches(/\S/, { message: 'Give the view a name.' })
  name: string;

  @Field({ description: 'Query part of an address, such as `status=failed&period=day`.' })
  @IsString()
  @MaxLength(MAX_QUERY_LENGTH)
  query: string;
}

/** See the mutation of its name. */
@ObjectType()
export class SavedRunViewSavePayload {
  @Field(() => SavedRunViewType, { nullable: true })
  view?: SavedRunViewType;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class SavedRunViewDeletePayload {
  @Field(() => ID, { nullable: true })
  deletedId?: string;

  @Field(() => [MutationErrorType])
  errors: MutationErrorType[];
}

/** See the mutation of its name. */
@ObjectType()
export class ExecutionStarPayload extends ExecutionPayload {}
