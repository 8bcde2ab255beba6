import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { EFConnectableSide, FFlowModule } from '@foblex/flow';
import { Icon, IconButton, STATUS_LOOKS, type StatusName } from '@millrace/web-ui/base';
import type { EditorSession } from '../session/editor-session';
import { type GroupTile, tileConnector } from './collapsed-groups';

/** The worst first: what most needs somebody. */
const WORST: readonly StatusName[] = [
  'failed',
  'retrying',
  'waiting',
  'running',
  'incomplete',
  'cancelled',
  'completed',
  'skipped',
];

/** A collapsed group: its name, how many steps it holds, and the worst state of any of them. */
@Component({
  selector: 'mr-group-tile',
  imports: [FFlowModule, Icon, IconButton],
  template: `
    <span
      class="port in"
      fConnector
      fConnectorType="target"
      [fConnectorId]="connector('in', tile().group.id)"
      [fConnectorConnectableSide]="sides.LEFT"
      [fConnectorMultiple]="true"
      [fConnectorDisabled]="true"
    ></span>
    <span class="icon" aria-hidden="true"><mr-icon name="box" [size]="20" /></span>
    <span class="words">
      <span class="name mr-truncate">{{ tile().group.label }}</span>
      <span class="count mr-truncate">{{ count() }}</span>
    </span>
    @if (status(); as status) {
      <span class="status" [attr.data-status]="status" [attr.title]="look().word" [style.color]="colour()">
        <mr-icon [name]="look().icon" [size]="14" [label]="look().word" />
      </span>
    }
    @if (!session().isReadonly()) {
      <button
        mr-icon-button
        type="button"
        tabindex="-1"
        size="s"
        icon="maximize"
        label="Expand group"
        keys="Alt+G"
        fDragBlocker
        [attr.data-testid]="'expand-' + tile().group.id"
        (click)="expanded.emit(); $event.stopPropagation()"
      ></button>
    }
    <span
      class="port out"
      fConnector
      fConnectorType="source"
      [fConnectorId]="connector('out', tile().group.id)"
      [fConnectorConnectableSide]="sides.RIGHT"
      [fConnectorMultiple]="true"
      [fConnectorDisabled]="true"
    ></span>
  `,
  styleUrl: './group-tile.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GroupTileCard {
  readonly session = input.required<EditorSession>();
  readonly tile = input.required<GroupTile>();
  readonly expanded = output<void>();
  protected readonly sides = EFConnectableSide;
  protected readonly connector = tileConnector;
  protected readonly count = computed(() => {
    const { length } = this.tile().hidden;
    return length === 1 ? '1 step' : `${length} steps`;
  });
  protected readonly status = computed((): StatusName | undefined => {
    const { run, problems } = this.session();
    const found = new Set<StatusName>();
    for (const { id } of this.tile().hidden) {
      const status = run.node(id)()?.status;
      if (status !== undefined) found.add(status);
      if (problems.of(id).length > 0) found.add('incomplete');
    }
    return WORST.find((status) => found.has(status));
  });
  protected readonly look = computed(() => STATUS_LOOKS[this.status() ?? 'pending']);
  protected readonly colour = computed(() => `var(--${this.look().tone}-text)`);
}
