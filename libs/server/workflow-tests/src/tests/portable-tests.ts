import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { MOST_TESTS, type PortableTest } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { testInvalid, tooManyTests } from '../workflow-tests.errors';
import { hashOfSpec, readName, readSpec } from './read-test';
import { StoredTests, columnsOf, type ReadTest } from './stored-tests';

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
    const wanted = readAll(given);
    const names = new Set(wanted.map(({ name }) => name.toLowerCase()));
    const before = new Map((await this.tests.list(actor, workflowId)).map((test) => [test.name.toLowerCase(), test]));
    const gone = [...before].flatMap(([name, { id }]) => (names.has(name) ? [] : [id]));
    const changed = wanted.flatMap(({ name, spec }): ChangedTest[] => {
      const known = before.get(name.toLowerCase());
      const isChanged = known !== undefined && (known.hash !== hashOfSpec(spec) || known.name !== name);
      return isChanged ? [{ id: known.id, name, spec }] : [];
    });
    const fresh = wanted.filter(({ name }) => !before.has(name.toLowerCase()));
    await this.pool.tx(async (client) => {
      if (gone.length > 0) await client.query('DELETE FROM workflow_test WHERE id = ANY($1::uuid[])', [gone]);
      if (changed.length > 0) await client.query(CHANGE, [changed.map(({ id }) => id), ...columnsOf(changed)]);
      if (fresh.length > 0) await this.tests.insertAll(client, actor, workflowId, fresh);
    });
  }
}

interface ChangedTest extends ReadTest {
  readonly id: string;
}

/** Index: workflow_test_pkey. */
const CHANGE = `
  UPDATE workflow_test t SET name = c.name, spec = c.spec::json, hash = c.hash, revision = t.revision + 1,
    updated_at = clock_timestamp()
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS c(id, name, spec, hash) WHERE t.id = c.id`;

/** The tests of a file. @throws DomainError `TEST_INVALID`, `TEST_TOO_LARGE`, `TOO_MANY_TESTS` */
export function readAll(given: readonly unknown[]): ReadTest[] {
  if (given.length > MOST_TESTS) throw tooManyTests();
  const tests = given.map(readPortable);
  const names = new Set(tests.map(({ name }) => name.toLowerCase()));
  if (names.size === tests.length) return tests;
  throw testInvalid([{ path: 'tests', message: 'Two tests have the same name' }]);
}

/** A test of a file. @throws DomainError `TEST_INVALID`, `TEST_TOO_LARGE` */
export function readPortable(given: unknown): ReadTest {
  const { name, ...rest } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  return { name: readName(typeof name === 'string' ? name : ''), spec: readSpec(rest) };
}
