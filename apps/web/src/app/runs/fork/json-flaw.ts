/** Where a text stops being JSON, and what should stand there. */
export interface JsonFlaw {
  /** Characters before it. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Such as "a comma or }". */
  readonly expected: string;
}

const SPACE = /[ \t\n\r]*/y;
/** Every character but quotes, backslashes and those below the space. */
const TEXT = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SIMPLE = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Undefined for JSON. Says the place itself: the messages of browsers differ, and some tell none. */
export function jsonFlaw(text: string): JsonFlaw | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { offset, expected } = new Reader(text).flaw();
    const before = text.slice(0, offset).split('\n');
    return { offset, expected, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
}

class Flaw {
  constructor(
    readonly offset: number,
    readonly expected: string,
  ) {}
}

class Reader {
  #at = 0;

  constructor(private readonly text: string) {}

  flaw(): Flaw {
    try {
      this.#value();
      return new Flaw(this.#at, 'the end');
    } catch (thrown) {
      if (thrown instanceof Flaw) return thrown;
      // Nested deeper than it can be followed.
      return new Flaw(this.#at, 'less depth');
    }
  }

  #value(): void {
    this.#space();
    if (this.#takes('{')) this.#many('}', () => this.#field());
    else if (this.#takes('[')) this.#many(']', () => this.#value());
    else if (!this.#matches(TEXT) && !this.#matches(SIMPLE)) this.#miss('a value');
    this.#space();
  }

  #many(end: string, one: () => void): void {
    this.#space();
    if (this.#takes(end)) return;
    do one();
    while (this.#takes(','));
    if (!this.#takes(end)) this.#miss(`a comma or ${end}`);
  }

  #field(): void {
    this.#space();
    if (!this.#matches(TEXT)) this.#miss('a name in double quotes');
    this.#space();
    if (!this.#takes(':')) this.#miss('a colon');
    this.#value();
  }

  #space(): void {
    this.#matches(SPACE);
  }

  #takes(character: string): boolean {
    if (this.text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #miss(expected: string): never {
    throw new Flaw(this.#at, expected);
  }
}
