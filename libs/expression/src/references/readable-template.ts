import { readJsonText } from '../json-text';

/** A template as it can be read for references. */
export interface ReadableTemplate {
  /** As long as the text that was written, so ranges in it are ranges in that. */
  readonly source: string;
  /** Whether it is JSON text, in which quotes are written as `\"`. */
  readonly isJson: boolean;
}

/** Takes the backslashes of JSON text out of quoted keys in tags. */
export function readableTemplate(text: string): ReadableTemplate {
  if (readJsonText(text) === undefined) return { source: text, isJson: false };
  return { source: text.replaceAll('[\\"', '[ "').replaceAll('\\"]', '" ]'), isJson: true };
}
