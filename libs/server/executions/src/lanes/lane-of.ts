import { createHash } from 'node:crypto';
import { compileParam, scopeOf } from '@millrace/expression';
import type { CompiledParam } from '@millrace/expression';
import type { ConcurrencySettings, Json, WorkflowDocument } from '@millrace/workflow-model';
import type { StartRequest } from '../start/start-request';

/** What runs share that count against one limit: a workflow, or one value of its key. */
export interface Lane {
  readonly lane: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  /** What the key came to, shortened; null when the whole workflow is one lane. */
  readonly key: string | null;
  /** Runs at a time. */
  readonly max: number;
  readonly onLimit: ConcurrencySettings['onLimit'];
}

/** Characters of a key that are shown. */
const SHOWN_KEY = 200;

const compiled = new WeakMap<ConcurrencySettings, CompiledParam>();

/**
 * The lane that a run enters; undefined for what counts against no limit: workflows without one, documents that belong to no
 * workflow, runs of a part, and runs that only pretend. A key that cannot be worked out counts as an empty one, so that no start is lost over it.
 */
export function laneOf(request: StartRequest, document: WorkflowDocument): Lane | undefined {
  const { concurrency } = document.settings;
  const { workspaceId, workflowId, part } = request;
  if (concurrency === undefined || workflowId === null || part?.only !== undefined || part?.simulation !== undefined)
    return undefined;
  const { limit: max, key: wanted, onLimit } = concurrency;
  const about = { workspaceId, workflowId, max, onLimit };
  if (wanted === undefined) return { ...about, lane: workflowId, key: null };
  const key = keyOf(concurrency, wanted, {
    trigger: triggerOf(request),
    workflow: { id: workflowId, name: document.name },
  });
  const digest = createHash('sha256').update(key).digest('base64url');
  return { ...about, lane: `${workflowId}:${digest}`, key: key.slice(0, SHOWN_KEY) };
}

function keyOf(
  settings: ConcurrencySettings,
  wanted: string | { readonly $expr: string },
  roots: Readonly<Record<string, Json>>,
): string {
  try {
    const param = compiled.get(settings) ?? compileParam(wanted as Json);
    compiled.set(settings, param);
    const value = param.evaluate(scopeOf({ ...roots, input: roots['trigger'] ?? null }));
    if (value === undefined || value === null) return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return '';
  }
}

function triggerOf({ trigger, part }: StartRequest): Json {
  const stored = part?.trigger;
  if (stored === undefined) return trigger;
  return 'value' in stored ? stored.value : (stored.preview ?? null);
}
