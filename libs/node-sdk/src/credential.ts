import type { CredentialTypeData, JsonObject } from '@millrace/workflow-model';
import type { z } from 'zod';
import type { HttpPort, HttpRequest, NetPort } from './context';
import { jsonSchemaOf } from './definition-data';

/** A credential as an executor holds it. Printing or serialising it shows no secret. */
export interface ResolvedCredential {
  readonly id: string;
  readonly type: string;
  /** What people call it. */
  readonly name: string;
  /** The fields that are no secrets. */
  readonly fields: JsonObject;
  /** The value of a secret field; empty when it was not filled. */
  secret(field: string): string;
  /** Whether its owner allows it to be sent to this host. */
  allowsHost(host: string): boolean;
  /**
   * The request with what authenticates it.
   * @throws NodeError `CREDENTIAL_HOST_FORBIDDEN` for a host that its owner did not allow
   */
  authenticate(request: HttpRequest): HttpRequest;
}

/** What a test of a credential found. */
export interface CredentialTestResult {
  readonly ok: boolean;
  /** One sentence for people; never holds a secret. */
  readonly message: string;
  /** Whose account it is, when the service tells. */
  readonly account?: string;
}

/** What code that tests a credential may use. */
export interface CredentialTestContext {
  readonly http: HttpPort;
  readonly net: NetPort;
}

/** A credential type as its author writes it. */
export interface CredentialType<Fields extends z.ZodObject = z.ZodObject> extends Omit<
  CredentialTypeData,
  'fieldsSchema' | 'secretFields' | 'testable' | 'docs' | 'icon'
> {
  readonly fields: Fields;
  /** Names of the fields whose values are secrets. */
  readonly secrets: readonly (keyof z.input<Fields> & string)[];
  /** For services that no single HTTP request can test. A NodeError that it throws is its finding. */
  probe?(credential: ResolvedCredential, ctx: CredentialTestContext): Promise<CredentialTestResult>;
}

/** Declares a credential type. Fills nothing in. */
export function defineCredential<F extends z.ZodObject>(type: CredentialType<F>): CredentialType<F> {
  return type;
}

/** The type as plain data, for browsers and validators. */
export function credentialTypeData(type: CredentialType): CredentialTypeData {
  const { fields, secrets, probe, ...rest } = type;
  return {
    ...rest,
    fieldsSchema: jsonSchemaOf(fields),
    secretFields: secrets,
    testable: probe !== undefined || rest.test !== undefined,
  };
}
