/** Colours that notes and groups come in, as their tokens are called. */
export const NOTE_COLOURS = ['yellow', 'green', 'blue', 'purple', 'pink', 'orange', 'grey'] as const;

/** As CSS. A colour of somebody's own only tints the surface: text stays legible on it, by day and by night. */
export function paintOf(colour: string): string {
  const known = NOTE_COLOURS.find((one) => one === colour);
  return known ? `var(--note-${known})` : `color-mix(in oklab, ${colour} 25%, var(--surface-1))`;
}
