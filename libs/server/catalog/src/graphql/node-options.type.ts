import { Field, ObjectType } from '@nestjs/graphql';

/** One choice of a param. */
@ObjectType('NodeOption')
export class NodeOptionType {
  @Field()
  value: string;

  @Field(() => String, { nullable: true, description: 'What people read; the value when absent.' })
  label?: string;

  @Field(() => String, { nullable: true, description: 'Something to know before it is chosen.' })
  hint?: string;
}

/** Choices of a param. */
@ObjectType('NodeOptions')
export class NodeOptionsType {
  @Field(() => [NodeOptionType])
  options: readonly NodeOptionType[];

  @Field({ description: 'Whether the service itself was asked; else these come with the product.' })
  live: boolean;

  @Field(() => String, { nullable: true, description: 'Why it could not be asked.' })
  message: string | null;
}
