import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Session } from '@millrace/web-api';
import { Icon, initialsOf, MenuTrigger, Tooltip, type MenuEntry } from '@millrace/web-ui/base';
import { roleName } from '../sign-in/role-words';
import { PaletteOpener } from './commands/palette-opener';
import { WorkspaceSwitch } from './workspace-switch';

/** Which workspace this is, and the way to the others. */
@Component({
  selector: 'mr-workspace-menu',
  imports: [Icon, MenuTrigger, Tooltip],
  template: `
    <button
      type="button"
      mrTooltipPlace="after"
      mrMenuLabel="Workspaces"
      data-testid="workspace-menu"
      [mrTooltip]="narrow() ? name() : null"
      [mrMenu]="menu"
    >
      <span class="tile" aria-hidden="true">{{ initials() }}</span>
      <span class="label mr-truncate" [class.mr-visually-hidden]="narrow()">
        <span class="mr-visually-hidden">Workspace </span>{{ name() }}
      </span>
      @if (!narrow()) {
        <mr-icon name="chevrons-up-down" [size]="14" />
      }
    </button>
  `,
  styles: `
    :host {
      display: block;
      flex: none;
      margin-bottom: 8px;
    }

    button {
      display: flex;
      align-items: center;
      gap: 8px;
      width: 100%;
      height: 36px;
      padding: 0 8px;
      border: 0;
      border-radius: var(--radius-control);
      background: none;
      font-weight: 500;
      text-align: start;
      white-space: nowrap;

      &:hover {
        background: var(--surface-2);
      }

      &:focus-visible {
        outline-offset: -2px;
      }
    }

    .tile {
      display: grid;
      flex: none;
      place-items: center;
      width: 24px;
      height: 24px;
      border: 1px solid var(--border-2);
      border-radius: var(--radius-control);
      background: var(--surface-2);
      color: var(--text-2);
      font-weight: 600;
      font-size: 10px;
    }

    .label {
      flex: 1;
      min-width: 0;
    }

    mr-icon {
      color: var(--text-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkspaceMenu {
  readonly narrow = input.required<boolean>();
  private readonly session = inject(Session);
  private readonly workspaces = inject(WorkspaceSwitch);
  private readonly pages = inject(PaletteOpener);
  protected readonly name = computed(() => this.session.workspace()?.name ?? '');
  protected readonly initials = computed(() => initialsOf(this.name()));
  /** Asked for when the page has come to rest: the menu must be there at once. */
  protected readonly others = resource({
    params: () => this.session.workspace()?.id,
    loader: () => this.workspaces.list().catch(() => undefined),
  });

  protected readonly menu = (): readonly MenuEntry[] => {
    const here = this.session.workspace();
    const known = this.others.value() ?? (here ? [here] : []);
    return [
      { heading: 'Workspaces' },
      ...known.map(({ id, name, role }) => ({
        label: id === here?.id ? (here?.name ?? name) : name,
        hint: roleName(role),
        checked: id === here?.id,
        run: () => void this.workspaces.to(id),
      })),
      'divider' as const,
      { label: 'New workspace…', icon: 'plus' as const, run: () => void this.workspaces.create() },
      { label: 'Members', icon: 'users' as const, run: () => this.pages.go('/settings/members') },
      { label: 'Workspace settings', icon: 'settings' as const, run: () => this.pages.go('/settings/workspace') },
    ];
  };
}
