import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { BreakpointObserver } from '@angular/cdk/layout';
import { toSignal } from '@angular/core/rxjs-interop';
import { apiErrorOf, Connection } from '@millrace/web-api';
import { type AddPlace, EditorSession, type FlowCanvas, type MenuTarget, workerLayout } from '@millrace/web-canvas';
import { Announcer } from '@millrace/web-ui/base';
import { map } from 'rxjs';
import { ApiRunFeed } from '../shared/api-run-feed';
import { LoadedCatalogue } from '../shared/loaded-catalogue';
import { startLayoutWorker } from './start-layout-worker';
import { LazyAccounts } from './accounts/lazy-accounts';
import { ApiWorkflowGateway } from './api/api-workflow-gateway';

/** What the drawer of nodes was opened for. */
export type Adding =
  { readonly kind: 'add'; readonly place: AddPlace } | { readonly kind: 'replace'; readonly nodeId: string };

/** What the dock at the bottom shows. */
export type DockPanel = 'log' | 'problems' | 'listen' | 'dry-run';

/** Panels that an address may ask for. */
export const DOCK_PANELS: readonly string[] = ['log', 'problems', 'listen', 'dry-run'] satisfies DockPanel[];

/** One open editor: the session of its workflow, and which panels are open. Provided by the editor's frame. */
@Injectable()
export class EditorState {
  readonly definitions = inject(LoadedCatalogue);
  readonly feed = inject(ApiRunFeed);
  readonly session = new EditorSession({
    catalogue: this.definitions.catalogue,
    gateway: inject(ApiWorkflowGateway),
    runs: this.feed,
    layout: workerLayout(startLayoutWorker),
    accounts: inject(LazyAccounts),
    store: sessionStorage,
    localStore: localStorage,
  });
  readonly adding = signal<Adding | undefined>(undefined);
  /** Node whose detail view is open. */
  readonly openNode = signal<string | undefined>(undefined);
  /** The node that was just added: its view begins with what is to be filled in. */
  readonly freshNode = signal<string | undefined>(undefined);
  readonly #isWide = toSignal(
    inject(BreakpointObserver)
      .observe('(min-width: 1100px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: true },
  );
  readonly #isNodeDocked = signal(localStorage.getItem('millrace.node-view') === 'docked');
  /** The node whose view can be shown: what its form is made of is there. */
  readonly shownNode = computed(() => {
    const id = this.openNode();
    const node = id === undefined ? undefined : this.session.node(id);
    return node === undefined || this.definitions.isDescribed(node.type) ? id : undefined;
  });
  /** Whether definitions could not be loaded as a whole. */
  readonly isUndescribed = signal(false);
  /** Whether the step that is open stands beside the canvas; narrow windows have no room for that. */
  readonly isBeside = computed(() => this.#isNodeDocked() && this.#isWide());
  /** Whether the canvas lies under the view of a step. */
  readonly isCovered = computed(() => this.openNode() !== undefined && !this.isBeside());
  readonly dock = signal<DockPanel | undefined>(undefined);
  readonly isOutline = signal(false);
  /** Whether the canvas moves along with the run. */
  readonly isFollowing = signal(false);
  /** Whether the view of a step opens when it was added. */
  readonly opensAdded = signal(localStorage.getItem('millrace.open-added') !== 'off');
  /** Whether the map stays; else it is there while the canvas moves. */
  readonly isMapPinned = signal(localStorage.getItem('millrace.minimap') === 'pinned');
  /** Set while the canvas is shown. */
  canvas: FlowCanvas | undefined;
  /** Set while the keyboard is in the outline, or was there last: what takes the focus away for a while gives it back there. */
  outline: { focusNode(nodeId: string): void } | undefined;
  /** Where the pointer last opened a menu; pasting goes there. */
  readonly lastMenu = signal<MenuTarget | undefined>(undefined);
  /** What loading failed with. */
  readonly failure = computed(() => {
    const error = this.session.loadError() ?? this.#definitionsError();
    return error === undefined ? undefined : apiErrorOf(error);
  });
  readonly isReady = computed(() => this.session.status() === 'ready' && this.#hasDefinitions());
  readonly #definitionsError = signal<unknown>(undefined);
  readonly #hasDefinitions = signal(false);
  readonly #announcer = inject(Announcer);

  constructor() {
    const connection = inject(Connection);
    effect(() => {
      const isOnline = connection.status() === 'online';
      untracked(() => this.session.setOnline(isOnline));
    });
    effect(() => {
      const refusal = this.session.refusal();
      if (refusal) this.#announcer.alert(refusal.refused);
    });
    inject(DestroyRef).onDestroy(() => {
      this.session.leave();
      this.session.dispose();
    });
  }

  /** Loads the draft and the definitions of what is in it. */
  async open(workflowId: string): Promise<void> {
    this.#definitionsError.set(undefined);
    this.#hasDefinitions.set(false);
    await this.session.load(workflowId);
    const [outcome] = await Promise.allSettled([this.definitions.showCards(this.#types())]);
    if (outcome.status === 'rejected') return this.#definitionsError.set(outcome.reason);
    this.#hasDefinitions.set(true);
    if (this.session.status() === 'ready') await this.#describe();
  }

  /** Loads the rest of the definitions, and tells when that cannot be done. */
  async describeAll(): Promise<void> {
    this.isUndescribed.set(false);
    const [outcome] = await Promise.allSettled([this.definitions.load()]);
    this.isUndescribed.set(outcome.status === 'rejected');
    if (this.session.status() === 'ready') this.session.problems.check();
  }

  /** The cards stand already: what the workflow uses comes now, the rest when somebody works or nothing else is to be done. */
  async #describe(): Promise<void> {
    await this.definitions.describe(this.#types()).catch(() => undefined);
    this.session.problems.check();
  }

  #types(): readonly string[] {
    return this.session.nodes().map(({ type }) => type);
  }

  /** Gives the keyboard back to a node, in the picture of the workflow where it was last. */
  focusNode(nodeId: string): void {
    (this.outline ?? this.canvas)?.focusNode(nodeId);
  }

  /** Shows a panel of the dock, or closes it when it is shown. */
  toggleDock(panel: DockPanel): void {
    this.dock.update((shown) => (shown === panel ? undefined : panel));
  }

  dockNode(isDocked: boolean): void {
    this.#isNodeDocked.set(isDocked);
    localStorage.setItem('millrace.node-view', isDocked ? 'docked' : 'window');
  }

  toggleOpensAdded(): void {
    this.opensAdded.update((opens) => !opens);
    localStorage.setItem('millrace.open-added', this.opensAdded() ? 'on' : 'off');
  }

  toggleMap(): void {
    this.isMapPinned.update((pinned) => !pinned);
    localStorage.setItem('millrace.minimap', this.isMapPinned() ? 'pinned' : 'moving');
  }
}
