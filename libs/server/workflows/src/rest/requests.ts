import { ZodPipe } from '@millrace/server-platform';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { z } from 'zod';

/** Everything behind a question mark arrives as text. */
const wholeNumber = z.coerce.number().int().min(1);
const page = { first: wholeNumber.max(100).optional(), after: z.string().optional() };

const workflowListSchema = z.object({
  ...page,
  search: z.string().optional(),
  tag: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((tags) => (tags === undefined ? [] : [tags].flat())),
  status: z.enum(['draft', 'enabled', 'disabled', 'deleted']).optional(),
  sort: z.enum(['updated', 'created', 'name']).optional(),
  direction: z.enum(['asc', 'desc']).optional(),
});
/** Which workflows. */
export type WorkflowListQuery = z.infer<typeof workflowListSchema>;
/** Reads the query of a list of workflows. */
export const workflowListQuery = new ZodPipe(workflowListSchema);

const pageSchema = z.object(page);
/** Which part of a list. */
export type PageQuery = z.infer<typeof pageSchema>;
/** Reads the query of any other list. */
export const pageQuery = new ZodPipe(pageSchema);

const publishSchema = z.object({
  bump: z.enum(['patch', 'minor', 'major']).optional(),
  note: z.string().max(2_000).optional(),
  revision: z.number().int().min(1).optional(),
});
/** How to publish. */
export type PublishBody = z.infer<typeof publishSchema>;
/** Reads the body of a publication. */
export const publishBody = new ZodPipe(publishSchema);

const documentSchema = z.record(z.string(), z.unknown());
/** A document, or parts of one, not yet read as such. */
export type DocumentBody = z.infer<typeof documentSchema>;
/** Reads a body that must be an object. */
export const documentBody = new ZodPipe(documentSchema);

const patchSchema = z.looseObject({ revision: z.number().int().min(1).optional() });
/** New values of parts of a draft. */
export type PatchBody = z.infer<typeof patchSchema>;
/** Reads the body of a change of a draft. */
export const patchBody = new ZodPipe(patchSchema);

/** Which workflow, and which revision of its draft, a call about one element means. */
export const placeSchema = z.object({ workflowId: z.string().optional(), revision: wholeNumber.optional() });

/** OpenAPI of {@link pageQuery}. */
export function ApiPageQuery(): MethodDecorator {
  return applyDecorators(
    ApiQuery({ name: 'first', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } }),
    ApiQuery({ name: 'after', required: false, description: '`nextCursor` of the page before.' }),
  );
}

/** OpenAPI of {@link workflowListQuery}. */
export function ApiWorkflowListQuery(): MethodDecorator {
  return applyDecorators(
    ApiPageQuery(),
    ApiQuery({ name: 'search', required: false, description: 'Part of the name.' }),
    ApiQuery({ name: 'tag', required: false, isArray: true, description: 'All of these tags.', type: String }),
    ApiQuery({ name: 'status', required: false, enum: ['draft', 'enabled', 'disabled', 'deleted'] }),
    ApiQuery({ name: 'sort', required: false, enum: ['updated', 'created', 'name'] }),
    ApiQuery({ name: 'direction', required: false, enum: ['asc', 'desc'] }),
  );
}
