import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { probeDatabase } from './database.client';
import { databaseFields } from './database-fields';

/** A database of PostgreSQL, or of something that speaks like it. */
export const postgresCredential = defineCredential({
  type: 'postgres',
  title: 'PostgreSQL',
  description: 'Opens a PostgreSQL database. Give it a user of its own.',
  keywords: ['database', 'sql', 'postgresql'],
  fields: z.object(databaseFields(5_432)),
  secrets: ['password'],
  hostField: 'host',
  probe: probeDatabase,
});
