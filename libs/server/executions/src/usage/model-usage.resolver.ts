import { Requires } from '@millrace/server-identity';
import { Field, Float, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { ExecutionType } from '../graphql/execution.type';
import { ModelUsages, type ModelUsage, type RunOfVersion } from './model-usage';

/** What models took in a run. */
@ObjectType('ModelUsage', { description: 'What models took in a run, in all its turns and for all items.' })
export class ModelUsageType implements ModelUsage {
  @Field(() => Float)
  inputTokens: number;

  @Field(() => Float)
  outputTokens: number;

  @Field(() => Float)
  totalTokens: number;

  @Field(() => Float, { nullable: true, description: 'Dollars of the calls whose price is known; null when none is.' })
  costUsd: number | null;

  @Field({ description: 'Something is not counted: a price that is not known, or a value above 64 KiB.' })
  isPartial: boolean;
}

/** What models took, of each run of a list. */
@Resolver(() => ExecutionType)
export class ModelUsageResolver {
  private readonly loader = new DataLoader<RunOfVersion, ModelUsage | null>((runs) => this.usages.of(runs), {
    cache: false,
    maxBatchSize: 100,
  });

  constructor(private readonly usages: ModelUsages) {}

  @Requires('execution:read')
  @ResolveField(() => ModelUsageType, {
    nullable: true,
    description:
      'Null until it is over, and when it asked no model. What it reused was paid for before, and is not counted.',
  })
  modelUsage(@Parent() { id, versionId, finishedAt }: ExecutionType): Promise<ModelUsageType | null> {
    return finishedAt ? this.loader.load({ id, versionId }) : Promise.resolve(null);
  }
}
