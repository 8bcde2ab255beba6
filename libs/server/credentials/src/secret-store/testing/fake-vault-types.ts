/** A request to the fake, read. */
export interface FakeRequest {
  /** `GET` with `list=true` is `LIST`. */
  readonly method: string;
  /** Without `/v1/` and query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Its answer. */
export interface FakeAnswer {
  readonly status: number;
  /** JSON, or a text as it is; nothing when absent. */
  readonly body?: object | string;
}

/** 204. */
export const nothing: FakeAnswer = { status: 204 };

/** An answer with messages, or with an empty list of them. */
export function failure(status: number, ...errors: readonly string[]): FakeAnswer {
  return { status, body: { errors } };
}

/** What stands around all data of Vault. */
export function enveloped(
  data: object | null,
  auth: object | null = null,
  warnings: readonly string[] | null = null,
): object {
  return {
    request_id: crypto.randomUUID(),
    lease_id: '',
    renewable: false,
    lease_duration: 0,
    data,
    wrap_info: null,
    warnings,
    auth,
  };
}
