import type { JsonObject } from '@millrace/workflow-model';
import { z } from 'zod';

/** What the nodes tell of a customer. */
export function customerOf(customer: JsonObject): JsonObject {
  const { id = null, email = null, name = null, created = null, livemode = null } = customer;
  return { id, email, name, created, livemode };
}

/** The same as a schema. */
export const customerOutput = z.object({
  id: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  created: z.number().nullable(),
  livemode: z.boolean().nullable(),
});
