import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { FFlowModule } from '@foblex/flow';
import { Icon } from '@millrace/web-ui/base';
import type { EditorSession } from '../session/editor-session';
import type { AddPlace } from '../session/operations/add-node';
import { TurnStepper } from '../turns/turn-stepper';
import type { LoopFrame } from './loop-frames';

/** The inside of a loop's frame: how far its turns are, which one is looked at, and where the first step goes. */
@Component({
  selector: 'mr-loop-body',
  imports: [FFlowModule, Icon, TurnStepper],
  template: `
    @if (hasRun()) {
      @defer (on immediate) {
        <div class="turns">
          <mr-turn-stepper fDragBlocker [session]="session()" [nodeId]="frame().node.id" />
        </div>
      }
    }
    @if (frame().isEmpty && isEditable()) {
      <button
        class="first"
        type="button"
        tabindex="-1"
        fDragBlocker
        [attr.aria-label]="'Add a step inside ' + frame().node.label"
        [attr.data-testid]="'add-inside-' + frame().node.id"
        (click)="add(); $event.stopPropagation()"
      >
        <mr-icon name="plus" [size]="14" /> Add a step inside
      </button>
    } @else if (frame().isEmpty) {
      <span class="nothing">Nothing inside</span>
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    .turns {
      position: absolute;
      inset-inline: 12px;
      top: 67px;
      container: loop-frame / inline-size;
    }

    mr-turn-stepper {
      flex-wrap: nowrap;
    }

    .first,
    .nothing {
      position: absolute;
      inset-inline-start: 40px;
      top: 100px;
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 6px;
      width: 224px;
      height: 64px;
      color: var(--text-2);
      font-size: var(--size-13);
    }

    .first {
      border: 1px dashed var(--border-control);
      border-radius: var(--radius-card);
      background: transparent;
      transition:
        color var(--fast),
        border-color var(--fast);

      &:hover {
        border-color: var(--accent);
        color: var(--accent-text);
      }
    }

    :host-context(.detail-icon),
    :host-context(.detail-block) {
      .first,
      .nothing,
      .turns {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoopBody {
  readonly session = input.required<EditorSession>();
  readonly frame = input.required<LoopFrame>();
  readonly addRequested = output<AddPlace>();
  protected readonly isEditable = computed(() => !this.session().isReadonly());
  protected readonly hasRun = computed(() => this.session().run.node(this.frame().node.id)()?.loop !== undefined);

  protected add(): void {
    this.addRequested.emit({ kind: 'inside', loopId: this.frame().node.id });
  }
}
