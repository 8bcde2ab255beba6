import { inject, Injectable } from '@angular/core';
import type { AddPlace, PaletteDrag } from '@millrace/web-canvas';
import { Announcer } from '@millrace/web-ui/base';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { type Adding, EditorState } from '../editor-state';

/** Adding steps: the drawer of nodes, what is picked in it, and what is dragged out of it. */
@Injectable()
export class AddCommands {
  readonly #state = inject(EditorState);
  readonly #announcer = inject(Announcer);
  readonly #session = this.#state.session;

  /** Opens the drawer of nodes; without a place, after the selected node, else in the middle of the window. */
  add(place?: AddPlace): void {
    if (this.#session.isReadonly()) return;
    this.#state.adding.set({ kind: 'add', place: place ?? this.#placeForNext() });
  }

  /** Adds what was picked in the drawer, or puts it in a node's place; its params may have to be loaded first. Id of the node. */
  async pick(type: string): Promise<string | undefined> {
    const adding = this.#state.adding();
    this.#state.adding.set(undefined);
    const { definitions } = this.#state;
    if (!definitions.isDescribed(type)) await definitions.describe([type]).catch(() => undefined);
    return this.#place(type, adding);
  }

  #place(type: string, adding: Adding | undefined): string | undefined {
    if (adding?.kind === 'replace') {
      if (!this.#session.actions.replaceNode(adding.nodeId, type)) return undefined;
      this.#show(adding.nodeId);
      return adding.nodeId;
    }
    const place = adding?.place ?? this.#placeForNext();
    const nodeId = this.#session.actions.addNode({ type, place });
    const opens = nodeId !== undefined && this.#state.opensAdded() && this.#asksForParams(nodeId);
    this.#added(nodeId, !opens);
    this.#state.freshNode.set(nodeId);
    if (opens) this.#state.openNode.set(nodeId);
    return nodeId;
  }

  /** A node that is dragged out of the drawer: into the edge below it, or where it is let go. */
  dragFromPalette({ type, x, y, phase }: PaletteDrag): void {
    const { canvas } = this.#state;
    if (!canvas) return;
    const isOver = canvas.covers(x, y);
    const edgeId = isOver ? canvas.edgeAt(x, y) : undefined;
    canvas.view.dropEdge.set(phase === 'move' ? edgeId : undefined);
    if (phase !== 'drop' || !isOver) return;
    const at = canvas.pointAt(x, y);
    const position = { x: at.x - 112, y: at.y - 32 };
    const place: AddPlace = edgeId === undefined ? { kind: 'free', position } : { kind: 'into', edgeId, position };
    this.#state.adding.set(undefined);
    this.#added(this.#session.actions.addNode({ type, place }));
  }

  replace(nodeId = this.#session.selection.target()): void {
    if (nodeId !== undefined && !this.#session.isReadonly()) this.#state.adding.set({ kind: 'replace', nodeId });
  }

  #placeForNext(): AddPlace {
    const nodeId = this.#session.selection.onlyNode();
    const node = nodeId === undefined ? undefined : this.#session.node(nodeId);
    const [port] = node === undefined ? [] : this.#session.catalogue.outputsOf(node).ports;
    if (node !== undefined && port !== undefined) return { kind: 'after', nodeId: node.id, port: port.id };
    const { canvas } = this.#state;
    // The first one leaves room for those after it.
    const point = (this.#session.isEmpty() ? canvas?.beginning() : canvas?.middle()) ?? { x: 0, y: 0 };
    return { kind: 'free', position: { x: point.x - 112, y: point.y - 32 } };
  }

  #added(nodeId: string | undefined, focus = true): void {
    if (nodeId === undefined) return;
    this.#state.definitions.remember();
    this.#announcer.say(`Added ${this.#session.node(nodeId)?.label ?? 'a step'}`);
    this.#show(nodeId, focus);
  }

  #show(nodeId: string, focus = true): void {
    setTimeout(() => {
      this.#state.canvas?.reveal(nodeId, { focus: false });
      if (focus) this.#state.focusNode(nodeId);
    });
  }

  /** A trigger that merely could be told something, such as a sample, is left alone: what comes next is the next step. */
  #asksForParams(nodeId: string): boolean {
    const definition = this.#session.definitionOf(nodeId);
    const { properties, required } = definition?.paramsSchema ?? {};
    const count = Object.values((properties ?? {}) as JsonObject).filter((param) => !isAdvanced(param)).length;
    const isRequired = Array.isArray(required) && required.length > 0;
    return definition?.traits.trigger === true ? isRequired || count > 1 : count > 0;
  }
}

/** Whether a param is folded away: nobody has to see it before the node can be used. */
function isAdvanced(param: Json): boolean {
  return (param as { ui?: { advanced?: boolean } } | null)?.ui?.advanced === true;
}
