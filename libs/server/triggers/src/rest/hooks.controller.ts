import { OpenToAll } from '@millrace/server-platform';
import { All, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { TestEndpoint } from '../captures/test-endpoint';
import { isTestToken } from '../captures/webhook-listeners';
import { WebhookEndpoint } from '../webhooks/webhook-endpoint';

/** Where other systems call. The guard lets everybody through unasked: each webhook checks its caller itself. */
@ApiTags('webhooks')
@Controller()
export class HooksController {
  constructor(
    private readonly endpoint: WebhookEndpoint,
    private readonly tests: TestEndpoint,
  ) {}

  @OpenToAll()
  @Post('api/webhooks/:workflowId')
  @ApiOperation({ summary: 'Call the only webhook of a workflow' })
  callWorkflow(
    @Param('workflowId') workflowId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.endpoint.handleWorkflow(workflowId, request, response);
  }

  @OpenToAll()
  @All('hooks/*path')
  @ApiOperation({ summary: 'Call a webhook by its path, with any method' })
  @ApiParam({ name: 'path', description: 'Path of the webhook; the id of the webhook unless its node names one' })
  callPath(@Param('path') path: string | string[], @Req() request: Request, @Res() response: Response): Promise<void> {
    const [first, token, ...rest] = [path].flat();
    if (first === 'test' && isTestToken(token)) return this.tests.handle(token, rest.join('/'), request, response);
    return this.endpoint.handlePath([path].flat().join('/'), request, response);
  }
}
