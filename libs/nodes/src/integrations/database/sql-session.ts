import type { ResolvedCredential } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';

/** Where a database is, and who opens it. */
export interface DatabaseAccount {
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly credential: ResolvedCredential;
}

/** One statement with its values apart. */
export interface SqlRequest {
  readonly text: string;
  readonly values: readonly Json[];
  readonly readOnly: boolean;
  readonly timeoutMs: number;
  readonly maxRows: number;
}

/** What a statement gave. */
export interface SqlAnswer {
  readonly rows: readonly JsonObject[];
  /** Rows that came or, without any, rows that were changed. */
  readonly rowCount: number;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  /** There were more rows. */
  readonly truncated: boolean;
}

/** How far a statement had come when it failed. */
export type SqlPhase = 'begin' | 'statement' | 'commit';

/** A connection to a database. */
export interface SqlSession {
  /** In a transaction of its own. @throws SqlTrouble */
  query(request: SqlRequest): Promise<SqlAnswer>;
  /** Asks the server, over another connection, to stop what goes on. */
  cancel(): Promise<void>;
  /** Forgets what a statement may have left behind, such as settings and locks. */
  reset(): Promise<void>;
  close(): void;
  /** Whether the connection keeps the process alive. */
  hold(isHeld: boolean): void;
  readonly isBroken: boolean;
}

/** What a driver threw, and when. */
export class SqlTrouble extends Error {
  constructor(
    readonly phase: SqlPhase,
    override readonly cause: unknown,
  ) {
    super('a statement failed');
  }
}

/** Bytes of JSON after which no more rows are read. */
export const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** Names of columns, each once: a second `id` becomes `id_2`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name}_${count}`;
    taken.add(unique);
    return unique;
  });
}

/** Gathers rows until there are enough. */
export class RowCollector {
  readonly rows: JsonObject[] = [];
  truncated = false;
  #bytes = 0;
  #names: readonly string[] = [];

  constructor(private readonly maxRows: number) {}

  columns(names: readonly string[]): void {
    this.#names = uniqueNames(names);
  }

  /** Whether more rows are wanted. */
  add(values: readonly Json[]): boolean {
    if (this.rows.length >= this.maxRows || this.#bytes >= MAX_ANSWER_BYTES) {
      this.truncated = true;
      return false;
    }
    const row = Object.fromEntries(this.#names.map((name, index) => [name, values[index] ?? null]));
    this.rows.push(row);
    this.#bytes += JSON.stringify(row).length;
    return true;
  }

  get names(): readonly string[] {
    return this.#names;
  }
}
