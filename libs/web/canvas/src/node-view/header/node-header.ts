import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { WorkflowNode } from '@millrace/workflow-model';
import { Button, Dialogs, Icon, IconButton, type MenuEntry, Menus, StatusBadge, Tooltip } from '@millrace/web-ui';
import { openMagic } from '../../magic/open-magic';
import type { NodeForm } from '../form/node-form';
import type { RunStep } from '../model/run-step';

/** The head of the node view: what node it is, its name, running it, its neighbours, and the way out. */
@Component({
  selector: 'mr-node-header',
  imports: [Button, Icon, IconButton, StatusBadge, Tooltip],
  templateUrl: './node-header.html',
  styleUrl: './node-header.scss',
  host: { '[class.docked]': 'docked()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodeHeader {
  readonly form = input.required<NodeForm>();
  readonly runStep = input.required<RunStep>();
  readonly docked = input(false);
  readonly canDock = input(false);
  readonly dockedChange = output<boolean>();
  readonly closed = output<void>();
  readonly navigated = output<string>();
  readonly run = output<void>();
  readonly #menus = inject(Menus);
  readonly #dialogs = inject(Dialogs);
  protected readonly definition = computed(() => this.form().definition());
  protected readonly node = computed(() => this.form().node());
  protected readonly category = computed(() => this.definition()?.category ?? 'action');
  readonly #index = computed(() => this.form().session.index());
  protected readonly before = computed(() =>
    this.#nodesOf(
      this.#index()
        .incoming(this.form().nodeId())
        .map(({ source }) => source),
    ),
  );
  protected readonly after = computed(() =>
    this.#nodesOf(
      this.#index()
        .outgoing(this.form().nodeId())
        .map(({ target }) => target),
    ),
  );

  /** Lets a sentence fill in the node. */
  protected describe(): void {
    void openMagic(this.#dialogs, { session: this.form().session, nodeId: this.form().nodeId() });
  }

  protected rename(event: Event): void {
    const field = event.target as HTMLInputElement;
    const label = field.value.trim();
    const before = this.node()?.label ?? '';
    if (label === '' || label === before) field.value = before;
    else this.form().session.actions.rename(this.form().nodeId(), label);
  }

  protected undoName(event: Event): void {
    const field = event.target as HTMLInputElement;
    if (field.value === this.node()?.label) return;
    event.stopPropagation();
    field.value = this.node()?.label ?? '';
  }

  protected hop(nodes: readonly WorkflowNode[], event: Event): void {
    const [only, ...others] = nodes;
    if (only === undefined) return;
    if (others.length === 0) return this.navigated.emit(only.id);
    const entries: readonly MenuEntry[] = nodes.map(({ id, label }) => ({ label, run: () => this.navigated.emit(id) }));
    this.#menus.open(entries, { at: event.currentTarget as HTMLElement, label: 'Neighbours' });
  }

  protected namesOf(nodes: readonly WorkflowNode[]): string {
    return nodes.map(({ label }) => label).join(', ');
  }

  #nodesOf(ids: readonly string[]): readonly WorkflowNode[] {
    return [...new Set(ids)].flatMap((id) => this.#index().node(id) ?? []);
  }
}
