import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon, type IconName } from '@millrace/web-ui';
import type { CredentialTypeRow } from './api/credential-api';

const GENERAL: Readonly<Record<string, IconName>> = {
  'http-basic': 'user',
  'http-bearer': 'key-round',
  'http-header': 'list',
  'http-query': 'link',
  'http-custom': 'sliders-horizontal',
  oauth2: 'log-in',
  'oauth2-client-credentials': 'server',
};

/** The sign of a kind of account: its own drawing, one of ours, or its first letter. */
@Component({
  selector: 'mr-type-icon',
  imports: [Icon],
  template: `
    @if (type()?.icon; as svg) {
      <mr-icon [svg]="svg" [size]="size() - 14" />
    } @else if (known(); as name) {
      <mr-icon [name]="name" [size]="16" />
    } @else {
      <span>{{ letter() }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      border: 1px solid var(--border-2);
      border-radius: 8px;
      background: var(--surface-1);
      color: var(--text-1);
      font-weight: 600;
      font-size: var(--size-14);
    }
  `,
  host: { 'aria-hidden': 'true', '[style.width.px]': 'size()', '[style.height.px]': 'size()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TypeIcon {
  readonly type = input.required<CredentialTypeRow | undefined>();
  /** Width and height in px. */
  readonly size = input(32);
  protected readonly known = computed(() => {
    const type = this.type();
    return type === undefined ? ('key-round' as const) : GENERAL[type.type];
  });
  protected readonly letter = computed(() => this.type()?.title.charAt(0) ?? '');
}
