/** Colours that notes come in, as their tokens are called. */
export const NOTE_COLOURS = ['yellow', 'green', 'blue', 'purple', 'pink', 'orange', 'grey'] as const;
