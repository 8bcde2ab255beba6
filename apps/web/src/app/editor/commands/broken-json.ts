import { flawWords, jsonFlaw } from '@millrace/web-ui';

/** What is wrong with a text that begins like JSON and is none; undefined for every other text. */
export function brokenJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const flaw = jsonFlaw(text);
  return flaw && `This looks like JSON, but it is broken. ${flawWords(flaw)}.`;
}
