import type { WorkflowDocument } from '@millrace/workflow-model';

/** How much `RecentDocuments` keeps. */
export interface RecentLimits {
  readonly maxEntries: number;
  /** Bytes of JSON of all kept documents together. */
  readonly maxBytes: number;
}

interface Kept {
  readonly document: WorkflowDocument;
  readonly bytes: number;
}

/** Immutable documents by version id; the least recently used ones are dropped. */
export class RecentDocuments {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  constructor(private readonly limits: RecentLimits = { maxEntries: 1_000, maxBytes: 64 * 1024 * 1024 }) {}

  get(versionId: string): WorkflowDocument | undefined {
    const entry = this.kept.get(versionId);
    if (!entry) return undefined;
    // A Map keeps the order of insertion: what is used moves to the end.
    this.kept.delete(versionId);
    this.kept.set(versionId, entry);
    return entry.document;
  }

  /** Freezes and keeps `document`, and answers it. */
  set(versionId: string, document: WorkflowDocument): WorkflowDocument {
    this.drop(versionId);
    const frozen = deepFreeze(document);
    const bytes = JSON.stringify(document).length;
    this.kept.set(versionId, { document: frozen, bytes });
    this.bytes += bytes;
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.limits.maxEntries && this.bytes <= this.limits.maxBytes) break;
      this.drop(oldest);
    }
    return frozen;
  }

  private drop(versionId: string): void {
    this.bytes -= this.kept.get(versionId)?.bytes ?? 0;
    this.kept.delete(versionId);
  }
}

/** Versions are shared by everything that runs in this process: a change in one place would be a change everywhere. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const child of Object.values(value)) deepFreeze(child);
  return Object.freeze(value);
}
