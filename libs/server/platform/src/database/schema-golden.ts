import type { SqlClient } from './sql-pool';

/** Schemas that are not ours to describe. */
const otherSchemas = `('pg_catalog', 'information_schema', 'pg_toast', 'pgboss')`;
const isOurs = `n.nspname not in ${otherSchemas} and c.relname not in ('migration', 'migration_id_seq') and not c.relispartition`;

interface Column {
  relation: string;
  line: string;
}

const tables = `select c.relname as relation,
    case when c.relpersistence = 'u' then 'unlogged ' else '' end
      || case c.relkind when 'p' then 'table ' || c.relname || ' partition by ' || pg_get_partkeydef(c.oid) when 'v' then 'view ' || c.relname else 'table ' || c.relname end as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v') and ${isOurs} order by c.relname collate "C"`;

const columns = `select c.relname as relation,
    a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end
      || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
              when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
      || case when a.attidentity <> '' then ' identity' else '' end as line
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped and ${isOurs}
  order by c.relname collate "C", a.attname collate "C"`;

const constraints = `select c.relname as relation, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${isOurs} and k.contype <> 'n' order by c.relname collate "C", k.conname collate "C"`;

const indexes = `select c.relname as relation, pg_get_indexdef(i.indexrelid) as line
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where ${isOurs} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname collate "C", x.relname collate "C"`;

const triggers = `select c.relname as relation, pg_get_triggerdef(t.oid) as line
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and ${isOurs} order by c.relname collate "C", t.tgname collate "C"`;

const settings = `select c.relname as relation, 'with ' || o.option as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(c.reloptions) as o(option)
  where c.relkind in ('r', 'p') and ${isOurs} order by c.relname collate "C", o.option collate "C"`;

const functions = `select pg_get_functiondef(p.oid) as line
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname not in ${otherSchemas} and p.prokind in ('f', 'p')
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`;

const enums = `select 'enum ' || t.typname || ' (' || string_agg(e.enumlabel, ', ' order by e.enumsortorder) || ')' as line
  from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
  where n.nspname not in ${otherSchemas} group by t.typname order by t.typname collate "C"`;

/**
 * Tables, columns, constraints, indexes, triggers, functions and enums of a migrated database as text, always in the same order:
 * what `schema.golden.sql` is compared with. Leaves out the queue's own tables and the list of migrations.
 */
export async function schemaGolden(client: SqlClient): Promise<string> {
  const parts = new Map<string, string[]>();
  const found = await client.query<Column>(tables);
  for (const { relation, line } of found.rows) parts.set(relation, [line]);
  for (const statement of [columns, constraints, indexes, triggers, settings]) {
    const { rows } = await client.query<Column>(statement);
    for (const { relation, line } of rows) parts.get(relation)?.push(`  ${line}`);
  }
  const others = await Promise.all([enums, functions].map((statement) => client.query<{ line: string }>(statement)));
  const texts = [...parts.values()].map((lines) => lines.join('\n'));
  const otherTexts = others.flatMap(({ rows }) => rows.map(({ line }) => line.trimEnd()));
  return `${[...texts, ...otherTexts].join('\n\n')}\n`;
}
