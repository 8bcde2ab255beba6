import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CredentialTypes } from '../credential-types';
import { fieldsInvalid } from '../credentials.errors';
import { EditCredentials } from '../use-cases/edit-credentials';
import { SeeCredentials } from '../use-cases/see-credentials';
import { toResource, type CredentialResource } from './credential.resource';
import { credentialAnswer, credentialsAnswer, keyApi, keyBody, type KeyBody } from './requests';

/** Keys: credentials under the name that older callers know. */
@ApiTags('keys')
@ApiBearerAuth()
@Controller('api/keys')
export class KeysController {
  constructor(
    private readonly seeing: SeeCredentials,
    private readonly editing: EditCredentials,
    private readonly types: CredentialTypes,
  ) {}

  @Post()
  @Requires('credential:write')
  @ApiOperation({ summary: 'Store a key' })
  @ApiBody(keyApi)
  @ApiResponse({ ...credentialAnswer, status: 201 })
  async create(@CurrentActor() actor: Actor, @Body(keyBody) body: KeyBody): Promise<CredentialResource> {
    const { key, values, allowedDomains, ...rest } = body;
    const request = {
      ...rest,
      values: values ?? this.valuesOf(rest.type, key),
      ...(allowedDomains ? { allowedDomains } : {}),
    };
    return toResource(this.seeing.seen(actor, await this.editing.creation.create(actor, request)));
  }

  @Get()
  @Requires('credential:read')
  @ApiOperation({ summary: 'What is known about the keys; never a key' })
  @ApiResponse(credentialsAnswer)
  async list(@CurrentActor() actor: Actor): Promise<CredentialResource[]> {
    return (await this.seeing.list(actor)).map(toResource);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('credential:write')
  @ApiOperation({ summary: 'Delete a key for good; 409 while workflows use it' })
  delete(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.editing.deletion.delete(actor, id);
  }

  private valuesOf(type: string, key: string | undefined): Record<string, string> {
    const { secretFields } = this.types.of(type).data;
    const [field] = secretFields;
    if (key !== undefined && field !== undefined && secretFields.length === 1) return { [field]: key };
    throw fieldsInvalid([{ field: '', message: 'send `key` for a type with one secret, `values` for all others' }]);
  }
}
