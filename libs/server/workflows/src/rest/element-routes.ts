import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { invalid, parseWith } from '@millrace/server-platform';
import {
  applyDecorators,
  Body,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Injectable,
  Param,
  Patch,
  Post,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiQuery } from '@nestjs/swagger';
import type { Request } from 'express';
import { EditElements, type ElementKind, type Elements } from '../use-cases/edit-elements';
import { elementApi } from './openapi';
import { documentBody, placeSchema, type DocumentBody } from './requests';

/** Which workflow and revision a call means. */
interface Place {
  readonly workflowId: string;
  readonly expectedRevision?: number;
}

/** The workflow comes from the path, or on the flat routes from the query. */
const CurrentPlace = createParamDecorator((_data: unknown, context: ExecutionContext): Place => {
  const { params, query } = context.switchToHttp().getRequest<Request>();
  const { workflowId, revision } = parseWith(placeSchema, { ...query, ...params });
  if (workflowId === undefined) {
    throw invalid('BAD_USER_INPUT', 'Say which workflow is meant: add ?workflowId=<id> to the address.');
  }
  return { workflowId, expectedRevision: revision };
});

const ElementId = (): ParameterDecorator => Param('elementId');

/** What the routes of one kind of element are called in the documentation. */
export interface ElementWords<Kind extends ElementKind> {
  readonly kind: Kind;
  readonly one: string;
  readonly many: string;
  /** How a call names the workflow. */
  readonly workflowIn: 'path' | 'query';
}

/** All elements of one kind. */
export interface ElementList<Kind extends ElementKind> {
  readonly items: readonly Elements[Kind][];
}

/** Routes for single elements of a draft. */
export interface ElementRoutes<Kind extends ElementKind> {
  list(actor: Actor, place: Place): Promise<ElementList<Kind>>;
  get(actor: Actor, place: Place, id: string): Promise<Elements[Kind]>;
  add(actor: Actor, place: Place, body: DocumentBody): Promise<Elements[Kind]>;
  change(actor: Actor, place: Place, id: string, body: DocumentBody): Promise<Elements[Kind]>;
  remove(actor: Actor, place: Place, id: string): Promise<void>;
}

const IN_PATH = ApiParam({ name: 'workflowId', format: 'uuid' });
const IN_QUERY = ApiQuery({ name: 'workflowId', format: 'uuid' });
const REVISION = ApiQuery({
  name: 'revision',
  required: false,
  schema: { type: 'integer' },
  description: 'Refuses any other revision of the draft.',
});

/** A base for controllers: extend it and give it a path that names the workflow, or a flat one. */
export function elementRoutes<Kind extends ElementKind>(words: ElementWords<Kind>): Type<ElementRoutes<Kind>> {
  const { kind, one, many } = words;
  const PLACE = words.workflowIn === 'path' ? IN_PATH : IN_QUERY;
  const Reads = (summary: string): MethodDecorator =>
    applyDecorators(Requires('workflow:read'), ApiOperation({ summary }), PLACE);
  const Writes = (summary: string): MethodDecorator =>
    applyDecorators(Requires('workflow:write'), ApiOperation({ summary }), PLACE, REVISION);

  @Injectable()
  class Routes implements ElementRoutes<Kind> {
    constructor(private readonly elements: EditElements) {}

    @Get()
    @Reads(`The ${many} of the draft`)
    async list(@CurrentActor() actor: Actor, @CurrentPlace() place: Place): Promise<ElementList<Kind>> {
      return { items: await this.elements.list(actor, { kind, ...place }) };
    }

    @Get(':elementId')
    @Reads(`One ${one} of the draft`)
    get(@CurrentActor() actor: Actor, @CurrentPlace() place: Place, @ElementId() id: string): Promise<Elements[Kind]> {
      return this.elements.get(actor, { kind, ...place }, id);
    }

    @Post()
    @Writes(`Add a ${one}; without an id it gets one`)
    @ApiBody(elementApi)
    add(
      @CurrentActor() actor: Actor,
      @CurrentPlace() place: Place,
      @Body(documentBody) body: DocumentBody,
    ): Promise<Elements[Kind]> {
      return this.elements.add(actor, { kind, ...place }, body);
    }

    @Patch(':elementId')
    @Writes(`Replace members of a ${one}; its id stays`)
    @ApiBody(elementApi)
    change(
      @CurrentActor() actor: Actor,
      @CurrentPlace() place: Place,
      @ElementId() id: string,
      @Body(documentBody) body: DocumentBody,
    ): Promise<Elements[Kind]> {
      return this.elements.change(actor, { kind, ...place }, id, body);
    }

    @Delete(':elementId')
    @HttpCode(204)
    @Writes(`Remove a ${one}; a node takes its connections with it`)
    remove(@CurrentActor() actor: Actor, @CurrentPlace() place: Place, @ElementId() id: string): Promise<void> {
      return this.elements.remove(actor, { kind, ...place }, id);
    }
  }
  return Routes;
}
