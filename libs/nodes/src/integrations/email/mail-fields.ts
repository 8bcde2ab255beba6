import { z } from 'zod';

/** Name or address of a mail server: never an address of a page. */
export function hostField(placeholder: string) {
  return z
    .string()
    .trim()
    .min(1, 'enter the name of the server')
    .max(253)
    .regex(/^[^\s/?#@\\]+$/, 'must be the name of a server, such as mail.example.com')
    .meta({ title: 'Server', ui: { control: 'text', placeholder } });
}

/** Port of a server. */
export function portField(port: number, description: string) {
  return z.coerce
    .number('must be a number')
    .int()
    .min(1)
    .max(65_535)
    .default(port)
    .meta({ title: 'Port', description, ui: { control: 'number' } });
}

/** Whether the certificate of the server must be good. */
export function certificateField() {
  return z
    .boolean()
    .default(true)
    .meta({
      title: 'Check the certificate',
      description: 'Leave it on. Off, anybody in between can read along and pretend to be the server.',
      ui: { control: 'toggle', advanced: true },
    });
}

/** Whether a connection that begins in the clear must become an encrypted one. */
export function requireTlsField() {
  return z
    .boolean()
    .default(true)
    .meta({
      title: 'Insist on encryption',
      description: 'Off, the password goes in the clear to servers that cannot encrypt: only inside your own network.',
      ui: { control: 'toggle', advanced: true },
    });
}

/** The secret of an account at a mail server. */
export function passwordField() {
  return z
    .string()
    .max(1_000)
    .default('')
    .meta({ title: 'Password', description: 'Often a password for apps.', ui: { control: 'secret' } });
}
