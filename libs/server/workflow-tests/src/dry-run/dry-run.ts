import type { Actor } from '@millrace/server-identity';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { testRunNotFound } from '../workflow-tests.errors';
import type { DryRunReport } from './dry-run-report';

/** What to pretend. */
export interface DryRunRequest {
  readonly workflowId: string;
  readonly triggerNodeId?: string;
  /** What the trigger gives. */
  readonly trigger?: Json;
  /** ISO 8601. */
  readonly startAt?: string;
  readonly sourceExecutionId?: string;
  readonly usePins: boolean;
  readonly reads: 'mock' | 'real';
  /** As sent. */
  readonly failures?: unknown;
  /** As sent. */
  readonly answers?: unknown;
  /** As sent. */
  readonly mocks?: unknown;
}

/** Runs a draft without changing anything outside. */
@Injectable()
export class DryRun {
  /** @throws DomainError `NOT_FOUND`, `TEST_INVALID`; WorkflowInvalidError when the draft cannot run */
  start(_actor: Actor, request: DryRunRequest): Promise<{ executionId: string }> {
    return Promise.reject(testRunNotFound(request.workflowId));
  }

  /** @throws DomainError `EXECUTION_NOT_FOUND` */
  report(_actor: Actor, executionId: string): Promise<DryRunReport> {
    return Promise.reject(testRunNotFound(executionId));
  }
}
