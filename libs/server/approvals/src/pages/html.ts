/** Markup that may be put into markup as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | boolean | null | undefined | Html | readonly Part[];

/** Markup with values put in: all text is escaped, markup and lists of it are not; nothing stands for null, undefined and false. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(
    strings.reduce((text, part, index) => text + part + (index < values.length ? shown(values[index]) : ''), ''),
  );
}

function shown(value: Part): string {
  if (value === null || value === undefined || value === false || value === true) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(shown).join('');
  return escaped(String(value));
}

const NAMES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&${NAMES[sign]};`);
}
