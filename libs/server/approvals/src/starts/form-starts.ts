import { NodeCatalogue } from '@millrace/server-catalog';
import { StartExecutions } from '@millrace/server-executions';
import { WorkflowVersions } from '@millrace/server-workflows';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { RunDoors } from '../waits/run-doors';
import { doorNotFound } from '../waits/waits.errors';

/** A form that starts runs. */
export interface StartForm {
  readonly workflowId: string;
  readonly workspaceId: string;
  readonly versionId: string;
  readonly nodeId: string;
  /** What the page shows, as nodes of forms ask it. */
  readonly ask: JsonObject;
}

/** Forms that start runs of published workflows, for people without an account. */
@Injectable()
export class FormStarts {
  constructor(
    private readonly doors: RunDoors,
    private readonly versions: WorkflowVersions,
    private readonly catalogue: NodeCatalogue,
    private readonly executions: StartExecutions,
  ) {}

  /** The form, while its workflow is published and enabled. @throws DomainError `WAIT_NOT_FOUND` */
  async find(token: string, nodeId: string): Promise<StartForm> {
    const workflowId = this.doors.workflowOf(token, nodeId);
    const form = workflowId === null ? null : await this.live(workflowId, nodeId);
    if (form === null) throw doorNotFound();
    return form;
  }

  /** The form of a trigger in the live version; null when there is none just now. */
  async live(workflowId: string, nodeId: string): Promise<StartForm | null> {
    const live = await this.versions.publishedOf(workflowId);
    if (!live?.enabled) return null;
    const { versionId, workspaceId } = live;
    const node = (await this.versions.load(versionId)).nodes.find(({ id }) => id === nodeId);
    const startsOn = node && this.catalogue.lookup(node.type, node.typeVersion)?.startsOn;
    if (!node?.enabled || startsOn !== 'form') return null;
    const { title } = node.config;
    const ask = { ...node.config, title: typeof title === 'string' && title !== '' ? title : node.label };
    return { workflowId, workspaceId, versionId, nodeId, ask };
  }

  /** Starts a run with what was filled in. Sending the same page again starts no other. */
  async start(form: StartForm, values: Json, once: string | undefined): Promise<void> {
    const { workflowId, workspaceId, versionId, nodeId } = form;
    const scope = `form:${workflowId}:${nodeId}`;
    await this.executions.start({
      ...{ workflowId, workspaceId, versionId, triggerNodeId: nodeId, trigger: values, mode: 'webhook' },
      ...(once === undefined ? {} : { idempotency: { scope, key: once, bodyHash: '' } }),
    });
  }
}
