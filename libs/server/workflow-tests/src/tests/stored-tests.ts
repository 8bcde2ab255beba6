import type { Actor } from '@millrace/server-identity';
import { newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import { GetWorkflow } from '@millrace/server-workflows';
import { MOST_TESTS, type WorkflowTestSpec } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { testConflict, testNameTaken, testNotFound, tooManyTests } from '../workflow-tests.errors';
import { hashOfSpec, readName, readSpec } from './read-test';

/** A test of a workflow as it is stored. */
export interface StoredTest {
  readonly id: string;
  readonly workflowId: string;
  readonly name: string;
  readonly spec: WorkflowTestSpec;
  readonly hash: string;
  /** Rises with every change. */
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a test is made of. */
export interface TestContent {
  readonly name: string;
  /** As sent. */
  readonly spec: unknown;
}

/** A test that was read, and is not stored yet. */
export interface ReadTest {
  readonly name: string;
  readonly spec: WorkflowTestSpec;
}

/** What changes of a test; with `expectedRevision` only if nobody changed it in between. */
export type TestChange = Partial<TestContent> & { readonly expectedRevision?: number | undefined };

const COLUMNS = `id, workflow_id AS "workflowId", name, spec, hash, revision, created_by AS "createdBy",
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/** The tests of workflows. */
@Injectable()
export class StoredTests {
  constructor(
    private readonly pool: SqlPool,
    private readonly workflows: GetWorkflow,
  ) {}

  /** By name. @throws DomainError `NOT_FOUND` */
  async list(actor: Actor, workflowId: string): Promise<StoredTest[]> {
    await this.workflows.get(actor, workflowId);
    return this.ofWorkflow(actor, workflowId);
  }

  /** Without asking whether the workflow is there. Index: workflow_test_name. */
  async ofWorkflow({ workspaceId }: Actor, workflowId: string): Promise<StoredTest[]> {
    const { rows } = await this.pool.query<StoredTest>(
      `SELECT ${COLUMNS} FROM workflow_test WHERE workflow_id = $1 AND workspace_id = $2 ORDER BY lower(name)`,
      [workflowId, workspaceId],
    );
    return rows;
  }

  /** @throws DomainError `TEST_NOT_FOUND` */
  async get({ workspaceId }: Actor, id: string): Promise<StoredTest> {
    const { rows } = await this.pool.query<StoredTest>(
      `SELECT ${COLUMNS} FROM workflow_test WHERE id = $1 AND workspace_id = $2`,
      [isUuid(id) ? id : null, workspaceId],
    );
    if (rows[0] === undefined) throw testNotFound(id);
    return rows[0];
  }

  /** @throws DomainError `NOT_FOUND`, `TEST_INVALID`, `TEST_TOO_LARGE`, `TEST_NAME_TAKEN`, `TOO_MANY_TESTS` */
  async create(actor: Actor, workflowId: string, { name: given, spec: sent }: TestContent): Promise<StoredTest> {
    const [name, spec] = [readName(given), readSpec(sent)];
    const others = await this.list(actor, workflowId);
    if (others.length >= MOST_TESTS) throw tooManyTests();
    const [test] = await this.insertAll(this.pool, actor, workflowId, [{ name, spec }]);
    return test as StoredTest;
  }

  /** Tests with different names, in one statement. @throws DomainError `TEST_NAME_TAKEN` */
  async insertAll(
    client: SqlClient,
    { workspaceId, userId }: Actor,
    workflowId: string,
    tests: readonly ReadTest[],
  ): Promise<StoredTest[]> {
    const { rows } = await client.query<StoredTest>(
      `INSERT INTO workflow_test (id, workspace_id, workflow_id, name, spec, hash, created_by)
       SELECT t.id, $5, $6, t.name, t.spec::json, t.hash, $7
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS t(id, name, spec, hash)
       ON CONFLICT (workflow_id, lower(name)) DO NOTHING RETURNING ${COLUMNS}`,
      [tests.map(() => newId()), ...columnsOf(tests), workspaceId, workflowId, userId],
    );
    const stored = new Set(rows.map(({ name }) => name));
    const taken = tests.find(({ name }) => !stored.has(name));
    if (taken !== undefined) throw testNameTaken(taken.name);
    return rows;
  }

  /** @throws DomainError `TEST_NOT_FOUND`, `TEST_CONFLICT`, `TEST_INVALID`, `TEST_TOO_LARGE`, `TEST_NAME_TAKEN` */
  async change(actor: Actor, id: string, change: TestChange): Promise<StoredTest> {
    const before = await this.get(actor, id);
    const name = change.name === undefined ? before.name : readName(change.name);
    const spec = change.spec === undefined ? before.spec : readSpec(change.spec);
    const expected = change.expectedRevision ?? before.revision;
    if (expected !== before.revision) throw testConflict(before.revision);
    if (await this.isTaken(before.workflowId, name, id)) throw testNameTaken(name);
    const { rows } = await this.pool.query<StoredTest>(
      `UPDATE workflow_test SET name = $4, spec = $5, hash = $6, revision = revision + 1, updated_at = clock_timestamp()
       WHERE id = $1 AND workspace_id = $2 AND revision = $3 RETURNING ${COLUMNS}`,
      [id, actor.workspaceId, expected, name, JSON.stringify(spec), hashOfSpec(spec)],
    );
    if (rows[0] === undefined) throw testConflict(expected + 1);
    return rows[0];
  }

  /** @throws DomainError `TEST_NOT_FOUND` */
  async delete({ workspaceId }: Actor, id: string): Promise<void> {
    const { rowCount } = await this.pool.query('DELETE FROM workflow_test WHERE id = $1 AND workspace_id = $2', [
      isUuid(id) ? id : null,
      workspaceId,
    ]);
    if (rowCount === 0) throw testNotFound(id);
  }

  /** The name, with a number behind it when the workflow has a test called so. */
  async freeName(actor: Actor, workflowId: string, wanted: string): Promise<string> {
    const taken = new Set((await this.ofWorkflow(actor, workflowId)).map(({ name }) => name.toLowerCase()));
    const base = wanted.trim().slice(0, 190) || 'Test';
    if (!taken.has(base.toLowerCase())) return base;
    for (let number = 2; ; number += 1) {
      const name = `${base} ${number}`;
      if (!taken.has(name.toLowerCase())) return name;
    }
  }

  private async isTaken(workflowId: string, name: string, id: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'SELECT 1 FROM workflow_test WHERE workflow_id = $1 AND lower(name) = lower($2) AND id <> $3',
      [workflowId, name, id],
    );
    return rowCount > 0;
  }
}

/** Names, specs and hashes, as columns of a statement about many. */
export function columnsOf(tests: readonly ReadTest[]): readonly (readonly string[])[] {
  return [
    tests.map(({ name }) => name),
    tests.map(({ spec }) => JSON.stringify(spec)),
    tests.map(({ spec }) => hashOfSpec(spec)),
  ];
}
