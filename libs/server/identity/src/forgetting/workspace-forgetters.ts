import { Injectable } from '@nestjs/common';
import type { SqlClient } from '@millrace/server-platform';

/** How one room forgets a workspace. Every part may be called again after it was done, or half done. */
export interface WorkspaceForgetter {
  /** Its name; unique. */
  readonly room: string;
  /** Rooms with smaller numbers forget first: what starts things before what is started, owners last. */
  readonly order: number;
  /** In the transaction of the wish: nothing new begins by itself from now on. */
  quieten?(client: SqlClient, workspaceId: string): Promise<void>;
  /** Before `forget`, outside of any transaction: ends what is under way, destroys what is kept elsewhere. An error is tried again later. */
  prepare?(workspaceId: string): Promise<void>;
  /** Deletes every row of the workspace. */
  forget(client: SqlClient, workspaceId: string): Promise<void>;
}

/** Where rooms say how they forget a workspace, at the latest in `onModuleInit`. */
@Injectable()
export class WorkspaceForgetters {
  readonly #forgetters: WorkspaceForgetter[] = [];

  add(forgetter: WorkspaceForgetter): void {
    this.#forgetters.push(forgetter);
  }

  /** In the order in which they forget. */
  get all(): readonly WorkspaceForgetter[] {
    return [...this.#forgetters].sort((a, b) => a.order - b.order);
  }
}
