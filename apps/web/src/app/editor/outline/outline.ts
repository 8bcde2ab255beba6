import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
} from '@angular/core';
import { describeNode, outlineOf, type OutlineRow } from '@millrace/web-canvas';
import { EmptyState, Icon, IconButton, Menus, StatusBadge, type StatusName } from '@millrace/web-ui/base';
import { EditorCommands } from '../commands/editor-commands';
import { menuFor } from '../commands/editor-menus';
import { WireMode } from '../commands/wire-mode';
import { EditorState } from '../editor-state';

/** The workflow as a tree: the same model, the same commands, without a canvas. */
@Component({
  selector: 'mr-outline',
  imports: [EmptyState, Icon, IconButton, StatusBadge],
  templateUrl: './outline.html',
  styleUrl: './outline.scss',
  host: { '(focusin)': 'state.outline = this' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Outline {
  protected readonly state = inject(EditorState);
  protected readonly session = this.state.session;
  protected readonly commands = inject(EditorCommands);
  readonly #wire = inject(WireMode);
  readonly #menus = inject(Menus);
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly rows = computed(() => outlineOf(this.session.index()));
  /** Row that Tab enters the tree at: that of the node with the focus. */
  protected readonly active = linkedSignal(() => {
    const focused = this.session.selection.focusedNode();
    const rows = this.rows();
    return (rows.find((row) => row.node.id === focused && !row.isReference) ?? rows[0])?.key;
  });

  readonly #injector = inject(Injector);

  constructor() {
    // A row that moves is made anew; the keyboard must not fall out of the tree with the old one.
    afterRenderEffect(() => {
      this.rows();
      if (this.state.outline === this && document.activeElement === document.body) this.#focusRow(this.active());
    });
    inject(DestroyRef).onDestroy(() => {
      if (this.state.outline === this) this.state.outline = undefined;
    });
  }

  /** Gives the keyboard to the row of a node. */
  focusNode(nodeId: string): void {
    const row = this.rows().find(({ node, isReference }) => node.id === nodeId && !isReference);
    if (row === undefined) return;
    this.active.set(row.key);
    afterNextRender({ read: () => this.#focusRow(row.key) }, { injector: this.#injector });
  }

  protected iconOf(row: OutlineRow): string | null {
    return this.session.catalogue.of(row.node)?.icon ?? null;
  }

  protected describe(row: OutlineRow): string {
    const via = row.viaPort === undefined ? '' : `, on ${row.viaPort}`;
    return `${describeNode(this.session, row.node.id)}${via}${row.isReference ? ', told elsewhere' : ''}`;
  }

  protected statusOf(row: OutlineRow): StatusName | undefined {
    const status = this.session.run.node(row.node.id)()?.status;
    if (status !== undefined && status !== 'pending') return status;
    return row.node.enabled ? undefined : 'disabled';
  }

  protected choose(row: OutlineRow): void {
    this.active.set(row.key);
    this.session.selection.selectNode(row.node.id);
    this.commands.canvas?.reveal(row.node.id, { focus: false });
  }

  protected addAfter(row: OutlineRow): void {
    this.session.selection.selectNode(row.node.id);
    this.commands.adder.add();
  }

  protected openMenu(row: OutlineRow, at: HTMLElement): void {
    this.session.selection.selectNode(row.node.id);
    const target = { kind: 'node', id: row.node.id, x: 0, y: 0 } as const;
    this.#menus.open([...this.#orderEntries(row), ...menuFor(this.commands, target)], { at, label: 'Actions' });
  }

  protected openMenuAt(row: OutlineRow, event: MouseEvent): void {
    this.openMenu(row, event.currentTarget as HTMLElement);
  }

  protected onKey(event: KeyboardEvent, row: OutlineRow): void {
    if (this.#wire.isOn()) return this.#onWireKey(event);
    const rows = this.rows();
    const at = rows.indexOf(row);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      ArrowLeft: this.#parentOf(at),
      ArrowRight: at + 1,
    }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'F10' && event.shiftKey) this.openMenu(row, event.currentTarget as HTMLElement);
    else if (event.shiftKey) return;
    else if (event.key === 'Enter') this.commands.open(row.node.id);
    else if (to !== undefined) this.#goTo(rows[to]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** While a connection is being made, the keys choose its other end. */
  #onWireKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#wire.move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') this.#wire.finish();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #goTo(row: OutlineRow | undefined): void {
    if (row === undefined) return;
    this.choose(row);
    this.#focusRow(row.key);
  }

  #focusRow(key: string | undefined): void {
    if (key !== undefined) this.#element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }

  #parentOf(at: number): number {
    const depth = this.rows()[at]?.depth ?? 0;
    for (let place = at - 1; place >= 0; place -= 1) if ((this.rows()[place]?.depth ?? 0) < depth) return place;
    return Math.max(0, at - 1);
  }

  #orderEntries({ node, edgeId }: OutlineRow) {
    const { actions } = this.session;
    return [
      { label: 'Add a step after', icon: 'plus' as const, run: () => this.commands.adder.add() },
      { label: 'Connect to…', icon: 'waypoints' as const, keys: 'C', run: () => this.#wire.begin() },
      {
        label: 'Disconnect from the step before',
        icon: 'unlink' as const,
        disabled: edgeId === undefined,
        run: () => void (edgeId !== undefined && actions.disconnect(edgeId)),
      },
      {
        label: 'Swap with the step before',
        icon: 'arrow-up' as const,
        disabled: !this.#canSwap(node.id),
        run: () => this.#swap(node.id),
      },
      'divider' as const,
    ];
  }

  /** A step in the middle of a chain, with one in a chain before it, can change places. */
  #canSwap(id: string): boolean {
    const index = this.session.index();
    const [into, ...more] = index.incoming(id);
    if (into === undefined || more.length > 0 || index.outgoing(id).length > 1) return false;
    return index.incoming(into.source).length === 1 && index.outgoing(into.source).length === 1;
  }

  #swap(id: string): void {
    const { actions, node } = this.session;
    const index = this.session.index();
    const [between] = index.incoming(id);
    const [before] = between ? index.incoming(between.source) : [];
    const [after] = index.outgoing(id);
    if (between === undefined || before === undefined) return;
    this.session.group('Swap steps', () => {
      const previous = between.source;
      const places = [node.call(this.session, previous)?.position, node.call(this.session, id)?.position] as const;
      actions.disconnect(between.id);
      if (after) actions.disconnect(after.id);
      actions.reconnect(before.id, { to: { nodeId: id } });
      actions.connect({ nodeId: id }, { nodeId: previous });
      if (after) actions.connect({ nodeId: previous }, { nodeId: after.target, port: after.targetHandle });
      if (places[0] && places[1]) {
        actions.move({
          nodes: [
            { id, position: places[0] },
            { id: previous, position: places[1] },
          ],
        });
      }
    });
  }
}
