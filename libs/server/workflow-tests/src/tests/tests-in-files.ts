import type { Actor } from '@millrace/server-identity';
import { WorkflowCompanions, type WorkflowCompanion } from '@millrace/server-workflows';
import type { Json } from '@millrace/workflow-model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { testInvalid } from '../workflow-tests.errors';
import { PortableTests, readPortable } from './portable-tests';

/** Lets tests travel with their workflow in files. */
@Injectable()
export class TestsInFiles implements WorkflowCompanion, OnModuleInit {
  readonly key = 'tests';

  constructor(
    private readonly companions: WorkflowCompanions,
    private readonly tests: PortableTests,
  ) {}

  onModuleInit(): void {
    this.companions.add(this);
  }

  async export(actor: Actor, workflowId: string): Promise<Json | undefined> {
    const tests = await this.tests.of(actor, workflowId);
    return tests.length === 0 ? undefined : (tests as unknown as Json);
  }

  check(given: unknown): void {
    for (const test of listOf(given)) readPortable(test);
  }

  import(actor: Actor, workflowId: string, given: unknown): Promise<void> {
    return this.tests.replace(actor, workflowId, listOf(given));
  }
}

function listOf(given: unknown): readonly unknown[] {
  if (Array.isArray(given)) return given;
  throw testInvalid([{ path: 'tests', message: 'must be a list' }]);
}
