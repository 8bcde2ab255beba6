import { createHash, timingSafeEqual } from 'node:crypto';
import { Config, notFound, OpenToAll, unauthenticated } from '@millrace/server-platform';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { operationsConfig } from '../operations.config';
import { InstanceMetrics } from './instance-metrics';

/** Figures for Prometheus. Guarded by a token of its own; without one in the settings there is no such page. */
@ApiExcludeController()
@OpenToAll()
@Controller()
export class MetricsController {
  private readonly token: string | undefined;

  constructor(
    config: Config,
    private readonly metrics: InstanceMetrics,
  ) {
    this.token = config.of(operationsConfig).METRICS_TOKEN;
  }

  @Get('metrics')
  async read(@Res() response: Response, @Headers('authorization') authorization?: string): Promise<void> {
    if (this.token === undefined) throw notFound('NOT_FOUND', 'There are no metrics here. Set METRICS_TOKEN.');
    if (!isSame(authorization ?? '', `Bearer ${this.token}`)) throw unauthenticated();
    response.setHeader('content-type', this.metrics.contentType).send(await this.metrics.text());
  }
}

/** In the same time whatever differs. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
