import { inspect } from 'node:util';
import { authenticated, hostMatches, NodeError } from '@millrace/node-sdk';
import type { HttpRequest, ResolvedCredential } from '@millrace/node-sdk';
import type { CredentialTypeData, Json, JsonObject } from '@millrace/workflow-model';
import type { SecretMask } from './secret-mask';

/** What a credential in the hands of a node is made of. */
export interface CredentialParts {
  readonly id: string;
  readonly name: string;
  readonly type: CredentialTypeData;
  /** All fields, secret ones too. */
  readonly values: JsonObject;
  /** Hosts it may go to: labels, with `*.` for any below, `*` for all. */
  readonly domains: readonly string[];
  /** Learns the secrets. */
  readonly mask: SecretMask;
  /** Fresh values after the service refused these, when there can be any. */
  readonly renew?: () => Promise<CredentialParts | undefined>;
}

/** A credential in the hands of a node. Printing or serialising it shows no secret. */
export class RunCredential implements ResolvedCredential {
  readonly #parts: CredentialParts;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly fields: JsonObject;

  constructor(parts: CredentialParts) {
    this.#parts = parts;
    this.id = parts.id;
    this.type = parts.type.type;
    this.name = parts.name;
    const secrets = new Set(parts.type.secretFields);
    this.fields = Object.fromEntries(Object.entries(parts.values).filter(([field]) => !secrets.has(field)));
    parts.mask.add(...parts.type.secretFields.flatMap((field) => textsIn(parts.values[field])));
  }

  secret(field: string): string {
    return this.#parts.type.secretFields.includes(field) ? textOf(this.#parts.values[field]) : '';
  }

  allowsHost(host: string): boolean {
    return this.#parts.domains.some((domain) => hostMatches(domain, host));
  }

  authenticate(request: HttpRequest): HttpRequest {
    if (!URL.canParse(request.url)) return request;
    const url = new URL(request.url);
    requireHost(this, url);
    const rule = this.#parts.type.authenticate;
    if (rule === undefined) return request;
    const ready = authenticated({ ...request, url: url.href }, rule, this.#parts.values);
    this.#parts.mask.add(...addedValues(request, ready));
    return ready;
  }

  /** The same with fresh values after the service refused these; undefined when there are none. */
  async renewed(): Promise<RunCredential | undefined> {
    const parts = await this.#parts.renew?.();
    return parts && new RunCredential(parts);
  }

  toJSON(): JsonObject {
    return { id: this.id, type: this.type, name: this.name };
  }

  toString(): string {
    return `credential ${this.id} (${this.type})`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** @throws NodeError `CREDENTIAL_HOST_FORBIDDEN` when the owner of the credential did not allow the host */
export function requireHost(credential: ResolvedCredential, url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (credential.allowsHost(host)) return;
  throw new NodeError({
    code: 'CREDENTIAL_HOST_FORBIDDEN',
    fault: 'user',
    message: `The credential "${credential.name}" may not be sent to ${host}. Whoever owns it can add the host to its allowed domains.`,
  });
}

/** What an authenticated request says that the request did not: `Basic` pairs, for example. */
function addedValues(before: HttpRequest, after: HttpRequest): string[] {
  const old = new Set(Object.values(before.headers ?? {}));
  return Object.values(after.headers ?? {})
    .filter((value) => !old.has(value) && /\s/.test(value))
    .flatMap((value) => value.split(/\s+/).slice(1));
}

/** Every text of a value: members of a secret object are secrets each. */
export function textsIn(value: Json | undefined): string[] {
  if (typeof value !== 'object' || value === null) return [textOf(value)];
  return Object.values(value).flatMap(textsIn);
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
