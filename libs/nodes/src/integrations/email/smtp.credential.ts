import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { certificateField, hostField, passwordField, portField, requireTlsField } from './mail-fields';
import { addressText } from './addresses';
import { probeSmtp } from './smtp.client';

/** A server that sends mail. */
export const smtpCredential = defineCredential({
  type: 'smtp',
  title: 'SMTP server',
  description: 'Sends e-mail through any mail server. Its provider tells name, port and password.',
  keywords: ['mail', 'e-mail', 'email', 'send', 'outgoing'],
  fields: z.object({
    host: hostField('smtp.example.com'),
    port: portField(587, '587 for STARTTLS, 465 for TLS from the first byte, 25 inside a network.'),
    secure: z
      .boolean()
      .default(false)
      .meta({
        title: 'TLS from the first byte',
        description: 'On for port 465; off for 587, where the connection is encrypted after its first line.',
        ui: { control: 'toggle' },
      }),
    user: z
      .string()
      .trim()
      .max(320)
      .default('')
      .meta({ title: 'User', description: 'Empty when the server asks for none.', ui: { control: 'text' } }),
    password: passwordField(),
    from: z
      .union([z.literal(''), addressText()])
      .default('')
      .meta({
        title: 'Sender',
        description: 'Who mails are from; nodes may name somebody else.',
        ui: { control: 'text', placeholder: 'Acme <hello@acme.example>' },
      }),
    requireTls: requireTlsField(),
    rejectUnauthorized: certificateField(),
  }),
  secrets: ['password'],
  hostField: 'host',
  probe: probeSmtp,
});
