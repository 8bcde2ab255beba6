import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EditorSession } from '../session/editor-session';
import { TurnStepper } from './turn-stepper';

/** Which turn of the loops around a node, and of its own "once per item", the panes show. */
@Component({
  selector: 'mr-turn-bar',
  imports: [TurnStepper],
  template: `
    @for (loop of loops(); track loop.id) {
      <span class="loop">
        <span class="name mr-truncate">{{ loop.label }}</span>
        <mr-turn-stepper [session]="session()" [nodeId]="loop.id" />
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 24px;
      padding: 6px 16px;
      border-bottom: 1px solid var(--border-1);
      background: var(--surface-2);
    }

    :host(.empty) {
      display: none;
    }

    .loop {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      min-width: 0;
    }

    .name {
      max-width: 200px;
      font-size: var(--size-12);
      font-weight: 600;
    }
  `,
  host: { '[class.empty]': 'loops().length === 0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TurnBar {
  readonly session = input.required<EditorSession>();
  readonly nodeId = input.required<string>();
  /** From the outermost in; only those that have asked for turns. */
  protected readonly loops = computed(() => {
    const session = this.session();
    const ids = [...session.index().loopsAround(this.nodeId()).toReversed(), this.nodeId()];
    return ids.flatMap((id) => {
      const node = session.node(id);
      return node === undefined || session.run.node(id)()?.loop === undefined ? [] : [node];
    });
  });
}
