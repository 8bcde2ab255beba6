import type { JsonObject } from '@millrace/workflow-model';
import { shellWords } from './shell-words';

/** A curl command as params of an HTTP request. */
export interface CurlRequest {
  readonly config: JsonObject;
  /** "GET api.example.com", for the name of the node. */
  readonly label: string;
  /** Options that say something this node cannot do or that were not understood. */
  readonly ignored: readonly string[];
}

/** Short options that are followed by a value. */
const WITH_VALUE = new Set([...'XHduFTAebomcCEKQrtUwxyYzDP']);
const LONG: Readonly<Record<string, string>> = {
  request: 'X',
  header: 'H',
  data: 'd',
  'data-ascii': 'd',
  user: 'u',
  form: 'F',
  'user-agent': 'A',
  referer: 'e',
  cookie: 'b',
  get: 'G',
  head: 'I',
  location: 'L',
  insecure: 'k',
};
const LONG_WITH_VALUE = new Set([
  ...[
    'url',
    'json',
    'data-raw',
    'data-binary',
    'data-urlencode',
    'form-string',
    'max-time',
    'connect-timeout',
    'output',
  ],
  ...['proxy', 'cacert', 'cert', 'key', 'max-redirs', 'retry', 'oauth2-bearer', 'resolve', 'interface', 'ciphers'],
]);
/** Say how curl behaves in a terminal; a node has no terminal. */
const HARMLESS = new Set([
  's',
  'S',
  'v',
  'i',
  'f',
  'N',
  '#',
  'L',
  'silent',
  'show-error',
  'verbose',
  'include',
  'fail',
  'compressed',
]);

/** Reads a `curl …` command; undefined for any other text and for one that names no address. */
export function readCurl(text: string): CurlRequest | undefined {
  const trimmed = text.trim().replace(/^\$\s+/, '');
  if (!/^curl(\.exe)?\s/i.test(trimmed)) return undefined;
  const words = shellWords(trimmed);
  if (words === undefined) return undefined;
  const reading = new CurlReading();
  const options = words.slice(1);
  for (let at = 0; at < options.length;) at += reading.take(options[at] ?? '', options[at + 1]);
  return reading.request();
}

class CurlReading {
  readonly #headers: [string, string][] = [];
  readonly #data: string[] = [];
  readonly #form: [string, string][] = [];
  readonly #ignored: string[] = [];
  #url: string | undefined;
  #method: string | undefined;
  #isGet = false;
  #isJson = false;
  #isRaw = false;
  #timeoutMs: number | undefined;

  /** Takes an option with its value, or an address. Gives how many words that were. */
  take(word: string, next: string | undefined): number {
    if (word.startsWith('--')) return this.#takeLong(word.slice(2), next);
    if (word.startsWith('-') && word.length > 1) return this.#takeShort(word.slice(1), next);
    if (this.#url === undefined) this.#url = word;
    else this.#ignored.push(word);
    return 1;
  }

  request(): CurlRequest | undefined {
    if (this.#url === undefined || this.#url === '') return undefined;
    const { address, query } = this.#address(this.#url);
    const method = this.#method ?? this.#impliedMethod();
    const config: JsonObject = {
      method,
      url: address,
      ...(query.length > 0 && { query: collected(query) }),
      ...this.#body(),
    };
    const headers = this.#keptHeaders();
    if (headers.length > 0) config['headers'] = Object.fromEntries(headers);
    if (this.#timeoutMs !== undefined) config['timeoutMs'] = this.#timeoutMs;
    return { config, label: labelOf(method, address), ignored: this.#ignored };
  }

  #takeLong(option: string, next: string | undefined): number {
    const [name = '', ...inline] = option.split('=');
    const short = LONG[name];
    const hasValue = LONG_WITH_VALUE.has(name) || (short !== undefined && WITH_VALUE.has(short));
    if (!hasValue) {
      this.#flag(short ?? name, `--${name}`);
      return 1;
    }
    const isInline = inline.length > 0;
    this.#value(short ?? name, isInline ? inline.join('=') : (next ?? ''), `--${name}`);
    return isInline ? 1 : 2;
  }

  /** `-sSL`, `-XPOST`, `-H 'a: b'`. */
  #takeShort(letters: string, next: string | undefined): number {
    for (const [place, letter] of [...letters].entries()) {
      if (!WITH_VALUE.has(letter)) {
        this.#flag(letter, `-${letter}`);
        continue;
      }
      const rest = letters.slice(place + 1);
      this.#value(letter, rest === '' ? (next ?? '') : rest, `-${letter}`);
      return rest === '' ? 2 : 1;
    }
    return 1;
  }

  #flag(name: string, written: string): void {
    if (name === 'G') this.#isGet = true;
    else if (name === 'I') this.#method ??= 'HEAD';
    else if (!HARMLESS.has(name)) this.#ignored.push(written);
  }

  #value(name: string, value: string, written: string): void {
    switch (name) {
      case 'X':
        this.#method = value.toUpperCase();
        return;
      case 'H':
        return this.#header(value);
      case 'url':
        this.#url ??= value;
        return;
      case 'd':
      case 'data-raw':
      case 'data-binary':
        this.#isRaw ||= name === 'data-binary';
        this.#data.push(value);
        return;
      case 'data-urlencode':
        this.#data.push(urlEncoded(value));
        return;
      case 'json':
        this.#isJson = true;
        this.#data.push(value);
        return;
      case 'F':
      case 'form-string':
        return this.#formField(value);
      default:
        this.#other(name, value, written);
    }
  }

