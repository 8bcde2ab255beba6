import { randomBytes } from 'node:crypto';
import { NodeCatalogue } from '@millrace/server-catalog';
import { StartRunSecrets } from '@millrace/server-credentials';
import { Sandbox, type Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { WorkflowPins, WorkflowVersions, readPins } from '@millrace/server-workflows';
import type { Pins } from '@millrace/server-workflows';
import type { Json } from '@millrace/workflow-model';
import { Injectable, Optional } from '@nestjs/common';
import { pinsNeedDraft } from '../executions.errors';
import { pinnedStart } from '../partial/pinned-start';
import { idempotencyOf } from './idempotency';
import { nothingPublished, numberedVersion } from './numbered-version';
import { StartExecutions } from './start-executions';
import type { ExecutionMode, RunPriority, StartPart, StartedExecution, StartRequest } from './start-request';

/** A run that a person or another program asks for. */
export interface RunRequest {
  readonly workflowId: string;
  /** Output of the trigger node; `{}` when absent. */
  readonly input?: Json;
  /** `published`, `draft` or a published number such as `1.2.0`; what is published, else the draft, when absent. */
  readonly version?: string;
  readonly triggerNodeId?: string;
  readonly idempotencyKey?: string;
  readonly mode?: ExecutionMode;
  /** What the workflow says when absent. */
  readonly priority?: RunPriority;
}

/** A run by hand. Its version is the draft when pins are to count. */
export interface ManualRunRequest extends Omit<RunRequest, 'mode'> {
  /** Pinned outputs, as sent: node id to a value per port. They go before the stored ones. */
  readonly pins?: unknown;
  /** Whether the stored pins of the draft count, too. */
  readonly usePins?: boolean;
  /** Breakpoints: ids of the nodes before which the run is paused. */
  readonly pauseBefore?: readonly string[];
}

/** A run of a document that belongs to no workflow. */
export interface InlineRunRequest {
  /** Our own or the exchange form. */
  readonly definition: unknown;
  readonly input?: Json;
  readonly idempotencyKey?: string;
  /** Secrets by credential type, for nodes that name no account; kept in the store of secrets until the run ends. */
  readonly integrations?: Readonly<Record<string, unknown>>;
}

/** An inline run and the id of the document as its sender wrote it. */
export interface StartedInline extends StartedExecution {
  readonly workflowId: string;
}

/** Starts runs on behalf of an actor: finds the version, then starts. */
@Injectable()
export class RunWorkflow {
  constructor(
    private readonly starts: StartExecutions,
    private readonly versions: WorkflowVersions,
    private readonly pool: SqlPool,
    private readonly pins: WorkflowPins,
    private readonly catalogue: NodeCatalogue,
    @Optional() private readonly runSecrets?: StartRunSecrets,
    @Optional() private readonly sandbox?: Sandbox,
  ) {}

  /**
   * Starts a run by hand: the only whole runs in which pinned outputs count.
   * @throws as `run`, and DomainError `PINS_NEED_DRAFT`, `PIN_INVALID`, `PIN_TOO_LARGE`, `TOO_MANY_PINS`
   */
  async runByHand(actor: Actor, request: ManualRunRequest): Promise<StartedExecution> {
    const { pins: sent, usePins = false, pauseBefore, ...rest } = request;
    const given = readPins(sent);
    const part: StartPart = pauseBefore ? { pauseBefore } : {};
    if (!usePins && given.size === 0) return this.run(actor, { ...rest, mode: 'manual' }, part);
    if ((request.version ?? 'draft') !== 'draft') throw pinsNeedDraft();
    const stored: Pins = usePins ? await this.pins.pinsOf(actor, request.workflowId) : new Map();
    const pins = new Map([...stored, ...given]);
    return this.runPinned(actor, { ...rest, version: 'draft' }, pins, part);
  }

  /** @throws DomainError `NOT_FOUND`, those of starting; WorkflowInvalidError when the draft cannot run */
  async run(actor: Actor, request: RunRequest, part: StartPart = {}): Promise<StartedExecution> {
    const versionId = await this.versionOf(actor, request);
    const { workflowId, input = {}, triggerNodeId, idempotencyKey, mode = 'api' } = request;
    return this.starts.start({
      workspaceId: actor.workspaceId,
      workflowId,
      versionId,
      trigger: input,
      mode,
      part,
      startedBy: actor.userId,
      ...(triggerNodeId === undefined ? {} : { triggerNodeId }),
      ...(request.priority ? { priority: request.priority } : {}),
      ...idempotencyOf(`execute:${workflowId}`, idempotencyKey, { input, version: request.version ?? null }),
    });
  }

  private async runPinned(actor: Actor, request: RunRequest, pins: Pins, part: StartPart): Promise<StartedExecution> {
    const { workflowId, input, idempotencyKey } = request;
    const { versionId, document } = await this.versions.snapshotDraft(actor, workflowId);
    const body = { input: input ?? null, version: 'draft', pins: Object.fromEntries(pins) };
    const pinned = pinnedStart(document, pins, { ...request, lookup: this.catalogue.lookup });
    return this.starts.start({
      ...{ workspaceId: actor.workspaceId, workflowId, versionId, mode: 'manual', startedBy: actor.userId },
      ...{ ...pinned, part: { ...pinned.part, ...part } },
      ...(request.priority ? { priority: request.priority } : {}),
      ...idempotencyOf(`execute:${workflowId}`, idempotencyKey, body),
    });
  }

  /**
   * @throws WorkflowInvalidError when the document cannot be read or run
   * @throws DomainError `CREDENTIAL_TYPE_UNKNOWN`, `CREDENTIAL_FIELDS_INVALID`, `SECRETS_UNAVAILABLE`, `GUEST_LIMIT_REACHED` because of secrets that come along
   */
  async runInline(actor: Actor, request: InlineRunRequest): Promise<StartedInline> {
    const { versionId, document } = await this.versions.snapshotInline(actor, request.definition);
    const { input = {}, idempotencyKey } = request;
    const workflowId = givenIdOf(request.definition) ?? document.id;
    const started = await this.startInline(request.integrations ?? {}, {
      workspaceId: actor.workspaceId,
      workflowId: null,
      versionId,
      trigger: input,
      mode: 'inline',
      startedBy: actor.userId,
      instanceId: `${workflowId.slice(0, 120)}-${Date.now()}-${randomBytes(8).toString('hex')}`,
      ...idempotencyOf(`inline:${actor.workspaceId}`, idempotencyKey, { input, versionId }),
    });
    return { ...started, workflowId };
  }

  /** Secrets are stored before the run can be seen by a worker, and forgotten when it does not come to be. */
  private async startInline(
    integrations: Readonly<Record<string, unknown>>,
    start: StartRequest,
  ): Promise<StartedExecution> {
    if (this.runSecrets === undefined || Object.keys(integrations).length === 0) return this.starts.start(start);
    await this.sandbox?.requireNoSecrets(start.workspaceId);
    const secrets = this.runSecrets;
    const values = secrets.read(integrations);
    let kept: string | undefined;
    try {
      return await this.pool.tx(async (client) => {
        const started = await this.starts.start({ ...start, client });
        if (started.duplicate) return started;
        kept = started.executionId;
        await secrets.keep(started.executionId, start.workspaceId, values, client);
        return started;
      });
    } catch (error) {
      if (kept !== undefined) await secrets.forget(kept).catch(() => undefined);
      throw error;
    }
  }

  private async versionOf(actor: Actor, { workflowId, version }: RunRequest): Promise<string> {
    if (version === 'draft') return (await this.versions.snapshotDraft(actor, workflowId)).versionId;
    if (version !== undefined && version !== 'published') return numberedVersion(this.pool, actor, workflowId, version);
    const published = await this.versions.publishedOf(workflowId);
    if (published?.workspaceId === actor.workspaceId) return published.versionId;
    if (version === 'published') throw nothingPublished(workflowId);
    return (await this.versions.snapshotDraft(actor, workflowId)).versionId;
  }
}

function givenIdOf(definition: unknown): string | undefined {
  const id = typeof definition === 'object' && definition !== null && 'id' in definition ? definition.id : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
