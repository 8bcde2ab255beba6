import type { Json, JsonObject } from './json';

/** How a request is authenticated. Names and values are Mustache templates over the fields of the credential. */
export interface RequestAuthentication {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Field that holds an object of further headers. */
  readonly headersField?: string;
  /** Field that holds an object of further parameters. */
  readonly queryField?: string;
  /** HTTP Basic. */
  readonly basic?: { readonly username: string; readonly password: string };
}

/** A cheap request that shows whether a credential works. Address, headers and body are templates over the fields. */
export interface CredentialTestRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses that say the credential is good; 200 to 299 when absent. */
  readonly goodStatus?: readonly number[];
  /** What the JSON answer must hold, for services that fail inside a 200. */
  readonly expects?: { readonly path: string; readonly equals: Json };
  /** Path of the account's name in the JSON answer, to be shown. */
  readonly accountPath?: string;
}

/** What is particular to the OAuth 2 endpoint of a provider. URLs are templates over the fields. */
export interface OAuth2Settings {
  readonly grant: 'authorization-code' | 'client-credentials';
  readonly authorizeUrl?: string;
  readonly tokenUrl: string;
  /** Scopes that are asked for unless the field `scopes` says otherwise. */
  readonly scopes: readonly string[];
  /** Between scopes; a space when absent. */
  readonly scopeSeparator?: string;
  /** How the client proves who it is at the token endpoint; `basic` when absent. */
  readonly clientAuthentication?: 'basic' | 'post' | 'none';
  /** Whether the provider takes PKCE; yes when absent. */
  readonly pkce?: boolean;
  /** Further parameters of the authorization request. */
  readonly authorizeParams?: Readonly<Record<string, string>>;
  /** Values of `token_type` beside `bearer` that this provider gives. */
  readonly tokenTypes?: readonly string[];
}

/** A credential type as data: which fields it has, which of them are secret, and what it does to a request. */
export interface CredentialTypeData {
  /** Such as `slack` or `http-bearer`. */
  readonly type: string;
  readonly title: string;
  /** One sentence: what it opens and where to get it. */
  readonly description: string;
  readonly keywords?: readonly string[];
  /** JSON Schema of the fields, with `title`, `description`, `default` and `ui` hints. */
  readonly fieldsSchema: JsonObject;
  /** Fields whose values are never given back. */
  readonly secretFields: readonly string[];
  /** Present when HTTP requests can be authenticated with it. */
  readonly authenticate?: RequestAuthentication;
  /** Hosts that it may be sent to unless its owner says otherwise: labels, with `*.` for any below. Empty: it is sent nowhere. */
  readonly domains?: readonly string[];
  /** Field that holds the address or host of the service; its host is allowed too. */
  readonly hostField?: string;
  readonly oauth2?: OAuth2Settings;
  readonly test?: CredentialTestRequest;
  /** Whether "test" can be asked for: by `test`, or by code of the type. */
  readonly testable: boolean;
  /** Markdown. */
  readonly docs?: string;
  /** SVG source. */
  readonly icon?: string;
}

/** A place of a node for an account. */
export interface CredentialSlot {
  /** Key under `node.credentials`; `account` where a node has one. */
  readonly id: string;
  readonly title?: string;
  /** Credential types that fit, the usual one first; `*` means every type that authenticates HTTP requests. */
  readonly types: readonly string[];
  readonly required: boolean;
  /** The slot counts only while the param holds one of these values. */
  readonly showWhen?: { readonly param: string; readonly is: readonly (string | number | boolean)[] };
}
