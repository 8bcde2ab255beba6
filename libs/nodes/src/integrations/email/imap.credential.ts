import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { probeImap } from './imap.client';
import { certificateField, hostField, passwordField, portField, requireTlsField } from './mail-fields';

/** A mailbox that is read. */
export const imapCredential = defineCredential({
  type: 'imap',
  title: 'IMAP mailbox',
  description: 'Reads a mailbox: waits for answers, and starts workflows when mail comes.',
  keywords: ['mail', 'e-mail', 'email', 'inbox', 'incoming', 'reply'],
  fields: z.object({
    host: hostField('imap.example.com'),
    port: portField(993, '993 for TLS from the first byte, 143 for STARTTLS.'),
    secure: z
      .boolean()
      .default(true)
      .meta({
        title: 'TLS from the first byte',
        description: 'On for port 993; off for 143, where the connection is encrypted after its first line.',
        ui: { control: 'toggle' },
      }),
    user: z
      .string()
      .trim()
      .min(1, 'enter the user')
      .max(320)
      .meta({ title: 'User', description: 'Usually the address.', ui: { control: 'text' } }),
    password: passwordField(),
    mailbox: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .default('INBOX')
      .meta({
        title: 'Mailbox',
        description: 'Where mail comes in; nodes may name another one.',
        ui: { control: 'text', advanced: true },
      }),
    requireTls: requireTlsField(),
    rejectUnauthorized: certificateField(),
  }),
  secrets: ['password'],
  hostField: 'host',
  probe: probeImap,
});
