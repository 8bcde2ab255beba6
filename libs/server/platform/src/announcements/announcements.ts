import type { SqlClient } from '../database/sql-pool';

/** Something that happened and that programs elsewhere may want to know. */
export interface Announcement {
  readonly workspaceId: string;
  /** `<thing>.<done>`, such as `execution.failed`. */
  readonly type: string;
  /** The workflow that it concerns, if it concerns one. */
  readonly workflowId: string | null;
  /** Id of the thing that it happened to. */
  readonly subjectId: string;
  /** What was true at that moment and may change; what stays is read when it is told. Never a secret, never a value of a run. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Who takes announcements on. */
export interface AnnouncementSink {
  /** Answers from memory: it is asked on the hottest path. */
  isWanted(workspaceId: string, type: string): boolean;
  /** Keeps them with the transaction of the client, or not at all. */
  write(client: SqlClient, announcements: readonly Announcement[]): Promise<void>;
}

/**
 * Where rooms say what happened, inside the transaction in which it did. What nobody wants to know costs a look into a map;
 * in a process without a sink, nothing.
 */
export class Announcements {
  #sink: AnnouncementSink | undefined;

  /** Makes the sink of this process known until the returned function is called. */
  connect(sink: AnnouncementSink): () => void {
    this.#sink = sink;
    return () => {
      if (this.#sink === sink) this.#sink = undefined;
    };
  }

  /** Whether anybody wants to know of this. Who has to open a transaction for `make` asks first. */
  isWanted(workspaceId: string, type: string): boolean {
    return this.#sink?.isWanted(workspaceId, type) ?? false;
  }

  /** Announces those that somebody wants to know, when the transaction of this client commits. */
  async make(client: SqlClient, announcements: readonly Announcement[]): Promise<void> {
    const wanted = announcements.filter(({ workspaceId, type }) => this.isWanted(workspaceId, type));
    if (wanted.length > 0) await this.#sink?.write(client, wanted);
  }
}
