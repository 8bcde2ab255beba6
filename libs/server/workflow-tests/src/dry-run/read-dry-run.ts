import { injectedFailureSchema, nodeMockSchema, scriptedAnswerSchema } from '@millrace/workflow-model';
import { z } from 'zod';
import { testInvalid } from '../workflow-tests.errors';

const schema = z.object({
  mocks: z.array(nodeMockSchema).max(1_000).default([]),
  answers: z.array(scriptedAnswerSchema).max(1_000).default([]),
  failures: z.array(injectedFailureSchema).max(200).default([]),
  startAt: z.iso.datetime({ offset: true }).optional(),
});

/** What a dry run pretends, as it was read. */
export type DryRunScript = z.infer<typeof schema>;

/** @throws DomainError `TEST_INVALID` */
export function readDryRun(given: { readonly [part in keyof DryRunScript]?: unknown }): DryRunScript {
  const { mocks, answers, failures, startAt } = given;
  const parsed = schema.safeParse({
    mocks: mocks ?? undefined,
    answers: answers ?? undefined,
    failures: failures ?? undefined,
    startAt: startAt ?? undefined,
  });
  if (parsed.success) return parsed.data;
  throw testInvalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}
