import type { CredentialSlot } from '@millrace/workflow-model';
import { z } from 'zod';

/** The slot for the account of a service. */
export function accountSlot(title: string, ...types: readonly string[]): CredentialSlot {
  return { id: 'account', title: `${title} account`, types, required: true };
}

/** A list of short texts; what a template makes may be text with commas. */
export function listParam(item: z.ZodType<string> = z.string().trim().min(1)) {
  return z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split(',')
            .map((part) => part.trim())
            .filter((part) => part !== '')
        : value,
    z.array(item),
  );
}

/** Text that may be left empty, which is the same as not giving it. */
export function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .transform((text) => (text === '' ? undefined : text))
    .optional();
}

/** The secret field of a credential. */
export function secretField(title: string, placeholder: string) {
  return z
    .string()
    .trim()
    .min(1, 'enter it')
    .max(1_000)
    .meta({ title, description: 'The secret.', ui: { control: 'secret', placeholder } });
}

/** The address of a service's API, which other installations and tests have elsewhere. */
export function baseUrlField(address: string, description = 'Where the API is, when it is behind a proxy.') {
  return z
    .url({ protocol: /^https?$/ })
    .default(address)
    .meta({ title: 'Base URL', description, ui: { advanced: true } });
}
