import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { DataViewer, Icon } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { readableSources } from './readable-sources';

/** Everything that a node can read: each source folded, its fields with types inside. */
@Component({
  selector: 'mr-variable-tree',
  imports: [DataViewer, Icon],
  templateUrl: './variable-tree.html',
  styleUrl: './variable-tree.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VariableTree {
  readonly form = input.required<NodeForm>();
  readonly query = input('');
  readonly chosen = output<string>();
  protected readonly sources = computed(() => readableSources(this.form().session.params.of(this.form().nodeId())));
  readonly #closed = signal<ReadonlySet<string>>(new Set());

  protected isOpen(root: string): boolean {
    return !this.#closed().has(root);
  }

  protected toggle(root: string): void {
    this.#closed.update((closed) => {
      const next = new Set(closed);
      if (!next.delete(root)) next.add(root);
      return next;
    });
  }
}
