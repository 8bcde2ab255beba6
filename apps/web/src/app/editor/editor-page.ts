import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { FlowCanvas, type MenuTarget } from '@millrace/web-canvas';
import { NodeView } from '@millrace/web-canvas/node-view';
import { NodePalette } from '@millrace/web-canvas/palette';
import { Button, Dialogs, Icon, IconButton, Menus, Shortcuts, Splitter } from '@millrace/web-ui/base';
import { AccountChecklist } from './accounts/account-checklist';
import { AccountPanel } from './accounts/account-panel';
import { EditorAddress } from './editor-address';
import { EditorCommands } from './commands/editor-commands';
import { editorShortcuts } from './commands/editor-shortcuts';
import { offerInBar } from './commands/offer-in-bar';
import { WireMode } from './commands/wire-mode';
import { EditorDock } from './docks/editor-dock';
import { RunBar } from './docks/run-bar';
import { RunNews } from './docks/run-news';
import { EditorRuns } from './editor-runs';
import { EditorState } from './editor-state';
import { loadAhead } from './load-ahead';
import { MagicCommands } from './magic/magic-commands';
import { Outline } from './outline/outline';

/** The tab on which a workflow is built and run. */
@Component({
  selector: 'mr-editor-page',
  imports: [
    AccountPanel,
    Button,
    EditorDock,
    FlowCanvas,
    Icon,
    IconButton,
    NgTemplateOutlet,
    NodePalette,
    NodeView,
    Outline,
    RouterLink,
    RunBar,
    Splitter,
  ],
  providers: [AccountChecklist, EditorAddress, MagicCommands, RunNews],
  templateUrl: './editor-page.html',
  styleUrl: './editor-page.scss',
  host: { '(document:paste)': 'paste($event)', '(focusin)': 'noteFocus($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorPage {
  protected readonly state = inject(EditorState);
  protected readonly session = this.state.session;
  protected readonly commands = inject(EditorCommands);
  protected readonly runs = inject(EditorRuns);
  protected readonly wire = inject(WireMode);
  protected readonly magic = inject(MagicCommands);
  protected readonly pick = (type: string): Promise<string | undefined> => this.commands.adder.pick(type);
  protected readonly checklist = inject(AccountChecklist);
  readonly #menus = inject(Menus);
  readonly #dialogs = inject(Dialogs);
  protected readonly canvas = viewChild(FlowCanvas);
  protected readonly zoom = computed(() => Math.round((this.canvas()?.view.scale() ?? 1) * 100));
  protected readonly used = computed(() => new Set(this.session.nodes().map((node) => node.type)));
  protected readonly purpose = computed(() => {
    if (this.state.adding()?.kind === 'replace') return 'replace';
    return this.session.nodes().some((node) => this.session.catalogue.isTrigger(node)) ? 'next' : 'trigger';
  });
  protected readonly wireHint = computed(() => {
    const from = this.wire.from();
    if (!from) return undefined;
    const to = this.wire.to();
    const name = (id: string): string => this.session.node(id)?.label ?? '';
    const port = from.label === 'main' ? '' : ` (${from.label})`;
    return to === undefined
      ? `Nothing can be connected to ${name(from.nodeId)}${port}`
      : `${name(from.nodeId)}${port} → ${name(to)}`;
  });

  constructor() {
    inject(EditorAddress);
    inject(RunNews);
    void loadAhead(this.state);
    // Beside the canvas, the view follows what is selected there.
    effect(() => {
      const selected = this.session.selection.onlyNode();
      if (selected === undefined || !this.state.isBeside()) return;
      untracked(() => this.state.openNode() !== undefined && this.state.openNode.set(selected));
    });
    effect(() => (this.state.canvas = this.canvas()));
    const shortcuts = editorShortcuts(this.commands, this.wire, this.#dialogs);
    const stop = inject(Shortcuts).register(...shortcuts);
    // A bar that offers less is no failure.
    offerInBar(shortcuts).catch(() => undefined);
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.state.canvas = undefined;
    });
    effect(() => {
      const event = this.session.run.events().at(-1);
      const canvas = this.canvas();
      if (!event || !('nodeId' in event) || !this.state.isFollowing() || event.type !== 'node.started') return;
      untracked(() => canvas?.reveal(event.nodeId, { focus: false }));
    });
  }

  protected async openMenu(target: MenuTarget): Promise<void> {
    const { kind, id } = target;
    const { selection } = this.session;
    if (kind === 'node' && id && !selection.hasNode(id)) selection.selectNode(id);
    if (kind === 'edge' && id && !selection.hasEdge(id)) selection.select({ edgeIds: [id] });
    if (kind === 'note' && id) selection.select({ noteIds: [id] });
    this.state.lastMenu.set(target);
    const { menuFor } = await import('./commands/editor-menus');
    this.#menus.open(menuFor(this.commands, target), { at: { x: target.x, y: target.y }, label: 'Actions' });
  }

  /** Shift+F10 and the menu key. */
  protected openMenuOf(event: Event): void {
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-node], [data-note], [data-group]');
    if (!element) return;
    event.preventDefault();
    const { left, bottom } = element.getBoundingClientRect();
    const { node, note, group } = element.dataset;
    const kind = node !== undefined ? 'node' : note !== undefined ? 'note' : 'group';
    void this.openMenu({ kind, id: node ?? note ?? group ?? '', x: left + 24, y: bottom });
  }

  protected paste(event: ClipboardEvent): void {
    const target = event.target as HTMLElement | null;
    const isTyping = target?.closest?.('input, textarea, [contenteditable="true"], .cm-editor') !== null;
    if ((isTyping && target !== document.body) || this.#dialogs.isOpen || this.state.isCovered()) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    event.preventDefault();
    void this.commands.clipboard.pasteText(text);
  }

  protected noteFocus({ target }: Event): void {
    if ((target as HTMLElement).closest('mr-flow-canvas')) this.state.outline = undefined;
  }

  /** What could not be loaded is asked for again by a new page only. */
  protected reload(): void {
    location.reload();
  }

  protected leavePalette(): void {
    this.state.adding.set(undefined);
    const node = this.commands.target();
    if (node !== undefined) this.state.focusNode(node);
  }
}
