import type { Json } from '@millrace/workflow-model';
import type { ExecutionValueQuery } from '../graphql.generated';
import { ExecutionValueDocument } from '../documents/executions.generated';
import { ApiError } from '../errors/api-error';
import type { GraphqlApi } from './graphql-api';

/** A value of a run that lies out of line, whole. @throws ApiError `VALUE_NOT_FOUND` when it is not kept any more */
export async function executionValue(api: GraphqlApi, executionId: string, payloadId: string): Promise<Json> {
  let text = '';
  for (let offset: number | null = 0; offset !== null;) {
    const asked: ExecutionValueQuery = await api.query(ExecutionValueDocument, { id: executionId, payloadId, offset });
    const part = asked.execution?.value;
    if (!part)
      throw new ApiError({
        code: 'VALUE_NOT_FOUND',
        message: 'This value is not kept any more.',
        category: 'NOT_FOUND',
      });
    text += part.text;
    offset = part.nextOffset ?? null;
  }
  return JSON.parse(text) as Json;
}
