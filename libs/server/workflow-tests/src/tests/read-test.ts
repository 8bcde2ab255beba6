import { createHash } from 'node:crypto';
import { canonicalJson, MOST_TEST_BYTES, workflowTestSpecSchema } from '@millrace/workflow-model';
import type { Json, WorkflowTestSpec } from '@millrace/workflow-model';
import { testInvalid, testTooLarge } from '../workflow-tests.errors';

/** The test as it is stored. @throws DomainError `TEST_INVALID`, `TEST_TOO_LARGE` */
export function readSpec(given: unknown): WorkflowTestSpec {
  const bytes = Buffer.byteLength(JSON.stringify(given ?? null));
  if (bytes > MOST_TEST_BYTES) throw testTooLarge(bytes);
  const parsed = workflowTestSpecSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw testInvalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}

/** The name as it is stored. @throws DomainError `TEST_INVALID` */
export function readName(given: string): string {
  const name = given.trim();
  if (name.length >= 1 && name.length <= 200 && !name.includes('\u0000')) return name;
  throw testInvalid([{ path: 'name', message: 'A test needs a name of at most 200 characters' }]);
}

/** The same for tests that ask the same, whatever they are called. */
export function hashOfSpec(spec: WorkflowTestSpec): string {
  return createHash('sha256')
    .update(canonicalJson(spec as unknown as Json))
    .digest('base64url');
}
