import { z } from 'zod';

/** Fields that accounts of all databases have. */
export function databaseFields(port: number) {
  return {
    host: z
      .string()
      .trim()
      .min(1, 'enter the name of the server')
      .max(253)
      .regex(/^[^\s/?#@\\]+$/, 'must be the name of a server, such as db.example.com')
      .meta({ title: 'Server', ui: { control: 'text', placeholder: 'db.example.com' } }),
    port: z.coerce
      .number('must be a number')
      .int()
      .min(1)
      .max(65_535)
      .default(port)
      .meta({ title: 'Port', ui: { control: 'number' } }),
    database: z
      .string()
      .trim()
      .min(1, 'enter the name of the database')
      .max(128)
      .meta({ title: 'Database', ui: { control: 'text' } }),
    user: z
      .string()
      .trim()
      .min(1, 'enter the user')
      .max(128)
      .meta({
        title: 'User',
        description: 'One that may do no more than workflows need.',
        ui: { control: 'text' },
      }),
    password: z
      .string()
      .max(1_000)
      .default('')
      .meta({ title: 'Password', ui: { control: 'secret' } }),
    ...tlsFields(),
  };
}

function tlsFields() {
  return {
    ssl: z
      .enum(['disable', 'require', 'verify-full'])
      .default('verify-full')
      .meta({
        title: 'Encryption',
        description:
          '`verify-full` checks that it is the right server. `require` encrypts for whoever answers. `disable` is for your own network.',
        ui: {
          control: 'select',
          labels: {
            'verify-full': 'Encrypted, server checked',
            require: 'Encrypted, server not checked',
            disable: 'In the clear',
          },
        },
      }),
    ca: z
      .string()
      .trim()
      .max(100_000)
      .refine((text) => text === '' || text.includes('-----BEGIN CERTIFICATE-----'), 'must be a certificate as PEM')
      .default('')
      .meta({
        title: 'Authority',
        description: 'Certificate (PEM) of the authority that vouches for the server, when it is a private one.',
        ui: { control: 'textarea', rows: 4, advanced: true },
      }),
  };
}
