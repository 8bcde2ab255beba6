import { Requires } from '@millrace/server-identity';
import { notFound } from '@millrace/server-platform';
import type { NodeDefinitionData } from '@millrace/workflow-model';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { NodeCatalogue } from '../node-catalogue';

/** The catalogue over REST. Types may hold a slash, so one is asked for by query. */
@ApiTags('catalogue')
@ApiBearerAuth()
@Controller('api/catalogue/nodes')
export class NodeDefinitionsController {
  constructor(private readonly catalogue: NodeCatalogue) {}

  @Requires('workflow:read')
  @Get()
  @ApiOperation({ summary: 'The newest version of every node, or one node by type or alias.' })
  @ApiQuery({ name: 'type', required: false, example: 'http-request' })
  @ApiQuery({ name: 'version', required: false, type: Number })
  @ApiOkResponse({ description: '`{ items: [definition] }`: ports, JSON Schema of the params, traits, docs and icon.' })
  list(@Query('type') type?: string, @Query('version') version?: string): { items: readonly NodeDefinitionData[] } {
    if (type === undefined) return { items: this.catalogue.newest() };
    const found = this.catalogue.lookup(type, version === undefined ? undefined : Number(version));
    if (!found) throw notFound('NODE_TYPE_NOT_FOUND', `There is no node ${JSON.stringify(type.slice(0, 200))}.`);
    return { items: [found] };
  }
}
