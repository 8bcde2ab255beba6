import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { probeDatabase } from './database.client';
import { databaseFields } from './database-fields';

/** A database of MySQL or MariaDB. */
export const mysqlCredential = defineCredential({
  type: 'mysql',
  title: 'MySQL',
  description: 'Opens a MySQL or MariaDB database. Give it a user of its own.',
  keywords: ['database', 'sql', 'mariadb'],
  fields: z.object(databaseFields(3_306)),
  secrets: ['password'],
  hostField: 'host',
  probe: probeDatabase,
});
