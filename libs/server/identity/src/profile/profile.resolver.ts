import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { MutationErrorType, payloadOf } from '@millrace/server-platform';
import { Matches, MaxLength } from 'class-validator';
import type { Actor } from '../access/actor';
import { CurrentActor, Requires } from '../access/decorators';
import { UserType } from '../graphql/identity.types';
import { UpdateProfile } from './update-profile';

const MAX_NAME_LENGTH = 200;

/** What others see of a person. */
@InputType()
export class ProfileInput {
  @Field()
  @MaxLength(MAX_NAME_LENGTH, { message: 'is longer than $constraint1 characters' })
  @Matches(/\S/, { message: 'is empty' })
  name!: string;
}

/** See the mutation of its name. */
@ObjectType()
export class ProfileUpdatePayload {
  @Field(() => UserType, { nullable: true })
  user?: UserType | null;

  @Field(() => [MutationErrorType], { description: 'Empty when it worked.' })
  errors!: MutationErrorType[];
}

/** What people change about themselves. */
@Resolver()
export class ProfileResolver {
  constructor(private readonly profile: UpdateProfile) {}

  @Requires('account:manage')
  @Mutation(() => ProfileUpdatePayload, { description: 'Changes the own name.' })
  profileUpdate(@CurrentActor() actor: Actor, @Args('input') { name }: ProfileInput): Promise<ProfileUpdatePayload> {
    return payloadOf(async () => ({ user: await this.profile.rename(actor, name.trim()) }));
  }
}
