import ipaddr from 'ipaddr.js';
import type { Finding, PersonalDataKind } from './finding';

export type MaskStyle = 'full' | 'partial' | 'token';

/** Length of a full mask, so that it does not tell how long the value was. */
const FULL_LENGTH = 8;

/** Writes what stands in the place of findings and counts them. One for each run of the node: equal values get equal tokens. */
export class Masker {
  readonly counts = new Map<PersonalDataKind, number>();
  private readonly tokens = new Map<string, string>();
  private readonly distinct = new Map<PersonalDataKind, number>();

  constructor(private readonly options: { readonly style: MaskStyle; readonly character: string }) {}

  /** What is shown instead of the finding. */
  mask(finding: Finding): string {
    const { kind } = finding;
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    switch (this.options.style) {
      case 'full':
        return this.options.character.repeat(FULL_LENGTH);
      case 'partial':
        return this.partial(finding);
      case 'token':
        return this.token(finding);
    }
  }

  private token({ kind, text }: Finding): string {
    const value = `${kind} ${kind === 'email' || kind === 'ip' ? text.toLowerCase() : bare(text)}`;
    const known = this.tokens.get(value);
    if (known !== undefined) return known;
    const number = (this.distinct.get(kind) ?? 0) + 1;
    this.distinct.set(kind, number);
    const token = `[${kind.toUpperCase()}_${number}]`;
    this.tokens.set(value, token);
    return token;
  }

  private partial({ kind, text }: Finding): string {
    const { character } = this.options;
    switch (kind) {
      case 'email':
        return partialEmail(text, character);
      case 'ip':
        return partialAddress(text, character);
      case 'iban':
        return text.slice(0, 2) + hiddenButLast(text.slice(2), 4, character);
      case 'phone':
      case 'card':
      case 'ssn':
        return hiddenButLast(text, 4, character);
    }
  }
}

function partialEmail(text: string, character: string): string {
  const at = text.lastIndexOf('@');
  const [first = ''] = text;
  return (at > 1 ? first : '') + character.repeat(3) + text.slice(at);
}

function partialAddress(text: string, character: string): string {
  const address = ipaddr.parse(text);
  if (address.kind() === 'ipv4') return [...text.split('.').slice(0, 2), character, character].join('.');
  return [...address.toNormalizedString().split(':').slice(0, 2), character].join(':');
}

/** Letters and digits hidden but for the last few; separators stay. */
function hiddenButLast(text: string, kept: number, character: string): string {
  let left = [...text].filter(isHidden).length - kept;
  return [...text].map((letter) => (isHidden(letter) && left-- > 0 ? character : letter)).join('');
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function isHidden(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
