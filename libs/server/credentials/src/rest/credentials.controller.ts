import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { CredentialTypeData } from '@millrace/workflow-model';
import { CredentialTypes } from '../credential-types';
import type { Credential } from '../model/credential';
import type { CredentialUsage } from '../usage/credential-usage';
import { EditCredentials } from '../use-cases/edit-credentials';
import { SeeCredentials } from '../use-cases/see-credentials';
import { toResource, type CredentialResource } from './credential.resource';
import {
  createApi,
  createBody,
  credentialAnswer,
  credentialsAnswer,
  shareApi,
  shareBody,
  updateApi,
  updateBody,
  type CreateBody,
  type ShareBody,
  type UpdateBody,
} from './requests';

/** Credentials over REST. */
@ApiTags('credentials')
@ApiBearerAuth()
@Controller('api/credentials')
export class CredentialsController {
  constructor(
    private readonly seeing: SeeCredentials,
    private readonly editing: EditCredentials,
    private readonly types: CredentialTypes,
  ) {}

  @Get()
  @Requires('credential:read')
  @ApiOperation({ summary: 'Credentials of the workspace, by name' })
  @ApiQuery({ name: 'type', required: false })
  @ApiResponse(credentialsAnswer)
  async list(@CurrentActor() actor: Actor, @Query('type') type?: string): Promise<CredentialResource[]> {
    return (await this.seeing.list(actor, typeof type === 'string' ? type : undefined)).map(toResource);
  }

  @Get('types')
  @Requires('credential:read')
  @ApiOperation({ summary: 'Every kind of credential as data, by title' })
  kinds(): CredentialTypeData[] {
    return this.types.all();
  }

  @Post()
  @Requires('credential:write')
  @ApiOperation({ summary: 'Store an account' })
  @ApiBody(createApi)
  @ApiResponse({ ...credentialAnswer, status: 201 })
  async create(@CurrentActor() actor: Actor, @Body(createBody) body: CreateBody): Promise<CredentialResource> {
    const { allowedDomains, ...rest } = body;
    return this.shown(
      actor,
      await this.editing.creation.create(actor, { ...rest, ...(allowedDomains ? { allowedDomains } : {}) }),
    );
  }

  @Get(':id')
  @Requires('credential:read')
  @ApiOperation({ summary: 'What is known about a credential' })
  @ApiResponse(credentialAnswer)
  async get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CredentialResource> {
    return toResource(await this.seeing.get(actor, id));
  }

  @Get(':id/usage')
  @Requires('credential:use')
  @ApiOperation({ summary: 'Workflows that name it' })
  usage(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CredentialUsage[]> {
    return this.seeing.usage(actor, id);
  }

  @Patch(':id')
  @Requires('credential:write')
  @ApiOperation({ summary: 'Change name, domains or values; a secret that is blank stays' })
  @ApiBody(updateApi)
  @ApiResponse(credentialAnswer)
  async update(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(updateBody) { name, values, allowedDomains }: UpdateBody,
  ): Promise<CredentialResource> {
    const update = {
      ...(name === undefined ? {} : { name }),
      ...(values === undefined ? {} : { values }),
      ...(allowedDomains === undefined ? {} : { allowedDomains }),
    };
    return this.shown(actor, await this.editing.updating.update(actor, id, update));
  }

  @Post(':id/test')
  @HttpCode(200)
  @Requires('credential:use')
  @ApiOperation({ summary: 'Try it out; what was found is its health' })
  @ApiResponse(credentialAnswer)
  async test(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CredentialResource> {
    return this.shown(actor, await this.editing.testing.test(actor, id));
  }

  @Put(':id/shares')
  @Requires('credential:share')
  @ApiOperation({ summary: 'Say who else may use or change it' })
  @ApiBody(shareApi)
  @ApiResponse(credentialAnswer)
  async share(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(shareBody) { shares }: ShareBody,
  ): Promise<CredentialResource> {
    return this.shown(actor, await this.editing.sharing.share(actor, id, shares));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('credential:write')
  @ApiOperation({ summary: 'Delete it and its values for good; 409 while workflows use it' })
  @ApiQuery({ name: 'force', required: false, description: 'true: although workflows use it; admins only.' })
  delete(@CurrentActor() actor: Actor, @Param('id') id: string, @Query('force') force?: string): Promise<void> {
    return this.editing.deletion.delete(actor, id, force === 'true');
  }

  private shown(actor: Actor, credential: Credential): CredentialResource {
    return toResource(this.seeing.seen(actor, credential));
  }
}
