import { z } from 'zod';

/** Forms leave empty text and null behind where nothing was given. */
export function blankIsAbsent(value: unknown): unknown {
  return value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;
}

/** An optional number that may come as text, as from a template. */
export function amountOf(schema: z.ZodNumber) {
  return z.preprocess((value) => {
    const given = blankIsAbsent(value);
    return typeof given === 'string' ? (Number.isNaN(Number(given)) ? given : Number(given)) : given;
  }, schema.optional());
}
