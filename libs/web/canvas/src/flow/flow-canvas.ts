import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  untracked,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import {
  FCanvasComponent,
  FControlSchemeController,
  type FCreateConnectionEvent,
  type FDragStartedEvent,
  FFlowComponent,
  type FMoveNodesEvent,
  type FReassignConnectionEvent,
  type FSelectionChangeEvent,
  EFResizeHandleType,
} from '@foblex/flow';
import type { Position } from '@millrace/workflow-model';
import { IconButton } from '@millrace/web-ui/base';
import type { EditorSession } from '../session/editor-session';
import type { AddPlace } from '../session/operations/add-node';
import { CanvasAids } from './canvas-aids';
import { CollapsedGroups } from './collapsed-groups';
import { addsToSelection, controlScheme } from './control-scheme';
import { NodeLabel } from './node-label';
import { EdgeLabel } from './edge-label';
import { EdgeRunClass } from './edge-run-class';
import { FLOW_PARTS, FLOW_PROVIDERS } from './flow-parts';
import { FlowView, type MenuTarget, type NodeCommand } from './flow-view';
import { GroupTileCard } from './group-tile';
import { LineageLines } from './lineage-lines';
import { LoopBody } from './loop-body';
import { LoopDrag } from './loop-drag';
import { type LoopFrame, loopFrames } from './loop-frames';
import { NodeCard } from './node-card';
import { paintOf } from './note-colours';
import { connectorId, portOf } from './port-names';
import { StickyNote } from './sticky-note';
import { elementIdOf, movesOf, nameOf, selectionOf } from './flow-elements';
import { BEGINNING, MAX_SCALE, MIN_SCALE } from './viewport';
import { WIRE } from './wire-line';

