import { Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { elementRoutes } from './element-routes';

const node = { kind: 'nodes', one: 'node', many: 'nodes' } as const;
const connection = { kind: 'edges', one: 'connection', many: 'connections' } as const;

/** Single nodes of a draft. */
@ApiTags('nodes')
@ApiBearerAuth()
@Controller('api/workflows/:workflowId/nodes')
export class WorkflowNodesController extends elementRoutes({ ...node, workflowIn: 'path' }) {}

/** The same, with the workflow in the query. */
@ApiTags('nodes')
@ApiBearerAuth()
@Controller('api/nodes')
export class NodesController extends elementRoutes({ ...node, workflowIn: 'query' }) {}

/** Single connections (edges) of a draft. */
@ApiTags('connections')
@ApiBearerAuth()
@Controller('api/workflows/:workflowId/connections')
export class WorkflowConnectionsController extends elementRoutes({ ...connection, workflowIn: 'path' }) {}

/** The same, with the workflow in the query. */
@ApiTags('connections')
@ApiBearerAuth()
@Controller('api/connections')
export class ConnectionsController extends elementRoutes({ ...connection, workflowIn: 'query' }) {}
