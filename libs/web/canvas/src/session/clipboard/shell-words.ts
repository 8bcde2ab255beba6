/**
 * Splits a command into words as a POSIX shell or a browser's "Copy as cURL" writes them: quotes, `$'…'` with escapes,
 * backslashes and lines that go on. Variables and substitutions are left as text: nothing is ever run.
 * Undefined when a quote is not closed.
 */
export function shellWords(command: string): readonly string[] | undefined {
  const reader = new WordReader(command.replace(/\r\n/g, '\n'));
  return reader.read();
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
  e: '\u001b',
  0: '\0',
};

class WordReader {
  readonly #text: string;
  readonly #words: string[] = [];
  #word: string | undefined;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly string[] | undefined {
    while (this.#at < this.#text.length) if (!this.#step()) return undefined;
    this.#end();
    return this.#words;
  }

  /** Takes one character or one quoted part. False for a quote that never closes. */
  #step(): boolean {
    const character = this.#text[this.#at] ?? '';
    const next = this.#text[this.#at + 1];
    if (character === "'") return this.#single();
    if (character === '"') return this.#double();
    if (character === '$' && next === "'") return this.#ansi();
    this.#at += 1;
    // Windows writes `^` where a shell writes a backslash.
    if (character === '\\' || (character === '^' && (next === '\n' || next === '"'))) this.#escape();
    else if (/\s/.test(character)) this.#end();
    else this.#add(character);
    return true;
  }

  #escape(): void {
    const next = this.#text[this.#at];
    this.#at += 1;
    if (next !== undefined && next !== '\n') this.#add(next);
  }

  #single(): boolean {
    const close = this.#text.indexOf("'", this.#at + 1);
    if (close < 0) return false;
    this.#add(this.#text.slice(this.#at + 1, close));
    this.#at = close + 1;
    return true;
  }

  #double(): boolean {
    this.#add('');
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at] ?? '';
      const next = this.#text[this.#at + 1] ?? '';
      if (character === '"') {
        this.#at += 1;
        return true;
      }
      if (character !== '\\' || !'"\\$`\n'.includes(next) || next === '') this.#add(character);
      else {
        this.#at += 1;
        if (next !== '\n') this.#add(next);
      }
    }
    return false;
  }

  /** `$'…'`: escapes as in C. */
  #ansi(): boolean {
    this.#add('');
    for (this.#at += 2; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at] ?? '';
      if (character === "'") {
        this.#at += 1;
        return true;
      }
      this.#add(character === '\\' ? this.#cEscape() : character);
    }
    return false;
  }

  #cEscape(): string {
    this.#at += 1;
    const rest = this.#text.slice(this.#at);
    const code = /^(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/.exec(rest);
    if (code !== null) {
      this.#at += code[0].length - 1;
      const point = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '0', 16);
      return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
    }
    const character = rest[0] ?? '';
    return ESCAPES[character] ?? character;
  }

  #add(text: string): void {
    this.#word = (this.#word ?? '') + text;
  }

  #end(): void {
    if (this.#word !== undefined) this.#words.push(this.#word);
    this.#word = undefined;
  }
}
