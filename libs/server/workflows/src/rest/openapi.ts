import type { ApiBodyOptions, ApiResponseOptions } from '@nestjs/swagger';

const anObject = { type: 'object' as const, additionalProperties: true };

/** The members of a document that a caller may send. */
const documentParts = {
  name: { type: 'string' as const, example: 'Greet' },
  nodes: {
    type: 'array' as const,
    items: anObject,
    example: [
      { id: 'start', type: 'manual-trigger', label: 'Start', position: { x: 0, y: 0 }, config: {} },
      { id: 'greet', type: 'transformer', label: 'Greet', position: { x: 320, y: 0 }, config: {} },
    ],
  },
  edges: { type: 'array' as const, items: anObject, example: [{ id: 'e1', source: 'start', target: 'greet' }] },
  settings: anObject,
  metadata: anObject,
  notes: { type: 'array' as const, items: anObject },
  groups: { type: 'array' as const, items: anObject },
};

const state = {
  revision: { type: 'integer' as const, example: 1 },
  status: { type: 'string' as const, enum: ['draft', 'enabled', 'disabled', 'deleted'] },
  enabled: { type: 'boolean' as const },
  publishedVersionId: { type: 'string' as const, format: 'uuid', nullable: true },
  publishedVersion: { type: 'string' as const, nullable: true },
  createdAt: { type: 'string' as const, format: 'date-time' },
  updatedAt: { type: 'string' as const, format: 'date-time' },
};

/** A document in our own or the exchange form. */
export const documentApi: ApiBodyOptions = {
  description: 'A workflow document; `id` is optional. Node types of the exchange form are accepted.',
  schema: { type: 'object', required: ['name'], properties: { id: { type: 'string' }, ...documentParts } },
};

/** Parts of a draft. */
export const patchApi: ApiBodyOptions = {
  description: 'New values of the parts to change; `revision` refuses the change when somebody else saved in between.',
  schema: { type: 'object', properties: { ...documentParts, revision: { type: 'integer' } } },
};

/** A draft with the state of its workflow. */
export const workflowAnswer: ApiResponseOptions = {
  status: 200,
  description: 'The document of the draft, with the state of the workflow beside it.',
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' },
      version: { type: 'string', example: '1.0.0' },
      ...documentParts,
      ...state,
    },
  },
};

/** Everything that is wrong with a document. */
export const validationAnswer: ApiResponseOptions = {
  status: 200,
  schema: {
    type: 'object',
    properties: {
      valid: { type: 'boolean' },
      problems: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            code: { type: 'string', example: 'DANGLING_EDGE' },
            severity: { type: 'string', enum: ['error', 'warning'] },
            message: { type: 'string' },
            nodeId: { type: 'string' },
            edgeId: { type: 'string' },
            path: { type: 'array', items: {} },
          },
        },
      },
    },
  },
};

/** A node or connection. */
export const elementApi: ApiBodyOptions = { schema: anObject };

/** How to publish. */
export const publishApi: ApiBodyOptions = {
  required: false,
  schema: {
    type: 'object',
    properties: {
      bump: { type: 'string', enum: ['patch', 'minor', 'major'] },
      note: { type: 'string', maxLength: 2_000 },
      revision: { type: 'integer' },
    },
  },
};
