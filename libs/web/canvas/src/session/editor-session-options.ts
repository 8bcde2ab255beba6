import type { NodeCatalogue } from './catalogue/node-catalogue';
import type { Layout } from './layout/worker-layout';
import type { AccountDirectory } from './ports/account-directory';
import type { ExpressionTools } from './ports/expression-tools';
import type { KeyValueStore } from './ports/key-value-store';
import type { RunFeed } from './ports/run-feed';
import type { Timers } from './ports/timers';
import type { WorkflowGateway } from './ports/workflow-gateway';

/** What a session needs; the parts with defaults are there for tests. */
export interface EditorSessionOptions {
  readonly catalogue: NodeCatalogue;
  /** Absent for sessions that only show a document. */
  readonly gateway?: WorkflowGateway;
  readonly runs?: RunFeed;
  /** The expression library, or what loads it; loaded as a chunk of its own by default. */
  readonly expressions?: ExpressionTools | (() => Promise<ExpressionTools>);
  readonly timers?: Timers;
  /** Lays workflows out; in the page itself by default. */
  readonly layout?: Layout;
  /** Accounts of the workspace, for copying and pasting; without it nodes are copied without theirs. */
  readonly accounts?: AccountDirectory;
  /** Keeps history and unsaved changes over a reload; `sessionStorage` in the browser. */
  readonly store?: KeyValueStore;
  /** Keeps breakpoints; `localStorage` in the browser. */
  readonly localStore?: KeyValueStore;
  /** UUIDv7 by default. */
  readonly newId?: () => string;
}
