import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { EFConnectableSide, FFlowModule } from '@foblex/flow';
import { type WorkflowNode, calledIdOf } from '@millrace/workflow-model';
import { Duration, Icon, IconButton, Tooltip, STATUS_LOOKS } from '@millrace/web-ui/base';
import { nodeSummary } from '../session/catalogue/node-summary';
import type { EditorSession } from '../session/editor-session';
import type { AddPlace } from '../session/operations/add-node';
import { FlowView, type NodeCommand } from './flow-view';
import { crowdedLabels } from './crowded-labels';
import { badgeOf } from './node-badge';
import { connectorId } from './port-names';
import { ALL_AT_ONCE } from './unveiling';
import { waitWords } from './wait-words';

/** One node: icon, name, summary, ports, and what is happening to it. */
@Component({
  selector: 'mr-node-card',
  imports: [Duration, FFlowModule, Icon, IconButton, Tooltip],
  templateUrl: './node-card.html',
  styleUrls: ['./node-card.scss', './node-card-states.scss'],
  host: {
    '[class]': 'look()',
    '[class.trigger]': 'isTrigger()',
    '[class.bare]': 'isBare()',
    '[class.disabled]': '!node().enabled',
    '[class.incomplete]': "badge()?.status === 'incomplete'",
    '[class.stale]': "badge()?.status === 'stale'",
    '[class.pinned]': 'isPinned()',
    '[class.held]': 'isHeld()',
    '[class.refused]': 'isRefused()',
    '[class.wire-target]': 'view.wireTo() === node().id',
    '[class.related]': 'view.lineage().has(node().id)',
    '[style.--tile]': 'tile().colour',
    '[style.--tile-soft]': 'tile().soft',
    '[style.min-height.px]': 'height()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodeCard {
  readonly session = input.required<EditorSession>();
  readonly node = input.required<WorkflowNode>();
  readonly commanded = output<NodeCommand>();
  readonly menuOpened = output<HTMLElement>();
  readonly addAfter = output<AddPlace>();
  protected readonly view = inject(FlowView);
  protected readonly sides = EFConnectableSide;
  protected readonly connectorId = connectorId;
  protected readonly definition = computed(() => this.session().catalogue.of(this.node()));
  protected readonly isTrigger = computed(() => this.definition()?.traits.trigger === true);
  protected readonly inputs = computed(() => (this.isTrigger() ? [] : this.session().catalogue.inputsOf(this.node())));
  protected readonly outputs = computed(() => this.session().catalogue.outputsOf(this.node()).ports);
  protected readonly run = computed(() => this.session().run.node(this.node().id)());
  protected readonly hasBreakpoint = computed(() => this.session().breakpoints.has(this.node().id));
  /** Until when it is counted while one looks back. */
  protected readonly lookedAtMs = computed(() => this.session().run.lookedAtMs());
  /** Whether the run is held before this step. */
  protected readonly isHeld = computed(() => this.session().run.pausedAt().includes(this.node().id));
  /** Whether its wait can be ended by hand: a time, in a run from here. */
  protected readonly canSkipWait = computed(() => {
    const { run } = this.session();
    return this.run()?.status === 'waiting' && this.run()?.wait?.kind === 'timer' && run.isByHand() && run.isLive();
  });
  protected readonly isPinned = computed(() => this.session().pins.isPinned(this.node().id));
  protected readonly isEditable = computed(() => !this.session().isReadonly());
  protected readonly tile = computed(() => {
    const category = this.definition()?.category;
    return category
      ? { colour: `var(--category-${category})`, soft: `var(--category-${category}-soft)` }
      : { colour: 'var(--text-2)', soft: 'var(--surface-3)' };
  });
  /** Whether only its block is drawn: it was not yet in sight large enough to be read. */
  protected readonly isBare = computed(
    () => !this.view.unveiled().has(this.node().id) && this.session().nodes().length > ALL_AT_ONCE,
  );
  /** Whether the pointer is over it. */
  protected readonly isNear = signal(false);
  /** A switch with many cases needs room for their labels. */
  protected readonly height = computed(() => Math.max(64, this.outputs().length * 24 + 8));
  /** The workflow that it runs, once it is known by name. */
  protected readonly called = computed(() => {
    const definition = this.definition();
    const id = definition && calledIdOf(definition, this.node());
    const name = id && this.session().params.called.known().get(id)?.name;
    return id !== undefined && name ? { id, name } : undefined;
  });
  /** What it waits for just now, in place of its summary. */
  protected readonly waits = computed(() => {
    const run = this.run();
    return run === undefined ? '' : waitWords(run, this.lookedAtMs() ?? Date.now());
  });
  protected readonly summary = computed(() => {
    const definition = this.definition();
    const called = this.called();
    if (called !== undefined) return `Runs ${called.name}`;
    if (definition === undefined) return `Unknown node type “${this.node().type}”`;
    const line = nodeSummary(this.node(), definition);
    return line === '' ? definition.title : line;
  });
  /** The end of what it writes just now, in place of its summary. */
  protected readonly tail = computed(() => {
    if (this.run()?.status !== 'running') return '';
    return this.session().run.live.of(this.node().id)()?.tail ?? '';
  });
  protected readonly badge = computed(() =>
    badgeOf({
      run: this.run(),
      isEnabled: this.node().enabled,
      isPinned: this.isPinned(),
      dirty: this.session().dirty.of(this.node().id),
      problems: this.session()
        .problems.of(this.node().id)
        .map((problem) => problem.message),
    }),
  );
  protected readonly badgeLook = computed(() => STATUS_LOOKS[this.badge()?.status ?? 'pending']);
  protected readonly failure = computed(() => {
    const run = this.run();
    return run?.status === 'failed' || run?.status === 'retrying' ? run.error?.message : undefined;
  });
  protected readonly look = computed(() => `run-${this.run()?.status ?? 'none'} ${this.badgeLook().tone}`);
  protected readonly isRefused = computed(() => {
    const from = this.view.wireFrom();
    if (from === undefined || from.nodeId === this.node().id) return false;
    return this.isTrigger() || this.session().actions.whyNotConnect(from, { nodeId: this.node().id }) !== undefined;
  });
  readonly #crowded = computed(() => {
    const ports = this.outputs();
    if (ports.length < 2) return '';
    const { index, nodes } = this.session();
    const { id, position } = this.node();
    const others = nodes().filter((other) => other.id !== id);
    const targets = index()
      .outgoing(id)
      .flatMap((edge) => index().node(edge.target)?.position ?? []);
    return crowdedLabels({
      position,
      height: this.height(),
      ports: ports.map((port) => ({ id: port.id, label: this.labelOf(port) })),
      others: others.map((other) => other.position),
      targets,
    });
  });
  /** Outputs whose labels wait until somebody points at the card: something is in their place. */
  protected readonly crowded = computed(() => new Set(this.#crowded().split('|')));
  readonly #wired = computed(
    () =>
      new Set(
        this.session()
          .index()
          .outgoing(this.node().id)
          .map((edge) => edge.sourceHandle),
      ),
  );

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // Not host listeners: each of them would make Angular look at the whole canvas.
    host.addEventListener('pointerenter', () => this.isNear.set(true));
    host.addEventListener('pointerleave', () => this.isNear.set(false));
  }

  /** Whether the port has room for the "+" of its next step. */
  protected hasStub(port: string): boolean {
    return this.isEditable() && !this.#wired().has(port) && this.definition()?.traits.terminal !== true;
  }

  /** Along the side, in per cent of the card's height. */
  protected placeOf(index: number, count: number): string {
    return `${((index + 0.5) / count) * 100}%`;
  }

  protected labelOf(port: { readonly id: string; readonly label?: string | null }): string {
    // With an error port beside it, the main one is the way of success.
    return port.label ?? (port.id === 'main' && this.outputs().length > 1 ? 'Success' : port.id);
  }

  protected openMenu(event: MouseEvent): void {
    this.menuOpened.emit(event.currentTarget as HTMLElement);
  }

  protected add(port: string): void {
    this.addAfter.emit({ kind: 'after', nodeId: this.node().id, port });
  }
}
