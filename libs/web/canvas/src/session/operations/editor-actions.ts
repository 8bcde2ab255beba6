import type { DataPath, Json, NodeSettings, Position, WorkflowNode, WorkflowNote } from '@millrace/workflow-model';
import type { EditorSession } from '../editor-session';
import type { Elements, Refusal } from './operation';

/** Where a new node goes, and what it is wired to. */
export type AddPlace =
  /** Anywhere; wired to nothing. */
  | { readonly kind: 'free'; readonly position: Position }
  /** The "+" of an output port: wired to it, 200 px right of its node. */
  | { readonly kind: 'after'; readonly nodeId: string; readonly port?: string }
  /** The "+" of an edge, or a drop on it: the edge is cut in two; what comes after makes room. */
  | { readonly kind: 'into'; readonly edgeId: string; readonly position?: Position }
  /** A wire that was dropped on empty canvas. */
  | { readonly kind: 'wire'; readonly nodeId: string; readonly port: string; readonly position: Position }
  /** The same from an input port. */
  | { readonly kind: 'before'; readonly nodeId: string; readonly port: string; readonly position: Position };

/** A node that is to be added. */
export interface AddNodeRequest {
  /** Type or alias. */
  readonly type: string;
  readonly place: AddPlace;
  /** The definition's title when absent; numbered when taken. */
  readonly label?: string;
  readonly config?: WorkflowNode['config'];
}

/** One end of a wire. */
export interface PortAt {
  readonly nodeId: string;
  /** `main` when absent. */
  readonly port?: string;
}

/** New places of nodes and notes after a drag. */
export interface Moves {
  readonly nodes?: readonly { readonly id: string; readonly position: Position }[];
  readonly notes?: readonly { readonly id: string; readonly position: Position }[];
}

/** A line that selected elements are put on. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/**
 * Everything that people do to a workflow, each one step of undo. Methods that may be refused say why in
 * `session.refusal`. Without elements they act on the selection.
 */
export class EditorActions {
  protected readonly session: EditorSession;

  constructor(session: EditorSession) {
    this.session = session;
  }

  /** Id of the new node, which is selected; undefined when it was refused. */
  addNode(request: AddNodeRequest): string | undefined {
    return pending();
  }
  /** Another type in the node's place: wires, name and equally named params stay. */
  replaceNode(nodeId: string, type: string): boolean {
    return pending();
  }
  /** `auto` joins the neighbours of a node with one edge in and one out; `always` joins all with all; `never` leaves holes. */
  remove(elements?: Elements, bridge?: 'auto' | 'always' | 'never'): boolean {
    return pending();
  }
  connect(from: PortAt, to: PortAt): boolean {
    return pending();
  }
  /** Why two ports cannot be joined; undefined when they can. For dimming handles while a wire is dragged. */
  whyNotConnect(from: PortAt, to: PortAt): Refusal | undefined {
    return pending();
  }
  disconnect(edgeId: string): boolean {
    return pending();
  }
  /** Moves one end of an edge. */
  reconnect(edgeId: string, end: { readonly from: PortAt } | { readonly to: PortAt }): boolean {
    return pending();
  }
  /** Renames and rewrites every reference; a name that is taken gets a number. */
  rename(nodeId: string, label: string): boolean {
    return pending();
  }
  duplicate(elements?: Elements): boolean {
    return pending();
  }
  /** Turns all off when one is on, else all on. */
  toggleEnabled(nodeIds?: readonly string[]): boolean {
    return pending();
  }
  /** Typing on in one param is one step. Takes the value away when it is undefined. */
  setParam(nodeId: string, path: DataPath, value: Json | undefined): boolean {
    return pending();
  }
  setSettings(nodeId: string, settings: NodeSettings): boolean {
    return pending();
  }
  describe(nodeId: string, description: string): boolean {
    return pending();
  }
  /** Finishes a drag, or goes on with one when `isDragging`: then all parts are one step. Notes take along what lies in them. */
  move(moves: Moves, isDragging?: boolean): boolean {
    return pending();
  }
  /** Arrow keys with the move modifier. */
  nudge(by: Position, elements?: Elements): boolean {
    return pending();
  }
  /** Id of the new note. */
  addNote(position: Position, text?: string): string | undefined {
    return pending();
  }
  updateNote(noteId: string, changes: Partial<Omit<WorkflowNote, 'id'>>): boolean {
    return pending();
  }
  /** Id of the new group. */
  group(nodeIds?: readonly string[]): string | undefined {
    return pending();
  }
  ungroup(groupIds?: readonly string[]): boolean {
    return pending();
  }
  updateGroup(
    groupId: string,
    changes: { readonly label?: string; readonly color?: string; readonly isCollapsed?: boolean },
  ): boolean {
    return pending();
  }
  align(to: Alignment, nodeIds?: readonly string[]): boolean {
    return pending();
  }
  distribute(axis: 'across' | 'down', nodeIds?: readonly string[]): boolean {
    return pending();
  }
  /** Layered layout of all, or of two or more given nodes. Loads its library when first used. */
  tidyUp(nodeIds?: readonly string[]): Promise<boolean> {
    return pending();
  }
  setName(name: string): boolean {
    return pending();
  }
  /** The selection as clipboard text; undefined when nothing is selected. */
  copy(elements?: Elements): string | undefined {
    return pending();
  }
  cut(elements?: Elements): string | undefined {
    return pending();
  }
  /** Nodes, a workflow, a curl command, or JSON for a selected trigger. False with a refusal for anything else. */
  paste(text: string, position: Position): boolean {
    return pending();
  }
}

function pending(): never {
  throw new Error('Not built yet.');
}
