import { computed, inject, Injectable, signal } from '@angular/core';
import { Announcer } from '@millrace/web-ui/base';
import { EditorCommands } from './editor-commands';

/** Connecting by keyboard: C starts at the node with the focus, again takes its next port; arrows choose, Enter connects, Escape leaves. */
@Injectable()
export class WireMode {
  readonly #commands = inject(EditorCommands);
  readonly #announcer = inject(Announcer);
  readonly #from = signal<{ readonly nodeId: string; readonly port: string; readonly label: string } | undefined>(
    undefined,
  );
  readonly #place = signal(0);
  readonly isOn = computed(() => this.#from() !== undefined);
  readonly from = this.#from.asReadonly();
  /** Nodes that it may lead to, in their order. */
  readonly targets = computed(() => {
    const from = this.#from();
    const { session } = this.#commands;
    if (from === undefined) return [];
    return session.index().order.filter((id) => {
      const node = session.node(id);
      if (node === undefined || id === from.nodeId || session.catalogue.isTrigger(node)) return false;
      return session.actions.whyNotConnect(from, { nodeId: id }) === undefined;
    });
  });
  /** Node that Enter connects to. */
  readonly to = computed(() => this.targets()[this.#place()]);

  /** Starts, or takes the next output port. */
  begin(): void {
    const { session } = this.#commands;
    const nodeId = this.#from()?.nodeId ?? this.#commands.target();
    const node = nodeId === undefined ? undefined : session.node(nodeId);
    if (node === undefined || session.isReadonly()) return;
    const { ports } = session.catalogue.outputsOf(node);
    const next = (ports.findIndex((port) => port.id === this.#from()?.port) + 1) % Math.max(1, ports.length);
    const port = ports[next];
    if (port === undefined) return this.#announcer.alert(`${node.label} has no output`);
    this.#from.set({ nodeId: node.id, port: port.id, label: port.label ?? port.id });
    this.#place.set(0);
    this.#show();
  }

  /** Chooses another target. */
  move(by: 1 | -1): void {
    const count = this.targets().length;
    if (count > 0) this.#place.update((place) => (place + by + count) % count);
    this.#show();
  }

  finish(): void {
    const from = this.#from();
    const to = this.to();
    this.cancel();
    if (from === undefined || to === undefined) return;
    const { session } = this.#commands;
    if (session.actions.connect(from, { nodeId: to })) {
      // The keyboard goes on with the step, not with the connection that connecting selects.
      session.selection.selectNode(from.nodeId);
      this.#announcer.say(`Connected to ${session.node(to)?.label}`);
    }
  }

  cancel(): void {
    this.#from.set(undefined);
    this.#sync();
  }

  #show(): void {
    const to = this.to();
    this.#sync();
    if (to === undefined) return this.#announcer.alert('No step can be connected to this output');
    this.#commands.canvas?.reveal(to, { focus: false });
    this.#announcer.say(`Connect ${this.#from()?.label} to ${this.#commands.session.node(to)?.label}? Enter connects`);
  }

  #sync(): void {
    const view = this.#commands.canvas?.view;
    view?.wireFrom.set(this.#from());
    view?.wireTo.set(this.#from() === undefined ? undefined : this.to());
  }
}
