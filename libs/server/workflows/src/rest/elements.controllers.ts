import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { invalid } from '@millrace/server-platform';
import type { WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { EditElements, type ElementPlace } from '../use-cases/edit-elements';
import { elementApi } from './openapi';
import { documentBody, placeQuery, type DocumentBody, type PlaceQuery } from './requests';

/** The workflow comes from the path, or on the flat routes from the query. */
function placeOf<Kind extends 'nodes' | 'edges'>(
  kind: Kind,
  fromPath: string | undefined,
  query: PlaceQuery,
): ElementPlace<Kind> {
  const workflowId = fromPath ?? query.workflowId;
  if (workflowId === undefined) {
    throw invalid('BAD_USER_INPUT', 'Say which workflow is meant: add ?workflowId=<id> to the address.');
  }
  return { kind, workflowId, expectedRevision: query.revision };
}

/** Single nodes of a draft; `/api/nodes?workflowId=` means the same. */
@ApiTags('nodes')
@ApiBearerAuth()
@ApiQuery({ name: 'revision', required: false, type: Number, description: 'Refuses the change on any other revision.' })
@Controller(['api/workflows/:workflowId/nodes', 'api/nodes'])
export class NodesController {
  constructor(private readonly elements: EditElements) {}

  @Get()
  @Requires('workflow:read')
  @ApiOperation({ summary: 'The nodes of the draft' })
  async list(
    @CurrentActor() actor: Actor,
    @Query(placeQuery) query: PlaceQuery,
    @Param('workflowId') workflowId?: string,
  ): Promise<{ items: readonly WorkflowNode[] }> {
    return { items: await this.elements.list(actor, placeOf('nodes', workflowId, query)) };
  }

  @Get(':nodeId')
  @Requires('workflow:read')
  @ApiOperation({ summary: 'One node of the draft' })
  get(
    @CurrentActor() actor: Actor,
    @Param('nodeId') nodeId: string,
    @Query(placeQuery) query: PlaceQuery,
    @Param('workflowId') workflowId?: string,
  ): Promise<WorkflowNode> {
    return this.elements.get(actor, placeOf('nodes', workflowId, query), nodeId);
  }

  @Post()
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Add a node; without an id it gets one' })
  @ApiBody(elementApi)
  add(
    @CurrentActor() actor: Actor,
    @Body(documentBody) body: DocumentBody,
    @Query(placeQuery) query: PlaceQuery,
    @Param('workflowId') workflowId?: string,
  ): Promise<WorkflowNode> {
    return this.elements.add(actor, placeOf('nodes', workflowId, query), body);
  }

  @Patch(':nodeId')
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Replace members of a node, such as label, config or position' })
  @ApiBody(elementApi)
  change(
    @CurrentActor() actor: Actor,
    @Param() { nodeId, workflowId }: { nodeId: string; workflowId?: string },
    @Query(placeQuery) query: PlaceQuery,
    @Body(documentBody) body: DocumentBody,
  ): Promise<WorkflowNode> {
    return this.elements.change(actor, placeOf('nodes', workflowId, query), nodeId, body);
  }

  @Delete(':nodeId')
  @HttpCode(204)
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Remove a node with its connections' })
  remove(
    @CurrentActor() actor: Actor,
    @Param('nodeId') nodeId: string,
    @Query(placeQuery) query: PlaceQuery,
    @Param('workflowId') workflowId?: string,
  ): Promise<void> {
    return this.elements.remove(actor, placeOf('nodes', workflowId, query), nodeId);
  }
}

/** Single connections (edges) of a draft; `/api/connections?workflowId=` means the same. */
@ApiTags('connections')
@ApiBearerAuth()
@ApiQuery({ name: 'revision', required: false, type: Number, description: 'Refuses the change on any other revision.' })
@Controller(['api/workflows/:workflowId/connections', 'api/connections'])
export class ConnectionsController {
  constructor(private readonly elements: EditElements) {}

  @Get()
  @Requires('workflow:read')
  @ApiOperation({ summary: 'The connections of the draft' })
  async list(
    @CurrentActor() actor: Actor,
    @Query(placeQuery) query: PlaceQuery,
    @Param('workflowId') workflowId?: string,
  ): Promise<{ items: readonly WorkflowEdge[] }> {
    return { items: await this.elements.list(actor, placeOf('edges', workflowId, query)) };
  }

  @Get(':connectionId')
  @Requires('workflow:read')
  @ApiOperation({ summary: 'One connection of the draft' })
  get(
    @CurrentActor() actor: Actor,
    @Param('connectionId') connectionId: string,
    @Query(placeQuery) query: PlaceQuery,
    @Param('workflowId') workflowId?: string,
  ): Promise<WorkflowEdge> {
    return this.elements.get(actor, placeOf('edges', workflowId, query), connectionId);
  }

  @Post()
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Connect two nodes: `source`, `target`, and handles where a node has several ports' })
  @ApiBody(elementApi)
  add(
    @CurrentActor() actor: Actor,
    @Body(documentBody) body: DocumentBody,
    @Query(placeQuery) query: PlaceQuery,
    @Param('workflowId') workflowId?: string,
  ): Promise<WorkflowEdge> {
    return this.elements.add(actor, placeOf('edges', workflowId, query), body);
  }

  @Patch(':connectionId')
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Replace members of a connection' })
  @ApiBody(elementApi)
  change(
    @CurrentActor() actor: Actor,
    @Param() { connectionId, workflowId }: { connectionId: string; workflowId?: string },
    @Query(placeQuery) query: PlaceQuery,
    @Body(documentBody) body: DocumentBody,
  ): Promise<WorkflowEdge> {
    return this.elements.change(actor, placeOf('edges', workflowId, query), connectionId, body);
  }

  @Delete(':connectionId')
  @HttpCode(204)
  @Requires('workflow:write')
  @ApiOperation({ summary: 'Remove a connection' })
  remove(
    @CurrentActor() actor: Actor,
    @Param('connectionId') connectionId: string,
    @Query(placeQuery) query: PlaceQuery,
    @Param('workflowId') workflowId?: string,
  ): Promise<void> {
    return this.elements.remove(actor, placeOf('edges', workflowId, query), connectionId);
  }
}
