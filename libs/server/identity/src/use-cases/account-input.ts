import { parseWith } from '@millrace/server-platform';
import { z } from 'zod';
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH } from '../passwords/passwords';

const email = z
  .string({ error: 'is missing' })
  .trim()
  .toLowerCase()
  .max(254, 'is longer than 254 characters')
  .pipe(z.email('is not an e-mail address'));

const password = z
  .string({ error: 'is missing' })
  .min(MIN_PASSWORD_LENGTH, `must have at least ${MIN_PASSWORD_LENGTH} characters`)
  .refine(
    (text) => Buffer.byteLength(text) <= MAX_PASSWORD_BYTES,
    `must not be longer than ${MAX_PASSWORD_BYTES} bytes`,
  );

const signUpSchema = z.object({
  email,
  password,
  name: z.string().trim().max(200, 'is longer than 200 characters').nullish(),
  invitation: z.string().max(200, 'is not an invitation').nullish(),
});

const nameSchema = z
  .string({ error: 'is missing' })
  .trim()
  .min(1, 'is empty')
  .max(200, 'is longer than 200 characters');

const signInSchema = z.object({ email, password: z.string({ error: 'is missing' }) });

/** What making an account takes. */
export type SignUpInput = z.infer<typeof signUpSchema>;
/** What signing in takes. */
export type SignInInput = z.infer<typeof signInSchema>;

/** @throws DomainError `VALIDATION_FAILED` */
export function parseSignUp(value: unknown): SignUpInput {
  return parseWith(signUpSchema, value);
}

/** @throws DomainError `VALIDATION_FAILED` */
export function parseSignIn(value: unknown): SignInInput {
  return parseWith(signInSchema, value);
}

/** An e-mail address as accounts have it. @throws DomainError `VALIDATION_FAILED` */
export function parseEmail(value: unknown): string {
  return parseWith(z.object({ email }), { email: value }).email;
}

/** A password that may be set. @throws DomainError `VALIDATION_FAILED` */
export function parseNewPassword(value: unknown): string {
  return parseWith(z.object({ password }), { password: value }).password;
}

/** A name of a person, a workspace or a token. @throws DomainError `VALIDATION_FAILED` */
export function parseName(value: unknown): string {
  return parseWith(z.object({ name: nameSchema }), { name: value }).name;
}
