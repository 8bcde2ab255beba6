import { SqlPool } from '@millrace/server-platform';
import { DocumentChecks, WorkflowVersions } from '@millrace/server-workflows';
import { Injectable } from '@nestjs/common';

/** What models took in a run. */
export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly totalTokens: number;
  /** Dollars of the calls whose price is known; null when none is. */
  readonly costUsd: number | null;
  /** Something is not counted: a price that is not known, or a value that is kept apart. */
  readonly isPartial: boolean;
}

/** A run and the version that it runs. */
export interface RunOfVersion {
  readonly id: string;
  readonly versionId: string;
}

/** A call of a model as the log tells it. */
export interface ModelCall {
  readonly nodeId: string;
  /** Turns around it, such as `each/3`. */
  readonly path: string | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly totalTokens: number | null;
  readonly costUsd: number | null;
  readonly isApart: boolean;
}

/** Index: execution_event_pkey. */
const CALLS = `
  SELECT v.execution_id AS id, v.node_id AS "nodeId", v.body ->> 'path' AS path,
    (v.body #>> '{ports,main,value,usage,inputTokens}')::float8 AS "inputTokens",
    (v.body #>> '{ports,main,value,usage,outputTokens}')::float8 AS "outputTokens",
    (v.body #>> '{ports,main,value,usage,totalTokens}')::float8 AS "totalTokens",
    (v.body #>> '{ports,main,value,costUsd}')::float8 AS "costUsd",
    v.body #>> '{ports,main,payloadId}' IS NOT NULL AS "isApart"
  FROM execution_event v
  WHERE v.execution_id = ANY($1::uuid[]) AND v.type = 'node.completed' AND v.node_id = ANY($2::text[])
    AND v.body ->> 'disabled' IS NULL`;

/** What models took in runs that are over, out of their logs. Runs without nodes that ask models cost nothing to look at. */
@Injectable()
export class ModelUsages {
  constructor(
    private readonly pool: SqlPool,
    private readonly versions: WorkflowVersions,
    private readonly documents: DocumentChecks,
  ) {}

  /** In the order of the runs; null where no model was asked. */
  async of(runs: readonly RunOfVersion[]): Promise<(ModelUsage | null)[]> {
    const nodes = await this.modelNodes(runs.map(({ versionId }) => versionId));
    const asking = runs.filter(({ versionId }) => (nodes.get(versionId)?.size ?? 0) > 0);
    if (asking.length === 0) return runs.map(() => null);
    const ids = new Set(asking.flatMap(({ versionId }) => [...(nodes.get(versionId) ?? [])]));
    const { rows } = await this.pool.query<ModelCall & { id: string }>(CALLS, [asking.map(({ id }) => id), [...ids]]);
    return runs.map(({ id, versionId }) =>
      usageOf(rows.filter((call) => call.id === id && nodes.get(versionId)?.has(call.nodeId) === true)),
    );
  }

  private async modelNodes(versionIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const wanted = [...new Set(versionIds)];
    const found = wanted.map(async (id) => [id, this.documents.askingModels(await this.versions.load(id))] as const);
    return new Map(await Promise.all(found));
  }
}

/** Everything of a run summed up. The list that a node gives for its items repeats what its turns told. */
export function usageOf(calls: readonly ModelCall[]): ModelUsage | null {
  const withTurns = new Set(calls.filter(isOwnTurn).map(({ nodeId }) => nodeId));
  const own = calls.filter((call) => isOwnTurn(call) || !withTurns.has(call.nodeId));
  const counted = own.filter(
    ({ inputTokens, outputTokens, totalTokens }) => inputTokens ?? outputTokens ?? totalTokens,
  );
  const isApart = own.some((call) => call.isApart);
  if (counted.length === 0 && !isApart) return null;
  const sum = (of: (call: ModelCall) => number | null): number =>
    counted.reduce((all, call) => all + (of(call) ?? 0), 0);
  const priced = counted.filter(({ costUsd }) => costUsd !== null);
  return {
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    totalTokens: sum(
      ({ totalTokens, inputTokens, outputTokens }) => totalTokens ?? (inputTokens ?? 0) + (outputTokens ?? 0),
    ),
    costUsd: priced.length === 0 ? null : sum(({ costUsd }) => costUsd),
    isPartial: isApart || priced.length < counted.length,
  };
}

/** Whether it is of a turn that the node itself asked for, one for each item. */
function isOwnTurn({ nodeId, path }: ModelCall): boolean {
  return path?.split('/').at(-2) === nodeId;
}
