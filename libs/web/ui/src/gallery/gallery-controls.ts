import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Button } from '../button/button';
import { IconButton } from '../button/icon-button';
import { Checkbox } from '../choice/checkbox';
import { Combobox } from '../choice/combobox';
import type { Option } from '../choice/option';
import { Segmented } from '../choice/segmented';
import { Select } from '../choice/select';
import { Toggle } from '../choice/toggle';
import { Dialogs } from '../dialog/dialogs';
import { Toasts } from '../feedback/toasts';
import { Field } from '../fields/field';
import { Input, ValueBinding } from '../fields/input';
import { SearchField } from '../fields/search-field';
import { Keys } from '../keys/keys';
import type { MenuEntry } from '../menu/menu-entry';
import { ContextMenuTrigger, MenuTrigger } from '../menu/menu-triggers';
import { Popover } from '../overlay/popover';
import { Tabs, TabPanel } from '../tabs/tabs';

/** Buttons, fields, choices, menus and dialogs. */
@Component({
  selector: 'mr-gallery-controls',
  imports: [
    Button,
    Checkbox,
    Combobox,
    ContextMenuTrigger,
    Field,
    IconButton,
    Input,
    Keys,
    MenuTrigger,
    Popover,
    SearchField,
    Segmented,
    Select,
    TabPanel,
    Tabs,
    Toggle,
    ValueBinding,
  ],
  templateUrl: './gallery-controls.html',
  styleUrl: './gallery.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GalleryControls {
  protected readonly dialogs = inject(Dialogs);
  protected readonly toasts = inject(Toasts);
  protected readonly url = signal('https://api.example.com/v1/customers');
  protected readonly note = signal('');
  protected readonly method = signal<string | null>('POST');
  protected readonly zone = signal<string | null>('Europe/Vienna');
  protected readonly mode = signal<'fixed' | 'template' | 'expression'>('fixed');
  protected readonly tab = signal<'parameters' | 'settings' | 'docs'>('parameters');
  protected readonly query = signal('invoice');
  protected readonly methods: readonly Option[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({
    value,
    label: value,
  }));
  protected readonly onError: readonly Option[] = [
    { value: 'stop', label: 'Stop the run', description: 'The run fails with this step.' },
    { value: 'continue', label: 'Continue', description: 'The next step gets the error as its input.' },
    { value: 'port', label: 'Continue on the error output', description: 'Only what is wired to it runs.' },
  ];
  protected readonly zones: readonly Option[] = [
    'Europe/Vienna',
    'Europe/London',
    'America/New_York',
    'Asia/Tokyo',
    'UTC',
  ].map((value) => ({ value, label: value }));
  protected readonly modes: readonly Option<'fixed' | 'template' | 'expression'>[] = [
    { value: 'fixed', label: 'Fixed' },
    { value: 'template', label: 'Template' },
    { value: 'expression', label: 'Expression' },
  ];
  protected readonly tabs = [
    { id: 'parameters' as const, label: 'Parameters', alert: true },
    { id: 'settings' as const, label: 'Settings' },
    { id: 'docs' as const, label: 'Docs' },
  ];
  protected readonly menu: readonly MenuEntry[] = [
    { label: 'Open', icon: 'maximize-2', keys: 'Enter', run: () => undefined },
    { label: 'Run step', icon: 'play', keys: 'Alt+R', run: () => undefined },
    {
      label: 'Select',
      icon: 'square-dashed-mouse-pointer',
      children: [{ label: 'Upstream' }, { label: 'Downstream' }],
    },
    'divider',
    { heading: 'Edit' },
    { label: 'Duplicate', icon: 'copy-plus', keys: 'Mod+D' },
    { label: 'Pin output', icon: 'pin', keys: 'P', checked: true },
    { label: 'Convert to sub-workflow', icon: 'workflow', disabled: true },
    'divider',
    { label: 'Delete', icon: 'trash-2', keys: 'Delete', danger: true, run: () => this.remove() },
  ];

  protected remove(): void {
    this.toasts.undo('Deleted “Sync invoices”', () => this.toasts.show('It is back', { tone: 'success' }));
  }

  protected async rename(): Promise<void> {
    await this.dialogs.prompt({ heading: 'Rename workflow', label: 'Name', value: 'Sync invoices', action: 'Rename' });
  }

  protected async destroy(): Promise<void> {
    const text = 'Its 1,204 runs and their data are deleted too. This cannot be taken back.';
    await this.dialogs.confirm({
      heading: 'Delete workflow for good',
      text,
      action: 'Delete for good',
      danger: true,
      typeToConfirm: 'Sync invoices',
    });
  }
}
