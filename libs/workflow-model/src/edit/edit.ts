import type { DataPath } from '../data/data-path';
import type {
  NodeSettings,
  Position,
  WorkflowEdge,
  WorkflowGroup,
  WorkflowMetadata,
  WorkflowNode,
  WorkflowNote,
} from '../document';
import type { WorkflowSettings } from '../workflow-settings';
import type { Json } from '../json';

/** Changes of one node. */
export type NodeEdit =
  /** At `index`, or at the end. */
  | { readonly kind: 'addNode'; readonly node: WorkflowNode; readonly index?: number }
  /** Takes its edges, its places in groups and, of a loop, the body with it. */
  | { readonly kind: 'removeNode'; readonly nodeId: string }
  | { readonly kind: 'moveNodes'; readonly moves: readonly { readonly nodeId: string; readonly position: Position }[] }
  /** Sets the value at `path` of the config; takes it away when `value` is absent. Missing containers are made. */
  | { readonly kind: 'updateConfig'; readonly nodeId: string; readonly path: DataPath; readonly value?: Json }
  | { readonly kind: 'renameNode'; readonly nodeId: string; readonly label: string }
  /** Takes the description away when it is absent. */
  | { readonly kind: 'describeNode'; readonly nodeId: string; readonly description?: string }
  | { readonly kind: 'setNodeSettings'; readonly nodeId: string; readonly settings: NodeSettings }
  | { readonly kind: 'setEnabled'; readonly nodeId: string; readonly enabled: boolean }
  /** Puts the node into the body of a loop; onto the canvas itself when `parent` is absent. Edges stay as they are. */
  | { readonly kind: 'setParent'; readonly nodeId: string; readonly parent?: string }
  /** Chooses the account in a slot; none when `credentialId` is absent. */
  | { readonly kind: 'setCredential'; readonly nodeId: string; readonly slot: string; readonly credentialId?: string }
  /** Puts `node` in the place of the node with its id; edges stay. */
  | { readonly kind: 'replaceNode'; readonly node: WorkflowNode };

/** Changes of edges, notes and groups. The replacing ones find their place by id. */
export type ElementEdit =
  | { readonly kind: 'addEdge'; readonly edge: WorkflowEdge; readonly index?: number }
  | { readonly kind: 'replaceEdge'; readonly edge: WorkflowEdge }
  | { readonly kind: 'removeEdge'; readonly edgeId: string }
  | { readonly kind: 'addNote'; readonly note: WorkflowNote; readonly index?: number }
  | { readonly kind: 'updateNote'; readonly note: WorkflowNote }
  | { readonly kind: 'removeNote'; readonly noteId: string }
  | { readonly kind: 'addGroup'; readonly group: WorkflowGroup; readonly index?: number }
  | { readonly kind: 'updateGroup'; readonly group: WorkflowGroup }
  | { readonly kind: 'removeGroup'; readonly groupId: string };

/** Changes of the document itself. */
export type WorkflowEdit =
  | { readonly kind: 'setWorkflowSettings'; readonly settings: WorkflowSettings }
  | { readonly kind: 'setMetadata'; readonly metadata: WorkflowMetadata }
  | { readonly kind: 'setName'; readonly name: string };

/** One change of a document. What does not fit (an unknown id, an id that is taken) changes nothing. */
export type Edit =
  | NodeEdit
  | ElementEdit
  | WorkflowEdit
  /** Several changes as one step of undo, in order. */
  | { readonly kind: 'batch'; readonly edits: readonly Edit[] };
