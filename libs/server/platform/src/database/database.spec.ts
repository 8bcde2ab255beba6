import { createMigration, runMigrations } from './migrations';
import { schemaGolden } from './schema-golden';
import { openDataSource, sqlPoolOf } from './data-source';
import { sqlClientOf, Transactions } from './transactions';
import { startTestDatabase, type TestDatabase } from '../testing';

const CreateThing = createMigration({
  name: 'CreateThing1763600000001',
  up: [
    `create table thing (
      id uuid primary key,
      name text not null default 'x' constraint thing_name_known check (name <> ''),
      owner_id uuid references thing (id) on delete cascade,
      made_at timestamptz not null default now()
    )`,
    `create function thing_guard() returns trigger language plpgsql as $$ begin return new; end $$`,
    `create trigger thing_guard before update on thing for each row execute function thing_guard()`,
  ],
});
const IndexThing = createMigration({
  name: 'IndexThing1763600000002',
  up: 'create index concurrently thing_name on thing (name) where owner_id is null',
  transactional: false,
});

describe('database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase({ migrations: [IndexThing, CreateThing] });
  });
  beforeEach(() => database.pool.query('truncate thing'));
  afterAll(() => database.stop());
  const insert = `insert into thing (id) values (gen_random_uuid())`;
  const count = async (): Promise<unknown> =>
    (await database.pool.query('select count(*)::int as n from thing')).rows[0];

  describe('migrations', () => {
    it('run in order of their time, each once', async () => {
      expect(await runMigrations(database.dataSource)).toEqual([]);
      const { rows } = await database.pool.query<{ name: string }>('select name from migration order by id');
      expect(rows.map(({ name }) => name)).toEqual(['CreateThing1763600000001', 'IndexThing1763600000002']);
    });

    it('run once when five processes start on an empty database at the same time', async () => {
      const empty = await startTestDatabase();
      const Slow = createMigration({
        name: 'Slow1763600000003',
        up: 'create schema shop; create table shop.item (id int); select pg_sleep(0.1)',
      });
      const sources = await Promise.all(
        [1, 2, 3, 4, 5].map(() => openDataSource({ url: empty.url, migrations: [Slow], poolSize: 2 })),
      );
      const done = await Promise.all(sources.map(runMigrations));
      expect(done.flat()).toEqual(['Slow1763600000003']);
      await Promise.all(sources.map((source) => source.destroy()));
      await empty.stop();
    });

    it('may take longer than the statement timeout', async () => {
      const empty = await startTestDatabase();
      const Slow = createMigration({ name: 'Slow1763600000003', up: 'select pg_sleep(0.3)' });
      const source = await openDataSource({ url: empty.url, migrations: [Slow], statementTimeoutMs: 100 });
      expect(await runMigrations(source)).toEqual(['Slow1763600000003']);
      await source.destroy();
      await empty.stop();
    });

    it('leave nothing behind when they fail, and free the lock', async () => {
      const empty = await startTestDatabase();
      const Broken = createMigration({
        name: 'Broken1763600000003',
        up: ['create table half (id int)', 'select nonsense'],
      });
      const source = await openDataSource({ url: empty.url, migrations: [Broken] });
      await expect(runMigrations(source)).rejects.toThrow('nonsense');
      await expect(runMigrations(source)).rejects.toThrow('nonsense');
      expect(await schemaGolden(empty.pool)).toBe('\n');
      await source.destroy();
      await empty.stop();
    });

    it.each(['createThing1763600000001', 'CreateThing', 'CreateThing17636'])('refuse the name %s', (name) => {
      expect(() => createMigration({ name, up: '' })).toThrow(name);
    });

    it('install no extension', async () => {
      const { rows } = await database.pool.query<{ extname: string }>('select extname from pg_extension');
      expect(rows).toEqual([{ extname: 'plpgsql' }]);
    });
  });

  it('writes its golden text the same each time', async () => {
    const golden = await schemaGolden(database.pool);
    expect(golden).toBe(await schemaGolden(database.pool));
    expect(golden).toBe(`table thing
  id uuid not null
  made_at timestamp with time zone not null default now()
  name text not null default 'x'::text
  owner_id uuid
  constraint thing_name_known CHECK ((name <> ''::text))
  constraint thing_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES thing(id) ON DELETE CASCADE
  constraint thing_pkey PRIMARY KEY (id)
  CREATE INDEX thing_name ON public.thing USING btree (name) WHERE (owner_id IS NULL)
  CREATE TRIGGER thing_guard BEFORE UPDATE ON public.thing FOR EACH ROW EXECUTE FUNCTION thing_guard()

CREATE OR REPLACE FUNCTION public.thing_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin return new; end $function$
`);
  });

  describe('transactions', () => {
    it('commit what they return', async () => {
      expect(await database.pool.tx(async (client) => (await client.query(insert)).rowCount)).toBe(1);
      expect(await count()).toEqual({ n: 1 });
    });

    it('roll back when they throw, and give the connection back', async () => {
      for (let i = 0; i < 15; i += 1) {
        await expect(
          database.pool.tx(async (client) => {
            await client.query(insert);
            throw new Error('no');
          }),
        ).rejects.toThrow('no');
      }
      expect(await count()).toEqual({ n: 0 });
      expect(database.pool.usage().waiting).toBe(0);
    });

    it('roll back after an error of SQL, which keeps its code', async () => {
      const failing = database.pool.tx(async (client) => {
        await client.query(insert);
        await client.query('insert into thing (id) values (null)');
      });
      await expect(failing).rejects.toMatchObject({ code: '23502' });
      expect(await count()).toEqual({ n: 0 });
    });

    it('of TypeORM share one transaction with raw SQL', async () => {
      const transactions = new Transactions(database.dataSource);
      const run = transactions.run(async (em) => {
        const client = sqlClientOf(em);
        await client.query(insert);
        await client.queryNamed('thing-insert', insert);
        expect(await em.query('select count(*)::int as n from thing')).toEqual([{ n: 2 }]);
        throw new Error('no');
      });
      await expect(run).rejects.toThrow('no');
      expect(await count()).toEqual({ n: 0 });
      expect(() => sqlClientOf(transactions.entities)).toThrow('running transaction');
    });
  });

  it('ends statements that take too long with an error that says to try again', async () => {
    const source = await openDataSource({ url: database.url, statementTimeoutMs: 50 });
    await expect(sqlPoolOf(source).query('select pg_sleep(5)')).rejects.toMatchObject({
      code: 'DATABASE_TIMEOUT',
      status: 503,
      fault: 'transient',
    });
    await source.destroy();
  });

  it('does not wait for ever when all connections are lent', async () => {
    const source = await openDataSource({ url: database.url, poolSize: 1, connectTimeoutMs: 100 });
    const pool = sqlPoolOf(source);
    await pool.withClient(async () => {
      await expect(pool.query('select 1')).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await source.destroy();
  });
});
