import { ZodPipe } from '@millrace/server-platform';
import type { ApiBodyOptions, ApiResponseOptions } from '@nestjs/swagger';
import { z } from 'zod';

const domains = z.array(z.string().max(300)).max(50).optional();
const values = z.record(z.string(), z.json());

const createSchema = z.object({
  type: z.string().max(100),
  name: z.string().max(400),
  values,
  allowedDomains: domains,
});
/** A new credential. */
export type CreateBody = z.infer<typeof createSchema>;
/** Reads the body that creates one. */
export const createBody = new ZodPipe(createSchema);

const keySchema = z.object({
  name: z.string().max(400),
  type: z.string().max(100).default('http-bearer'),
  key: z.string().max(65_536).optional(),
  values: values.optional(),
  allowedDomains: domains,
});
/** A key: a credential with one secret. */
export type KeyBody = z.infer<typeof keySchema>;
/** Reads the body that stores a key. */
export const keyBody = new ZodPipe(keySchema);

const updateSchema = z.object({
  name: z.string().max(400).optional(),
  values: values.optional(),
  allowedDomains: domains,
});
/** What is to be another. */
export type UpdateBody = z.infer<typeof updateSchema>;
/** Reads the body that changes one. */
export const updateBody = new ZodPipe(updateSchema);

const shareSchema = z.object({
  shares: z
    .array(
      z.object({
        subjectKind: z.enum(['role', 'member']),
        subject: z.string().max(100),
        right: z.enum(['use', 'edit']),
      }),
    )
    .max(200),
});
/** Whom it is shared with. */
export type ShareBody = z.infer<typeof shareSchema>;
/** Reads the body that shares one. */
export const shareBody = new ZodPipe(shareSchema);

const text = { type: 'string' as const };
const list = { type: 'array' as const, items: text };
const open = { type: 'object' as const, additionalProperties: true, writeOnly: true };

/** A new credential. */
export const createApi: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['type', 'name', 'values'],
    properties: { type: { ...text, example: 'http-bearer' }, name: text, values: open, allowedDomains: list },
  },
};

/** A key. */
export const keyApi: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['name'],
    properties: {
      name: text,
      type: { ...text, default: 'http-bearer' },
      key: { ...text, writeOnly: true, description: 'For types with one secret; else `values`.' },
      values: open,
      allowedDomains: list,
    },
  },
};

/** What is to be another. */
export const updateApi: ApiBodyOptions = {
  schema: { type: 'object', properties: { name: text, values: open, allowedDomains: list } },
};

/** Whom it is shared with. */
export const shareApi: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['shares'],
    properties: {
      shares: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            subjectKind: { ...text, enum: ['role', 'member'] },
            subject: text,
            right: { ...text, enum: ['use', 'edit'] },
          },
        },
      },
    },
  },
};

/** Everything but values. */
export const credentialSchema = {
  type: 'object' as const,
  properties: {
    id: { ...text, format: 'uuid' },
    name: text,
    type: text,
    state: { ...text, enum: ['pending', 'active', 'deleting'] },
    health: { ...text, nullable: true, enum: ['unknown', 'good', 'failing', 'reconnect'] },
    healthMessage: { ...text, nullable: true },
    allowedDomains: { ...list, nullable: true },
    filledFields: { ...list, nullable: true },
    createdAt: { ...text, format: 'date-time', nullable: true },
    updatedAt: { ...text, format: 'date-time', nullable: true },
    lastUsedAt: { ...text, format: 'date-time', nullable: true },
  },
};

/** One credential. */
export const credentialAnswer: ApiResponseOptions = {
  status: 200,
  description: 'Everything but its values, which are never given back.',
  schema: credentialSchema,
};

/** Credentials. */
export const credentialsAnswer: ApiResponseOptions = {
  status: 200,
  schema: { type: 'array', items: credentialSchema },
};
