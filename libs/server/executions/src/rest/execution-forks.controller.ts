import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForkExecution } from '../fork/fork-execution';
import type { ForkWish } from '../fork/fork-execution';
import type { ForkPlanResource } from './execution.resource';
import { toForkPlanResource } from './execution.resource';
import { forkBody, retryBody, type ForkBody, type RetryBody } from './requests';

const VERSION = { type: 'string', default: 'same', description: '`same`, `draft`, `published` or a number.' };
const FORK_BODY = {
  type: 'object',
  properties: {
    from: {
      type: 'array',
      items: { type: 'string' },
      maxItems: 500,
      description:
        'Nodes (`b`), nodes in a turn (`each/3/b`) or whole turns (`each/3`); what failed or had no result yet when absent.',
      example: ['each/3/b'],
    },
    version: VERSION,
    trigger: { description: 'What the trigger gives in place of what it gave.' },
    inputs: {
      type: 'object',
      additionalProperties: true,
      description:
        'Of one node in `from`: by the id of a parent, what it is given in place of what that gave. Of one turn, or the first node in one: by the id of the loop, its item.',
      example: { each: { sku: 'B-2' } },
    },
    attempt: { type: 'integer', minimum: 1, description: 'The attempt that was looked at; only noted.' },
    token: { type: 'string', description: 'Of the plan that was shown: 409 when it is another one by now.' },
  },
};
const KEY = {
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key gives the same run for seven days.',
};

/** New runs that take over what still holds of others. */
@ApiTags('executions')
@ApiBearerAuth()
@Controller('api/executions/:id')
export class ExecutionForksController {
  constructor(private readonly forks: ForkExecution) {}

  @Post('fork/plan')
  @HttpCode(200)
  @Requires('workflow:read', 'execution:read')
  @ApiOperation({ summary: 'What a fork would run again, what it would reuse, and why; starts nothing' })
  @ApiBody({ required: false, schema: FORK_BODY })
  async plan(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(forkBody) body: ForkBody,
  ): Promise<ForkPlanResource> {
    return toForkPlanResource(await this.forks.plan(actor, wishOf(id, body)));
  }

  @Post('fork')
  @HttpCode(202)
  @Requires('execution:start')
  @ApiOperation({ summary: 'Start a new run that takes over what still holds of this one, and runs the rest' })
  @ApiHeader(KEY)
  @ApiBody({ required: false, schema: FORK_BODY })
  async fork(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(forkBody) body: ForkBody,
    @Headers('idempotency-key') idempotencyKey?: string,
  ): Promise<{ executionId: string; status: string }> {
    const { executionId, status } = await this.forks.fork(actor, { ...wishOf(id, body), ...keyOf(idempotencyKey) });
    return { executionId, status };
  }

  @Post('retry')
  @HttpCode(202)
  @Requires('execution:start')
  @ApiOperation({ summary: 'Start a new run from every node and turn that failed; 409 when nothing did' })
  @ApiHeader(KEY)
  @ApiBody({ required: false, schema: { type: 'object', properties: { version: VERSION } } })
  retry(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(retryBody) body: RetryBody,
    @Headers('idempotency-key') idempotencyKey?: string,
  ): Promise<{ executionId: string; status: string }> {
    return this.fork(actor, id, body, idempotencyKey);
  }
}

function wishOf(executionId: string, { from, version, trigger, inputs, attempt, token }: ForkBody): ForkWish {
  return {
    ...{ executionId, from: from ?? 'failed', version },
    ...(trigger === undefined ? {} : { trigger }),
    ...(inputs && Object.keys(inputs).length > 0 ? { inputs } : {}),
    ...(attempt === undefined ? {} : { attempt }),
    ...(token === undefined ? {} : { token }),
  };
}

function keyOf(idempotencyKey: string | undefined): { idempotencyKey?: string } {
  return idempotencyKey === undefined ? {} : { idempotencyKey };
}
