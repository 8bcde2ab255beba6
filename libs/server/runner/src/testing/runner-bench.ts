import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { executionsMigrations, ExecutionFeed, StartExecutions } from '@millrace/server-executions';
import { Logger, newId, PlatformModule, platformConfigs, readConfig, SqlPool } from '@millrace/server-platform';
import { Runner } from '../runner';
import { runnerConfig } from '../runner.config';
import { RunnerModule } from '../runner.module';
import { workflowsEntities, workflowsMigrations } from '@millrace/server-workflows';
import { workflowDocumentSchema } from '@millrace/workflow-model';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';

@Module({})
class BenchModule {}

interface Settings {
  readonly url: string;
  readonly sandboxChild: string;
  readonly seconds: number;
  readonly callers: readonly number[];
  readonly nodes: number;
  readonly profile?: string;
}

/** Starts runs of a chain of pure nodes inside one process and waits for their ends; prints a line for each number of callers. */
export async function runBench({ url, sandboxChild, seconds, callers, nodes, profile }: Settings): Promise<void> {
  const config = readConfig({ DATABASE_URL: url }, [...platformConfigs, runnerConfig]);
  const logger = Logger.create('warn');
  const migrations = [...workflowsMigrations, ...executionsMigrations];
  const root = {
    module: BenchModule,
    imports: [
      PlatformModule.forRoot({ config, entities: workflowsEntities, migrations, logger }),
      RunnerModule.forRoot({ sandbox: { childFile: sandboxChild, size: 1 } }),
    ],
  };
  const app = await NestFactory.createApplicationContext(root, { logger: false });
  await app.get(Runner).start();
  const get = <T>(type: new (...given: never[]) => T): T => app.get(type, { strict: false });
  const [starts, feed, pool] = [get(StartExecutions), get(ExecutionFeed), get(SqlPool)];
  const workspaceId = newId();
  const versionId = await storeChain(pool, workspaceId, nodes);
  const one = async (n: number): Promise<number> => {
    const begun = performance.now();
    const request = { workspaceId, workflowId: null, versionId, trigger: { n }, mode: 'api' as const };
    const { executionId } = await starts.start(request);
    const finished = await feed.finished(executionId, { timeoutMs: 30_000 });
    if (finished?.status !== 'completed') throw new Error(JSON.stringify(finished));
    return performance.now() - begun;
  };
  await load(one, 10, 2);
  const session = new Session();
  session.connect();
  for (const count of callers) {
    if (profile) {
      await session.post('Profiler.enable');
      await session.post('Profiler.start');
    }
    const before = process.cpuUsage();
    const times = await load(one, count, seconds);
    const { user, system } = process.cpuUsage(before);
    if (profile)
      writeFileSync(`${profile}-${count}.cpuprofile`, JSON.stringify((await session.post('Profiler.stop')).profile));
    const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    const perSecond = (times.length / seconds).toFixed(0);
    const cpu = ((user + system) / 1_000 / times.length).toFixed(2);
    process.stdout.write(
      `${String(count).padStart(3)} callers: ${perSecond.padStart(5)} runs/s  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms  ${cpu} ms CPU a run in node\n`,
    );
  }
  await app.close();
}

async function load(one: (n: number) => Promise<number>, callers: number, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const call = async (): Promise<void> => {
    while (performance.now() < end) times.push(await one(times.length));
  };
  await Promise.all(Array.from({ length: callers }, call));
  return times.sort((a, b) => a - b);
}

async function storeChain(pool: SqlPool, workspaceId: string, count: number): Promise<string> {
  const id = newId();
  const middle = Array.from({ length: count }, (_none, index) => ({
    id: `set${index}`,
    type: 'transformer',
    label: `set${index}`,
    config: { include: 'all', mappings: { [`f${index}`]: '{{ input.n }}' } },
  }));
  const nodes = [
    { id: 'start', type: 'manual-trigger', label: 'start' },
    ...middle,
    { id: 'out', type: 'output', label: 'out' },
  ];
  const edges = nodes
    .slice(1)
    .map((node, index) => ({ id: `e${index}`, source: nodes[index]?.id ?? '', target: node.id }));
  const document = workflowDocumentSchema.parse({ id, name: 'Bench', nodes, edges });
  await pool.query(
    `INSERT INTO workflow_version (id, workspace_id, kind, document, hash, created_by) VALUES ($1, $2, 'inline', $3, $4, 'bench')`,
    [id, workspaceId, JSON.stringify(document), id],
  );
  return id;
}
