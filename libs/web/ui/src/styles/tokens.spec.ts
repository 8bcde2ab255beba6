import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Theme = 'light' | 'dark';
type Oklch = readonly [lightness: number, chroma: number, hue: number];

const source = readFileSync(path.join(__dirname, '_tokens.scss'), 'utf8');
const tokens = readTokens(source);
const themes: readonly Theme[] = ['light', 'dark'];
const surfaces = ['surface-0', 'surface-1', 'surface-2', 'surface-overlay'];
const tones = ['running', 'completed', 'failed', 'waiting', 'skipped', 'pinned', 'stale'];
const categories = ['trigger', 'action', 'logic', 'output'];
const syntax = ['keyword', 'string', 'number', 'name', 'comment', 'template'];

function readTokens(scss: string): ReadonlyMap<string, Record<Theme, Oklch>> {
  const colour = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
  const found = scss.matchAll(new RegExp(String.raw`--([\w-]+): light-dark\(${colour}, ${colour}\)`, 'g'));
  return new Map(
    [...found].map(([, name, ...numbers]) => {
      const [a, b, c, d, e, f] = numbers.map(Number) as [number, number, number, number, number, number];
      return [name as string, { light: [a, b, c], dark: [d, e, f] }];
    }),
  );
}

/** Relative luminance (WCAG) of an OKLCH colour, clipped to sRGB as a screen would show it. */
function luminance([lightness, chroma, hue]: Oklch): number {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const [red, green, blue] = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel))) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, front: string, back: string): number {
  const [one, other] = [front, back].map((name) => {
    const token = tokens.get(name);
    if (token === undefined) throw new Error(`No token --${name}`);
    return luminance(token[theme]) + 0.05;
  }) as [number, number];
  return Math.max(one, other) / Math.min(one, other);
}

function tooFaint(pairs: readonly (readonly [string, string])[], least: number): string[] {
  return themes.flatMap((theme) =>
    pairs
      .filter(([front, back]) => contrast(theme, front, back) < least)
      .map(([front, back]) => `${theme}: ${front} on ${back} is ${contrast(theme, front, back).toFixed(2)}`),
  );
}

const across = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const));

describe('contrast of the tokens', () => {
  it('white on black is 21', () => {
    expect((luminance([1, 0, 0]) + 0.05) / (luminance([0, 0, 0]) + 0.05)).toBeCloseTo(21, 1);
  });

  it('text holds 4.5:1 on every surface it stands on', () => {
    expect(tooFaint(across(['text-1', 'text-2', 'text-3', 'accent-text'], surfaces), 4.5)).toEqual([]);
    expect(tooFaint(across(['text-1', 'text-2'], ['surface-3', 'accent-soft', 'sunken', 'standing']), 4.5)).toEqual([]);
    expect(tooFaint([['text-3', 'surface-3']], 4.5)).toEqual([]);
    expect(
      tooFaint(
        [
          ['on-accent', 'accent'],
          ['on-accent', 'accent-hover'],
          ['text-inverse', 'surface-inverse'],
          ['text-inverse-2', 'surface-inverse'],
          ['accent-text', 'accent-soft'],
        ],
        4.5,
      ),
    ).toEqual([]);
  });

  it('the text of a status holds 4.5:1 on its own ground and on every surface', () => {
    expect(
      tooFaint(
        tones.map((tone) => [`${tone}-text`, `${tone}-soft`] as const),
        4.5,
      ),
    ).toEqual([]);
    expect(
      tooFaint(
        across(
          tones.map((tone) => `${tone}-text`),
          surfaces,
        ),
        4.5,
      ),
    ).toEqual([]);
    expect(
      tooFaint(
        across(
          ['text-1', 'text-2'],
          tones.map((tone) => `${tone}-soft`),
        ),
        4.5,
      ),
    ).toEqual([]);
  });

  it('code, tiles and notes hold 4.5:1', () => {
    expect(
      tooFaint(
        across(
          syntax.map((name) => `syntax-${name}`),
          surfaces,
        ),
        4.5,
      ),
    ).toEqual([]);
    expect(tooFaint([['syntax-template', 'syntax-template-soft']], 4.5)).toEqual([]);
    expect(
      tooFaint(
        categories.map((name) => [`category-${name}`, `category-${name}-soft`] as const),
        4.5,
      ),
    ).toEqual([]);
    const notes = ['grey', 'yellow', 'green', 'blue', 'purple', 'pink', 'orange'].map((name) => `note-${name}`);
    expect(tooFaint(across(['text-1', 'text-2'], notes), 4.5)).toEqual([]);
  });

  it('graphics hold 3:1: controls, edges, focus, status', () => {
    expect(
      tooFaint(
        across(['border-control', 'edge', 'focus', 'accent', ...tones], ['surface-0', 'surface-1', 'surface-overlay']),
        3,
      ),
    ).toEqual([]);
    expect(
      tooFaint(
        tones.map((tone) => [tone, `${tone}-soft`] as const),
        3,
      ),
    ).toEqual([]);
  });

  it('dark is monochrome: surfaces, borders, text and accent have no chroma', () => {
    const coloured = [...tokens].filter(
      ([name, { dark }]) =>
        /^(surface|border|text|accent|on-accent|focus|edge|grid|skipped)/.test(name) && dark[1] !== 0,
    );
    expect(coloured.map(([name]) => name)).toEqual([]);
  });
});

it('no component names a colour of its own', () => {
  const root = path.join(__dirname, '..');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(scss|ts)$/.test(file) && !/_tokens|\.spec\.ts|generated/.test(file),
  );
  const naming = files.filter((file) =>
    /(oklch|rgba?|hsla?)\(|(color|background|border)[^;\n]*: [^;\n]*#[0-9a-f]{3,8}\b/i.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(naming).toEqual([]);
});
