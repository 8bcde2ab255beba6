import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { NodeCatalogue } from '@millrace/web-canvas';
import { Icon, type IconName, type StatusTone } from '@millrace/web-ui';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { schematicOf, TILE } from './schematic';

/** Something small that is said of a node. */
export interface SchematicMark {
  readonly icon: IconName;
  readonly tone: StatusTone;
}

/** A workflow at a glance: tiles and lines, no words. Decoration: say what it shows beside it. */
@Component({
  selector: 'mr-workflow-schematic',
  imports: [Icon],
  template: `
    <svg
      [attr.viewBox]="viewBox()"
      [style.max-width.px]="drawing().width * scale()"
      [style.max-height.px]="drawing().height * scale()"
    >
      @for (line of drawing().lines; track line.id) {
        <path [attr.d]="line.path" />
      }
      @for (tile of tiles(); track tile.id) {
        <foreignObject [attr.x]="tile.x" [attr.y]="tile.y" [attr.width]="size" [attr.height]="size">
          <span class="tile" [class.round]="tile.isTrigger" [style.--tile]="tile.colour" [style.--soft]="tile.soft">
            <mr-icon [svg]="tile.icon" name="box" [size]="20" />
          </span>
        </foreignObject>
        @if (tile.mark; as mark) {
          <foreignObject [attr.x]="tile.x + size - 13" [attr.y]="tile.y - 5" width="18" height="18">
            <span class="mark" [style.--tone]="'var(--' + mark.tone + ')'"
              ><mr-icon [name]="mark.icon" [size]="11"
            /></span>
          </foreignObject>
        }
      }
    </svg>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: center;
      min-width: 0;
      overflow: hidden;
    }

    svg {
      width: 100%;
      height: 100%;
    }

    path {
      fill: none;
      stroke: var(--edge);
      stroke-width: 1.75;
      opacity: 0.7;
    }

    .tile {
      display: grid;
      place-items: center;
      width: 100%;
      height: 100%;
      border: 1px solid color-mix(in oklch, var(--tile) 22%, transparent);
      border-radius: 10px;
      background: var(--soft);
      color: var(--tile);
    }

    .round {
      border-radius: 50%;
    }

    .mark {
      display: grid;
      place-items: center;
      width: 16px;
      height: 16px;
      border-radius: 50%;
      background: var(--tone);
      color: var(--surface-1);
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkflowSchematic {
  readonly document = input.required<Pick<WorkflowDocument, 'nodes' | 'edges'>>();
  readonly catalogue = input.required<NodeCatalogue>();
  /** What is said of nodes, by their ids. */
  readonly marks = input<ReadonlyMap<string, SchematicMark>>(new Map());
  /** Largest magnification. */
  readonly scale = input(1);
  protected readonly size = TILE;
  protected readonly drawing = computed(() => schematicOf(this.document()));
  protected readonly viewBox = computed(() => `0 0 ${this.drawing().width} ${this.drawing().height}`);
  protected readonly tiles = computed(() =>
    this.drawing().nodes.map(({ node, x, y }) => {
      const definition = this.catalogue().of(node);
      const category = definition?.category;
      return {
        id: node.id,
        mark: this.marks().get(node.id),
        x: x - TILE / 2,
        y: y - TILE / 2,
        icon: definition?.icon ?? null,
        isTrigger: definition?.traits.trigger === true,
        colour: category ? `var(--category-${category})` : 'var(--text-2)',
        soft: category ? `var(--category-${category}-soft)` : 'var(--surface-3)',
      };
    }),
  );
}
