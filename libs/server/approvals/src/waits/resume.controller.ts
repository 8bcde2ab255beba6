import { OpenToAll } from '@millrace/server-platform';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { All, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { RunDoors } from './run-doors';
import { WaitingNodes } from './waiting-nodes';
import { doorNotFound, filesNotTaken, methodNotTaken } from './waits.errors';

/** What the caller proves itself to others with is nothing for a run. */
const KEPT_BACK = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** Where other systems answer runs that wait for them. The address is the proof: what else callers prove is for others. */
@ApiTags('webhooks')
@Controller('resume')
export class ResumeController {
  constructor(
    private readonly doors: RunDoors,
    private readonly nodes: WaitingNodes,
  ) {}

  @OpenToAll()
  @All(':token')
  @ApiOperation({ summary: 'Answer a run that waits for a webhook' })
  @ApiParam({ name: 'token', description: 'From `{{ execution.resumeUrl }}`' })
  resume(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#take(token, undefined, request, response);
  }

  @OpenToAll()
  @All(':token/*node')
  @ApiOperation({ summary: 'Answer one of several nodes that wait for a webhook' })
  @ApiParam({ name: 'node', description: 'Id of the node, in a loop after the turn' })
  resumeNode(
    @Param('token') token: string,
    @Param('node') node: string | string[],
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.#take(token, [node].flat().join('/'), request, response);
  }

  async #take(token: string, nodeKey: string | undefined, request: Request, response: Response): Promise<void> {
    const executionId = this.doors.executionOf('webhook', token);
    if (executionId === null) throw doorNotFound();
    const node = await this.nodes.find('webhook', executionId, nodeKey);
    const methods = methodsIn(node.ask);
    if (!methods.includes(request.method)) {
      response.set('allow', methods.join(', '));
      throw methodNotTaken(methods);
    }
    // Nobody reads them here, and the run would go on without what was sent.
    if (request.is('multipart/*')) throw filesNotTaken();
    await this.nodes.answer(node, valueOf(request));
    response.set('cache-control', 'no-store').json(node.ask['response'] ?? { resumed: true });
  }
}

function methodsIn({ methods }: JsonObject): string[] {
  return Array.isArray(methods) && methods.length > 0 ? methods.map(String) : ['POST'];
}

function valueOf(request: Request): Json {
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, Json][] =>
    value === undefined || KEPT_BACK.has(name) ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  return {
    method: request.method,
    headers: Object.fromEntries(headers),
    query: structuredClone(request.query) as JsonObject,
    body: (request.body as Json | undefined) ?? null,
  };
}
