import { StartExecutions, storeValue } from '@millrace/server-executions';
import type { Actor } from '@millrace/server-identity';
import type { SqlClient } from '@millrace/server-platform';
import type { Json, SimulationScript } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

/** A run that only pretends. */
export interface SimulatedStart {
  readonly kind: 'test' | 'dry-run';
  /** Null for a document that belongs to no workflow. */
  readonly workflowId: string | null;
  readonly versionId: string;
  readonly triggerNodeId?: string | undefined;
  readonly trigger: Json;
  /** ISO 8601; the present when absent. */
  readonly startAt?: string | undefined;
  readonly script: SimulationScript;
}

/** Starts runs that only pretend. */
@Injectable()
export class SimulatedStarts {
  constructor(private readonly starts: StartExecutions) {}

  /** @throws DomainError `TRIGGER_NOT_FOUND`, `WORKFLOW_HAS_NO_TRIGGER`, `GUEST_LIMIT_REACHED` */
  async start(actor: Actor, start: SimulatedStart, client?: SqlClient): Promise<string> {
    const { workflowId, versionId, trigger, triggerNodeId, kind, startAt } = start;
    const { ref: script, payload } = storeValue(start.script as unknown as Json);
    const startMs = startAt === undefined ? Date.now() : Date.parse(startAt);
    const { executionId } = await this.starts.start({
      ...{ workspaceId: actor.workspaceId, workflowId, versionId, trigger, mode: 'test', startedBy: actor.userId },
      ...(triggerNodeId === undefined ? {} : { triggerNodeId }),
      ...(client ? { client } : {}),
      part: { simulation: { kind, startMs, script }, ...(payload ? { payloads: [payload] } : {}) },
    });
    return executionId;
  }
}
