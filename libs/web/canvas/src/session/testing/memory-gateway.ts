import type { Problem, WorkflowDocument } from '@millrace/workflow-model';
import type { PinnedPorts, Pins } from '../pins/pinned-data';
import type {
  CheckpointOutcome,
  CheckpointRequest,
  LoadedWorkflow,
  PinRefusal,
  PublishOutcome,
  PublishRequest,
  PublishedVersion,
  SaveOutcome,
  WorkflowGateway,
} from '../ports/workflow-gateway';

/** A server in memory: optimistic revisions like the real one, and faults on demand. */
export class MemoryGateway implements WorkflowGateway {
  document: WorkflowDocument;
  revision = 1;
  enabled = false;
  published: PublishedVersion | undefined;
  savedBy = 'Ana';
  /** Every document that arrived, in order. */
  readonly saves: WorkflowDocument[] = [];
  readonly checkpoints: CheckpointRequest[] = [];
  pins: Pins = {};
  /** What only the server knows to be wrong. */
  rules: (document: WorkflowDocument) => readonly Problem[] = () => [];
  /** While set, every pin is refused with it. */
  pinRefusal: PinRefusal | undefined;
  readonly leaves: { readonly document: WorkflowDocument; readonly revision: number }[] = [];
  /** Set to make the next requests fail: before they arrive, or after. */
  fault: 'none' | 'unreachable' | 'answer-lost' | 'refused' = 'none';
  /** While set, saves wait for it. */
  gate: Promise<void> | undefined;
  requests = 0;

  constructor(document: WorkflowDocument) {
    this.document = document;
  }

  async load(workflowId: string): Promise<LoadedWorkflow> {
    if (this.fault === 'unreachable') throw new Error('unreachable');
    const { document, revision, enabled, published, savedBy, pins } = this;
    const copy = JSON.parse(JSON.stringify(document)) as WorkflowDocument;
    return { workflowId, document: copy, revision, enabled, savedBy, pins, ...(published && { published }) };
  }

  async saveDraft(_workflowId: string, document: WorkflowDocument, expectedRevision: number): Promise<SaveOutcome> {
    this.requests += 1;
    await this.gate;
    if (this.fault === 'unreachable') throw new Error('unreachable');
    if (this.fault === 'refused') return { kind: 'refused', code: 'FORBIDDEN', message: 'You may not save this.' };
    if (expectedRevision !== this.revision)
      return { kind: 'conflict', currentRevision: this.revision, savedBy: this.savedBy };
    this.store(document);
    if (this.fault === 'answer-lost') throw new Error('connection reset');
    return { kind: 'saved', revision: this.revision, savedAt: '2026-01-01T00:00:00Z' };
  }

  saveOnLeave(_workflowId: string, document: WorkflowDocument, revision: number): void {
    this.leaves.push({ document, revision });
    if (revision === this.revision) this.store(document);
  }

  async publish(_workflowId: string, request: PublishRequest): Promise<PublishOutcome> {
    if (request.expectedRevision !== this.revision) return { kind: 'conflict', currentRevision: this.revision };
    this.published = { versionId: 'v1', version: '1.0.0', document: JSON.parse(JSON.stringify(this.document)) };
    this.enabled = true;
    return { kind: 'done', published: this.published, enabled: true };
  }

  async setEnabled(_workflowId: string, enabled: boolean): Promise<PublishOutcome> {
    this.enabled = enabled;
    return { kind: 'done', enabled };
  }

  async checkpoint(_workflowId: string, request: CheckpointRequest): Promise<CheckpointOutcome> {
    this.checkpoints.push(request);
    return { kind: 'done', versionId: `c${this.checkpoints.length}` };
  }

  async validate(): Promise<readonly Problem[]> {
    return this.rules(this.document);
  }

  async savePin(_workflowId: string, nodeId: string, ports: PinnedPorts | undefined): Promise<PinRefusal | undefined> {
    this.requests += 1;
    await this.gate;
    if (this.fault === 'unreachable') throw new Error('unreachable');
    if (this.pinRefusal !== undefined) return this.pinRefusal;
    const { [nodeId]: _before, ...rest } = this.pins;
    this.pins = ports === undefined ? rest : { ...rest, [nodeId]: ports };
    return undefined;
  }

  /** Somebody else saves. */
  store(document: WorkflowDocument): void {
    this.document = document;
    this.revision += 1;
    this.saves.push(document);
  }
}