  #other(name: string, value: string, written: string): void {
    const header = { A: 'User-Agent', e: 'Referer', b: 'Cookie' }[name];
    if (header !== undefined) this.#headers.push([header, value]);
    else if (name === 'u') this.#headers.push(['Authorization', `Basic ${base64(value)}`]);
    else if (name === 'oauth2-bearer') this.#headers.push(['Authorization', `Bearer ${value}`]);
    else if ((name === 'm' || name === 'max-time') && Number(value) > 0)
      this.#timeoutMs = Math.ceil(Number(value) * 1_000);
    else if (name !== 'o' && name !== 'output' && name !== 'w') this.#ignored.push(written);
  }

  #header(text: string): void {
    const colon = text.indexOf(':');
    if (colon <= 0) {
      this.#ignored.push(`-H ${text}`);
      return;
    }
    const name = text.slice(0, colon).trim();
    // Browsers put their own pseudo headers and the transport's into the command.
    if (/^(content-length|host|connection|accept-encoding)$/i.test(name)) return;
    this.#headers.push([name, text.slice(colon + 1).trim()]);
  }

  #formField(text: string): void {
    const equals = text.indexOf('=');
    const value = text.slice(equals + 1);
    if (equals > 0 && !/^[@<]/.test(value)) this.#form.push([text.slice(0, equals), value]);
    else this.#ignored.push(`-F ${text}`);
  }

  #impliedMethod(): string {
    if (this.#isGet) return 'GET';
    return this.#data.length + this.#form.length > 0 ? 'POST' : 'GET';
  }

  /** The address without its query, and the query with what `-G` adds. Templates and odd addresses stay whole. */
  #address(written: string): { address: string; query: [string, string][] } {
    const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`;
    const [beforeFragment = ''] = whole.split('#');
    const mark = beforeFragment.indexOf('?');
    const address = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
    const inAddress = mark < 0 ? '' : beforeFragment.slice(mark + 1);
    const added = this.#isGet ? this.#data : [];
    return { address, query: [inAddress, ...added].flatMap((part) => pairsOf(part)) };
  }

  #body(): JsonObject {
    if (this.#form.length > 0) return { bodyType: 'multipart', body: collected(this.#form) };
    if (this.#data.length === 0 || this.#isGet) return {};
    const text = this.#data.join(this.#isJson ? '' : '&');
    if (this.#isJsonBody(text)) return { bodyType: 'json', body: text };
    const type = this.#contentType();
    const isForm = type === undefined || type.startsWith('application/x-www-form-urlencoded');
    if (isForm && !this.#isRaw && /^[^=&\s{[]+=/.test(text))
      return { bodyType: 'form', body: collected(pairsOf(text)) };
    return { bodyType: 'raw', body: text };
  }

  #isJsonBody(text: string): boolean {
    if (!this.#isJson && !/[/+]json\b/.test(this.#contentType() ?? '')) return false;
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }

  #contentType(): string | undefined {
    return this.#headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].toLowerCase();
  }

  /** The body's type says the same as a plain content type; a special one stays. */
  #keptHeaders(): [string, string][] {
    const bodyType = this.#body()['bodyType'];
    const implied: Readonly<Record<string, RegExp>> = {
      json: /^application\/json(;\s*charset=utf-8)?$/i,
      form: /^application\/x-www-form-urlencoded$/i,
      multipart: /^multipart\/form-data/i,
    };
    const pattern = typeof bodyType === 'string' ? implied[bodyType] : undefined;
    return this.#headers.filter(
      ([name, value]) => name.toLowerCase() !== 'content-type' || pattern?.test(value) !== true,
    );
  }
}

function pairsOf(text: string): [string, string][] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [decoded(name), equals < 0 ? '' : decoded(pair.slice(equals + 1))];
    });
}

/** Pairs as an object; a name that comes again makes a list. */
function collected(pairs: readonly (readonly [string, string])[]): JsonObject {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? (list[0] ?? '') : list]));
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** `content`, `=content`, `name=content`; files cannot be read. */
function urlEncoded(text: string): string {
  const equals = text.indexOf('=');
  if (equals < 0) return encodeURIComponent(text);
  const name = text.slice(0, equals);
  const content = encodeURIComponent(text.slice(equals + 1));
  return name === '' ? content : `${name}=${content}`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function labelOf(method: string, address: string): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#]+)/i.exec(address)?.[1] ?? address;
  return `${method} ${host}`.slice(0, 60);
}
