import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { MOST_TESTS, type PortableTest } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { testInvalid, tooManyTests } from '../workflow-tests.errors';
import { hashOfSpec, readName, readSpec } from './read-test';
import { StoredTests } from './stored-tests';

/** Tests as they stand in a file beside their workflow. */
@Injectable()
export class PortableTests {
  constructor(
    private readonly pool: SqlPool,
    private readonly tests: StoredTests,
  ) {}

  /** By name. @throws DomainError `NOT_FOUND` */
  async of(actor: Actor, workflowId: string): Promise<PortableTest[]> {
    return (await this.tests.list(actor, workflowId)).map(({ name, spec }) => ({ name, ...spec }));
  }

  /**
   * Makes the tests of a workflow those of a file. One of the same name is changed, so that its results stay.
   * @throws DomainError `NOT_FOUND`, `TEST_INVALID`, `TEST_TOO_LARGE`, `TOO_MANY_TESTS`
   */
  async replace(actor: Actor, workflowId: string, given: readonly unknown[]): Promise<void> {
    if (given.length > MOST_TESTS) throw tooManyTests();
    const wanted = given.map(readPortable);
    const names = new Set(wanted.map(({ name }) => name.toLowerCase()));
    if (names.size < wanted.length) throw testInvalid([{ path: 'tests', message: 'Two tests have the same name' }]);
    const before = new Map((await this.tests.list(actor, workflowId)).map((test) => [test.name.toLowerCase(), test]));
    await this.pool.tx(async (client) => {
      for (const [name, { id }] of before) {
        if (!names.has(name)) await client.query('DELETE FROM workflow_test WHERE id = $1', [id]);
      }
      for (const { name, spec } of wanted) {
        const known = before.get(name.toLowerCase());
        if (known === undefined) await this.tests.insert(client, actor, workflowId, { name, spec });
        else if (known.hash !== hashOfSpec(spec) || known.name !== name) {
          await client.query(
            `UPDATE workflow_test SET name = $2, spec = $3, hash = $4, revision = revision + 1, updated_at = clock_timestamp()
             WHERE id = $1`,
            [known.id, name, JSON.stringify(spec), hashOfSpec(spec)],
          );
        }
      }
    });
  }
}

/** A test of a file. @throws DomainError `TEST_INVALID`, `TEST_TOO_LARGE` */
export function readPortable(given: unknown): { name: string; spec: ReturnType<typeof readSpec> } {
  const { name, ...rest } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  return { name: readName(typeof name === 'string' ? name : ''), spec: readSpec(rest) };
}
