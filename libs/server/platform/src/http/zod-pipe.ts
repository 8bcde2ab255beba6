import type { PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { invalid } from '../errors/domain-error';
import { wordsOf } from './zod-words';

/** One thing wrong with what was sent. */
export interface ValidationProblem {
  readonly path: string;
  readonly message: string;
}

/** The value as the schema reads it. @throws DomainError `VALIDATION_FAILED` with every problem in `details.problems` */
export function parseWith<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value, { error: wordsOf });
  if (parsed.success) return parsed.data;
  const problems: ValidationProblem[] = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const text = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  throw invalid('VALIDATION_FAILED', text, { problems });
}

/** Checks a body, query or parameter: `@Body(new ZodPipe(schema)) body: Body`. */
export class ZodPipe<S extends z.ZodType> implements PipeTransform<unknown, z.infer<S>> {
  constructor(private readonly schema: S) {}

  transform(value: unknown): z.infer<S> {
    return parseWith(this.schema, value ?? {});
  }
}
