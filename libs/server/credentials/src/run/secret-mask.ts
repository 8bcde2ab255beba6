import type { Json, JsonObject } from '@millrace/workflow-model';

/** Shorter secrets would mask ordinary text. */
const SHORTEST = 6;
/** Lines of longer secrets, such as keys in PEM, are masked one by one from this length on. */
const SHORTEST_LINE = 16;
const SHOWN = '***';

/**
 * Knows the secrets that a run has used, and takes them out of whatever is stored or shown: as they are, and as they look
 * in JSON, in addresses, in Base64 (also inside longer text) and in hex. Values come back as they are when nothing is in them.
 */
export class SecretMask {
  readonly #known = new Set<string>();
  readonly #forms = new Set<string>();
  #pattern: RegExp | undefined;

  /** Whether nothing is to be masked. */
  get isEmpty(): boolean {
    return this.#forms.size === 0;
  }

  /** Secrets of at least six characters are masked from now on. */
  add(...secrets: readonly string[]): void {
    for (const secret of secrets) {
      if (this.#known.has(secret)) continue;
      this.#known.add(secret);
      for (const part of partsOf(secret)) for (const form of formsOf(part)) this.#forms.add(form);
      this.#pattern = undefined;
    }
  }

  /** Whether a text holds a secret. */
  isIn(text: string): boolean {
    return !this.isEmpty && text.search(this.#expression()) !== -1;
  }

  /** The text without secrets. */
  text(text: string): string {
    return this.isEmpty ? text : text.replace(this.#expression(), SHOWN);
  }

  /** The value without secrets, in keys too. */
  json<T extends Json>(value: T): T {
    return this.isEmpty ? value : (this.#json(value) as T);
  }

  /** An error, its causes and its own members without secrets, for a log. */
  error(error: unknown): unknown {
    if (this.isEmpty || !(error instanceof Error)) return typeof error === 'string' ? this.text(error) : error;
    const copy = new Error(this.text(error.message));
    copy.name = error.name;
    copy.stack = this.text(error.stack ?? '');
    if (error.cause !== undefined) copy.cause = this.error(error.cause);
    return copy;
  }

  #json(value: Json): Json {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number') return this.isIn(String(value)) ? SHOWN : value;
    if (typeof value !== 'object' || value === null) return value;
    return Array.isArray(value) ? this.#array(value) : this.#object(value);
  }

  #array(values: readonly Json[]): Json {
    const masked = values.map((value) => this.#json(value));
    return masked.some((value, index) => value !== values[index]) ? masked : (values as Json[]);
  }

  #object(object: JsonObject): Json {
    let changed = false;
    const entries = Object.entries(object).map(([name, value]): [string, Json] => {
      const entry: [string, Json] = [this.text(name), this.#json(value)];
      changed ||= entry[0] !== name || entry[1] !== value;
      return entry;
    });
    return changed ? Object.fromEntries(entries) : object;
  }

  /** Longest first, so that a form within another leaves nothing of the other. */
  #expression(): RegExp {
    this.#pattern ??= new RegExp(
      [...this.#forms]
        .sort((one, other) => other.length - one.length)
        .map((form) => form.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
        .join('|'),
      'g',
    );
    return this.#pattern;
  }
}

function partsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const parts = [
    secret,
    secret.trim(),
    ...(lines.length > 1 ? lines.filter((line) => line.length >= SHORTEST_LINE) : []),
  ];
  return [...new Set(parts)].filter((part) => part.length >= SHORTEST);
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const query = new URLSearchParams({ '': secret }).toString().slice(1);
  const address = inAddress(secret);
  const inHex = bytes.toString('hex');
  const escaped = [address, query, address.replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)];
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    ...escaped,
    ...escaped.map((text) => text.replace(/%[\dA-F]{2}/gi, (code) => code.toLowerCase())),
    ...base64Forms(bytes),
    inHex,
    inHex.toUpperCase(),
  ];
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}

/** Lone surrogates have no form in an address. */
function inAddress(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

/** Base64 alone, and what it looks like behind one or two other bytes of a longer text. */
function base64Forms(bytes: Buffer): string[] {
  const alone = bytes.toString('base64');
  const inside = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
  const forms = [alone, ...inside];
  return [...forms, ...forms.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}
