import { JsonScalar } from '@millrace/server-platform';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { MAX_EVENT_NAME_LENGTH } from '../events/publish-event';
import { MAX_PREVIEWED } from '../schedules/preview-schedule';

const DEFAULT_PREVIEWED = 5;
const MAX_ZONE_LENGTH = 100;

/** Which schedule to look ahead in. */
@ArgsType()
export class SchedulePreviewArgs {
  @Field(() => JsonScalar)
  config: JsonObject;

  @Field(() => String, { nullable: true, defaultValue: 'UTC' })
  @IsOptional()
  @MaxLength(MAX_ZONE_LENGTH)
  timezone?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_PREVIEWED })
  @IsOptional()
  @Min(1)
  @Max(MAX_PREVIEWED)
  count?: number | null;
}

/** What is published. */
@ArgsType()
export class EventPublishArgs {
  @Field()
  @Length(1, MAX_EVENT_NAME_LENGTH, { context: { code: 'EVENT_NAME_INVALID' } })
  name: string;

  @Field(() => JsonScalar, { nullable: true })
  payload?: Json;
}
