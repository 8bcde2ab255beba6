/** Beginnings of what mail programs put under an answer. */
const SEPARATORS = [
  /^-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|forwarded message|weitergeleitete nachricht)\s*-{2,}$/i,
  /^_{20,}$/,
  /^-- ?$/,
  /^(?:sent from my|get outlook for|von meinem .{1,40} gesendet|envoyé de mon) /i,
];
/** `On …, Ada wrote:` and what it is elsewhere; may be broken over two or three lines. */
const ATTRIBUTION =
  /^(?:on|am|le|el|il|op|den|em)\b.{4,300}(?:wrote|schrieb[^:]{0,120}|a écrit|escribió|ha scritto|schreef[^:]{0,120}|skrev[^:]{0,120}|escreveu)\s*:$/i;
/** The head of the mail below, as Outlook writes it. */
const HEAD_LINE = /^\*?(?:from|von|de|da|van)\s*:\*?\s+\S/i;
const HEAD_FOLLOWS =
  /^\*?(?:sent|gesendet|envoyé|enviado|inviato|verzonden|date|datum|to|an|à|para|a|aan|subject|betreff)\s*:/i;
const QUOTE = /^\s{0,3}>/;
const LONGEST_ATTRIBUTION = 3;

/**
 * The answer without the mail that it quotes and without the signature. What stands between quoted lines stays. The whole
 * text when nothing would be left.
 */
export function stripQuoted(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept = lines.slice(0, endOf(lines));
  const own = kept.filter((line, index) => !QUOTE.test(line) && !isAttribution(kept, index)).join('\n');
  const result = own.replace(/\n{3,}/g, '\n\n').trim();
  return result === '' ? text.trim() : result;
}

/** Where what is below begins. */
function endOf(lines: readonly string[]): number {
  const end = lines.findIndex((line, index) => {
    const trimmed = line.trim();
    if (index === 0 && trimmed === '') return false;
    if (SEPARATORS.some((separator) => separator.test(line === '-- ' ? line : trimmed))) return true;
    if (HEAD_LINE.test(trimmed) && HEAD_FOLLOWS.test((lines[index + 1] ?? '').trim())) return true;
    return isAttribution(lines, index) && !isQuotedBelow(lines, index);
  });
  return end < 0 ? lines.length : end;
}

/** Whether the line is part of an attribution, which begins here or up to two lines before. */
function isAttribution(lines: readonly string[], index: number): boolean {
  for (let start = Math.max(0, index - LONGEST_ATTRIBUTION + 1); start <= index; start += 1) {
    for (let end = index + 1; end <= start + LONGEST_ATTRIBUTION; end += 1) {
      const whole = lines.slice(start, end).join(' ').trim();
      if (whole.length < 500 && ATTRIBUTION.test(whole)) return true;
    }
  }
  return false;
}

/** Whether quoted lines follow, so that there may be own text between them. */
function isQuotedBelow(lines: readonly string[], index: number): boolean {
  return lines.slice(index + 1, index + 2 + LONGEST_ATTRIBUTION).some((line) => QUOTE.test(line));
}
