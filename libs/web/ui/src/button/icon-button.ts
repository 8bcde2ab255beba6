import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/names';
import { Tooltip } from '../tooltip/tooltip';
import type { ControlSize } from './button';

/** A button that is only an icon; its `label` names it and shows as a tooltip (with its shortcut, where it has one). */
@Component({
  selector: 'button[mr-icon-button], a[mr-icon-button]',
  imports: [Icon],
  hostDirectives: [{ directive: Tooltip, inputs: ['mrTooltipKeys: keys', 'mrTooltipPlace: tooltipPlace'] }],
  template: '<mr-icon [name]="icon()" [size]="iconSize()" /><ng-content />',
  styleUrl: './icon-button.scss',
  host: {
    '[class]': '`${size()} ${variant()}`',
    '[attr.aria-label]': 'label()',
    '[attr.aria-pressed]': 'pressed() ?? null',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IconButton {
  readonly icon = input.required<IconName>();
  readonly label = input.required<string>();
  readonly size = input<ControlSize>('m');
  readonly variant = input<'ghost' | 'secondary' | 'danger'>('ghost');
  /** For toggles: whether it is on. */
  readonly pressed = input<boolean>();
  protected readonly iconSize = computed(() => (this.size() === 's' ? 14 : 16));

  constructor() {
    inject(Tooltip).showsName(this.label);
  }
}
