export type TextCase = 'none' | 'lower' | 'upper' | 'title' | 'sentence';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const SENTENCE_END = /[.!?…。！？]/;
const CLOSING = /[\p{Pe}\p{Pf}"']/u;
const LETTER = /\p{L}/u;
const SPACE = /\s/;

/**
 * Writes pieces of one text in a case. The pieces are what stands between parts that may not change; a part between two
 * pieces counts as a word.
 */
export function casedPieces(pieces: readonly string[], wanted: TextCase): string[] {
  if (wanted === 'none') return [...pieces];
  if (wanted === 'lower') return pieces.map((piece) => piece.toLowerCase());
  if (wanted === 'upper') return pieces.map((piece) => piece.toUpperCase());
  return wanted === 'title' ? pieces.map(titled) : sentenced(pieces);
}

function titled(text: string): string {
  return text.toLowerCase().replace(WORD, capitalised);
}

function capitalised(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

function sentenced(pieces: readonly string[]): string[] {
  let startsSentence = true;
  return pieces.map((piece, index) => {
    if (index > 0) startsSentence = false;
    const written = sentencedFrom(piece.toLowerCase(), startsSentence);
    startsSentence = written.startsSentence;
    return written.text;
  });
}

function sentencedFrom(text: string, from: boolean): { text: string; startsSentence: boolean } {
  let startsSentence = from;
  let ended = false;
  let written = '';
  for (const character of text) {
    if (LETTER.test(character)) {
      written += startsSentence ? character.toUpperCase() : character;
      startsSentence = false;
    } else {
      written += character;
      if (ended && SPACE.test(character)) startsSentence = true;
    }
    ended = SENTENCE_END.test(character) || (ended && CLOSING.test(character));
  }
  return { text: written, startsSentence };
}