/** The drawn workflow. Everything that it changes goes through `session.actions`; the drawing library owns nothing. */
@Component({
  selector: 'mr-flow-canvas',
  imports: [
    EdgeLabel,
    EdgeRunClass,
    FLOW_PARTS,
    GroupTileCard,
    IconButton,
    LineageLines,
    LoopBody,
    NodeCard,
    NodeLabel,
    StickyNote,
  ],
  templateUrl: './flow-canvas.html',
  styleUrl: './flow-canvas.scss',
  // Connections, the selection area and the minimap are drawn by the library: scoped styles do not reach them.
  encapsulation: ViewEncapsulation.None,
  providers: [FlowView, FLOW_PROVIDERS],
  host: {
    '[class]': "'detail-' + view.detail()",
    '[class.panning]': 'view.isSpaceDown()',
    '[class.wiring]': 'view.wireFrom() !== undefined',
    '(document:keydown.space)': 'view.holdSpace($event)',
    '(document:keyup.space)': 'view.isSpaceDown.set(false)',
    '(window:blur)': 'view.isSpaceDown.set(false)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FlowCanvas {
  readonly session = input.required<EditorSession>();
  /** Whether the map is always there, only while the canvas moves, or never. */
  readonly minimap = input<'pinned' | 'moving' | 'none'>('moving');
  readonly opened = output<string>();
  readonly addRequested = output<AddPlace>();
  readonly menuRequested = output<MenuTarget>();
  readonly commanded = output<{ readonly command: NodeCommand; readonly nodeId: string }>();
  readonly ready = output<void>();

  /** What the canvas looks like just now. */
  readonly view = inject(FlowView);
  protected readonly addsToSelection = addsToSelection;
  protected readonly connectorId = connectorId;
  protected readonly nameOf = nameOf;
  protected readonly paintOf = paintOf;
  protected readonly wire = WIRE;
  protected readonly limits = { min: MIN_SCALE, max: MAX_SCALE };
  protected readonly handles = EFResizeHandleType;
  protected readonly never = (): boolean => false;
  protected readonly isReadonly = computed(() => this.session().isReadonly());
  protected readonly groups = new CollapsedGroups(this.session);
  protected readonly loops = computed(() => this.groups.shownLoops(loopFrames(this.session())));
  /** Nodes that are drawn as cards: all but the loops. */
  protected readonly cards = computed(() => {
    const loops = new Set(this.loops().map(({ node }) => node.id));
    const nodes = this.groups.shown(this.session().nodes());
    return loops.size === 0 ? nodes : nodes.filter(({ id }) => !loops.has(id));
  });
  protected readonly flow = viewChild.required(FFlowComponent);
  protected readonly canvas = viewChild.required(FCanvasComponent);
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #aids = new CanvasAids({
    host: this.#host,
    view: this.view,
    flow: this.flow,
    canvas: this.canvas,
    session: this.session,
  });
  protected readonly loopDrag = new LoopDrag({
    session: this.session,
    view: this.view,
    pointAt: (x, y) => this.pointAt(x, y),
  });

  constructor() {
    inject(FControlSchemeController).setScheme(controlScheme(() => this.view.isSpaceDown()));
    afterRenderEffect(() => {
      const { names, edgeIds } = nameOf.selected(this.session().selection.selected());
      untracked(() => this.flow().select(names, edgeIds, false));
    });
    inject(DestroyRef).onDestroy(() => this.#aids.dispose());
    effect(() => {
      this.session().nodes();
      if (this.view.isPlaced()) this.#aids.unveiling.look();
    });
    // The minimap looks at the colours of nodes only when the canvas is drawn.
    effect((onCleanup) => {
      this.session().run.state();
      const timer = setTimeout(() => this.minimap() !== 'none' && this.view.isPlaced() && this.canvas().redraw(), 150);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Where a point of the page lies on the canvas. */
  pointAt(clientX: number, clientY: number): Position {
    return this.#aids.window.pointAt(clientX, clientY);
  }

  /** The point of the canvas in the middle of the window. */
  middle(): Position {
    return this.#aids.window.middle();
  }

  /** The point of the canvas where a workflow begins: its steps go on to the right. */
  beginning(): Position {
    return this.#aids.window.middle(BEGINNING);
  }

  /** Where what is pasted goes: under the pointer, else in the middle of the window. */
  pastePoint(): Position {
    const at = this.#aids.pointer.at();
    return at !== undefined && this.covers(at.x, at.y) ? this.pointAt(at.x, at.y) : this.middle();
  }

  /** Whether a point of the page lies on the canvas and not on something above it. */
  covers(clientX: number, clientY: number): boolean {
    return this.#aids.window.covers(clientX, clientY);
  }

  /** The edge under a point of the page. */
  edgeAt(clientX: number, clientY: number): string | undefined {
    return this.#aids.window.edgeAt(clientX, clientY);
  }

  /** Everything in sight. */
  fit(animated = true): void {
    this.#aids.window.fit(animated);
  }

  zoomBy(factor: number): void {
    this.zoomTo(this.view.scale() * factor);
  }

  zoomTo(scale: number): void {
    this.#aids.window.zoomTo(scale);
  }

  /** Brings a node into sight, moving as little as possible, and gives it the keyboard. */
  reveal(nodeId: string, options: { readonly focus?: boolean; readonly centre?: boolean } = {}): void {
    const node = this.session().node(nodeId);
    if (node === undefined) return;
    const tile = this.groups.tileOfNode().get(nodeId);
    const box = tile ? { ...tile.position, ...tile.size } : this.#aids.window.cardOf(node);
    this.#aids.window.reveal(box, options.centre === true);
    if (options.focus !== false) this.focusNode(nodeId);
  }

  /** Gives a node the keyboard, or the tile that stands for it. */
  focusNode(nodeId: string): void {
    const tile = this.groups.tileOfNode().get(nodeId);
    const wanted = tile ? `[data-group="${CSS.escape(tile.group.id)}"]` : `[data-node="${CSS.escape(nodeId)}"]`;
    this.#host.querySelector<HTMLElement>(wanted)?.focus({ preventScroll: true });
  }

  protected collapse(groupId: string, isCollapsed: boolean): void {
    this.session().actions.collapseGroups(isCollapsed, [groupId]);
  }

  protected start(): void {
    if (this.view.isPlaced()) return;
    this.view.isPlaced.set(true);
    // Not in the template: each step of a pan would then check every binding of the canvas.
    this.canvas().fCanvasChange.subscribe(({ scale }) => {
      this.view.scale.set(scale);
      this.#aids.motion.moved();
    });
    if (this.isReadonly()) this.fit(false);
    else this.#aids.window.open();
    this.ready.emit();
  }

  protected select(event: FSelectionChangeEvent): void {
    const selected = selectionOf(event);
    this.session().selection.select(selected);
    const [only, ...others] = selected.nodeIds;
    if (only !== undefined && others.length === 0) this.focusNode(only);
  }

  protected move({ nodes }: FMoveNodesEvent): void {
    this.session().actions.drop(movesOf(nodes, this.session(), [...this.groups.frames(), ...this.groups.tiles()]));
  }

  protected beginDrag(event: FDragStartedEvent): void {
    this.#aids.motion.dragStarted(event.kind);
    if (event.kind === 'drag-node') this.loopDrag.start();
    const data = event.data as { readonly fOutputOrOutletId?: string } | undefined;
    if (event.kind === 'create-connection' && data?.fOutputOrOutletId)
      this.view.wireFrom.set(portOf(data.fOutputOrOutletId));
  }

  protected endDrag(): void {
    this.#aids.motion.dragEnded();
    this.loopDrag.stop();
    this.view.wireFrom.set(undefined);
  }

  protected connect({ sourceId, targetId, dropPosition }: FCreateConnectionEvent): void {
    const from = portOf(sourceId);
    const loop = targetId === undefined ? this.#aids.window.loopFor(from.nodeId, dropPosition) : undefined;
    if (loop !== undefined) this.session().actions.connect(from, { nodeId: loop });
    else if (targetId !== undefined) this.session().actions.connect(from, portOf(targetId));
    else if (this.covers(dropPosition.x, dropPosition.y)) {
      this.addRequested.emit({ kind: 'wire', ...from, position: this.pointAt(dropPosition.x, dropPosition.y) });
    }
  }

  protected reconnect({ connectionId, endpoint, nextSourceId, nextTargetId }: FReassignConnectionEvent): void {
    if (endpoint === 'source' && nextSourceId)
      this.session().actions.reconnect(connectionId, { from: portOf(nextSourceId) });
    if (endpoint === 'target' && nextTargetId)
      this.session().actions.reconnect(connectionId, { to: portOf(nextTargetId) });
  }

  protected showsTools(edgeId: string): boolean {
    return !this.isReadonly() && (this.view.hotEdge() === edgeId || this.session().selection.hasEdge(edgeId));
  }

  protected openMenu(event: MouseEvent): void {
    event.preventDefault();
    const element = elementIdOf(event.target as HTMLElement);
    const { clientX: x, clientY: y } = event;
    this.menuRequested.emit({ ...element, x, y });
  }

  protected openNodeMenu(nodeId: string, anchor: HTMLElement): void {
    const { left, bottom } = anchor.getBoundingClientRect();
    this.menuRequested.emit({ kind: 'node', id: nodeId, x: left, y: bottom + 4 });
  }

  protected addHere(event: MouseEvent): void {
    if (this.isReadonly() || elementIdOf(event.target as HTMLElement).kind !== 'canvas') return;
    this.addRequested.emit({ kind: 'free', position: this.pointAt(event.clientX, event.clientY) });
  }

  /** A frame takes its nodes along: they are selected before the library looks at what is dragged. */
  protected takeAlong(groupId: string, nodeIds: readonly string[], event: PointerEvent): void {
    if (event.button !== 0 || this.isReadonly()) return;
    this.session().selection.select({ groupIds: [groupId], nodeIds });
    this.flow().select([nameOf.group(groupId), ...nodeIds], [], false);
  }

  /** Inside the frame of a loop a step is added, on its card it is opened. */
  protected addOrOpen({ node }: LoopFrame, event: MouseEvent): void {
    event.stopPropagation();
    if ((event.target as Element).closest('mr-node-card') !== null) this.opened.emit(node.id);
    else if (!this.isReadonly() && (event.target as Element).closest('button, input') === null) {
      this.addRequested.emit({ kind: 'free', position: this.pointAt(event.clientX, event.clientY) });
    }
  }

  /** Notes have no name: their first line stands for it. */
  protected noteName(text: string): string {
    const line =
      text
        .replace(/[#*_`>]/g, '')
        .trim()
        .split('\n')[0] ?? '';
    return line === '' ? 'Empty note' : `Note: ${line.slice(0, 80)}`;
  }

  protected resizeNote(noteId: string, rect: { x: number; y: number; width: number; height: number }): void {
    const { x, y, width, height } = rect;
    this.session().actions.updateNote(noteId, { position: { x, y }, size: { width, height } });
  }

  /** Focus must not scroll the window of the canvas. */
  protected keepStill(event: Event): void {
    (event.target as HTMLElement).scrollTo(0, 0);
  }
}
