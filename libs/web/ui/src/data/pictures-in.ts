/** A picture inside a value. */
export interface Picture {
  readonly fileName: string;
  readonly mimeType: string;
  readonly base64: string;
  /** Of the file. */
  readonly bytes: number;
}

/** Kinds that are nothing but pixels; drawings with scripts in them are not among them. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/webp', 'webp'],
  ['image/gif', 'gif'],
  ['image/avif', 'avif'],
]);
const MAX_DEPTH = 6;
const MOST = 24;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The pictures in a value: file values with a MIME type and base64, wherever they are. */
export function picturesIn(value: unknown): readonly Picture[] {
  const found: Picture[] = [];
  collect(value, 0, found);
  return found.slice(0, MOST);
}

function collect(value: unknown, depth: number, found: Picture[]): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || found.length >= MOST) return;
  const picture = Array.isArray(value)
    ? undefined
    : pictureOf(value as Readonly<Record<string, unknown>>, found.length);
  if (picture !== undefined) found.push(picture);
  else for (const part of Object.values(value)) collect(part, depth + 1, found);
}

function pictureOf(value: Readonly<Record<string, unknown>>, at: number): Picture | undefined {
  const { mimeType, base64, fileName } = value;
  const ending = typeof mimeType === 'string' ? KINDS.get(mimeType.toLowerCase()) : undefined;
  if (ending === undefined || typeof base64 !== 'string' || !isBase64(base64)) return undefined;
  return {
    fileName: typeof fileName === 'string' && fileName !== '' ? fileName : `picture-${at + 1}.${ending}`,
    mimeType: String(mimeType).toLowerCase(),
    base64,
    bytes: Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0),
  };
}

/** Looks at both ends only: a picture has millions of letters. */
function isBase64(text: string): boolean {
  return (
    text.length >= 8 &&
    text.length % 4 === 0 &&
    [text.slice(0, 1_000), text.slice(-1_000)].every((part) => BASE64.test(part))
  );
}
