import { StreamLanguage, type StreamParser, type StringStream } from '@codemirror/language';

const WORDS = /^(?:true|false|null|in)\b/;
const MACROS =
  /^(?:has|all|exists|exists_one|map|filter|size|int|uint|double|string|bool|type|duration|timestamp|matches)\b(?=\s*\()/;

/** One token of an expression. */
export function celToken(stream: StringStream): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match('//')) {
    stream.skipToEnd();
    return 'comment';
  }
  if (stream.match(/^[rRbB]{0,2}(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)/)) return 'string';
  if (stream.match(/^(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)u?/i)) return 'number';
  if (stream.match(WORDS)) return 'keyword';
  if (stream.match(MACROS)) return 'function';
  if (stream.match(/^[A-Za-z_]\w*/)) return 'variableName';
  if (stream.match(/^(?:&&|\|\||[=!<>]=|[-+*/%<>!?:])/)) return 'operator';
  stream.next();
  return 'punctuation';
}

/** CEL, for colours only. */
export const celLanguage = StreamLanguage.define({ name: 'cel', token: celToken });

interface TemplateState {
  inside: boolean;
}

const template: StreamParser<TemplateState> = {
  name: 'template',
  startState: () => ({ inside: false }),
  token(stream, state) {
    if (state.inside) return insideToken(stream, state);
    if (stream.match('{{')) {
      state.inside = true;
      return 'brace';
    }
    if (!stream.skipTo('{{')) stream.skipToEnd();
    return null;
  },
};

function insideToken(stream: StringStream, state: TemplateState): string | null {
  if (stream.match('}}')) {
    state.inside = false;
    return 'brace';
  }
  if (stream.match(/^[#/^&>!]/)) return 'keyword';
  return celToken(stream);
}

/** Text with `{{ }}`, for colours only. */
export const templateLanguage = StreamLanguage.define(template);
