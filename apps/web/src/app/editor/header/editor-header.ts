import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { apiErrorOf, Session } from '@millrace/web-api';
import {
  Button,
  Chip,
  Dialogs,
  Icon,
  IconButton,
  type MenuEntry,
  MenuTrigger,
  Toasts,
  Tooltip,
} from '@millrace/web-ui/base';
import { saveJsonFile } from '../../shell/save-file';
import { WorkflowActions, type ExportFormat } from '../../workflows/workflow-actions';
import { TestsBadge } from '../../tests/tests-badge';
import { EditorCommands } from '../commands/editor-commands';
import { EditorState } from '../editor-state';
import { EditorPeople } from '../people/editor-people';
import { LiveChip } from './live-chip';
import { SaveChip } from './save-chip';

/** Above the canvas: name, tags, tabs, where the draft stands, and publishing. */
@Component({
  selector: 'mr-editor-header',
  imports: [
    Button,
    Chip,
    EditorPeople,
    Icon,
    IconButton,
    LiveChip,
    MenuTrigger,
    RouterLink,
    RouterLinkActive,
    SaveChip,
    TestsBadge,
    Tooltip,
  ],
  templateUrl: './editor-header.html',
  styleUrl: './editor-header.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorHeader {
  protected readonly state = inject(EditorState);
  protected readonly session = this.state.session;
  protected readonly commands = inject(EditorCommands);
  readonly #actions = inject(WorkflowActions);
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly #router = inject(Router);
  readonly #workspace = inject(Session).workspace;
  /** Why nothing can be changed here. */
  protected readonly whyReadonly = computed(
    () =>
      `Your role here is ${(this.#workspace()?.role ?? '').toLowerCase()}. Editors, admins and owners change and publish workflows.`,
  );
  protected readonly isRenaming = signal(false);
  protected readonly nameField = viewChild<ElementRef<HTMLInputElement>>('nameField');
  protected readonly tabs = computed(() => {
    const id = this.session.workflowId();
    return [
      { label: 'Editor', link: ['/workflows', id] },
      { label: 'Runs', link: ['/workflows', id, 'runs'] },
      { label: 'Tests', link: ['/workflows', id, 'tests'] },
      { label: 'Versions', link: ['/workflows', id, 'versions'] },
    ];
  });
  protected readonly tags = computed(() => this.session.document().metadata.tags);
  /** The first tags fit beside the name; the rest is a number. */
  protected readonly shownTags = computed(() => this.tags().slice(0, 2));
  protected readonly publishHint = computed(() => {
    const errors = this.session.problems.errors().length;
    if (errors > 0) return `${errors === 1 ? 'One error' : `${errors} errors`} must be mended first`;
    if (this.session.liveVersion() !== undefined && this.session.changesAhead() === 0)
      return 'What is live is up to date';
    return '';
  });

  protected beginRename(): void {
    if (this.session.isReadonly()) return;
    this.isRenaming.set(true);
    setTimeout(() => this.nameField()?.nativeElement.select());
  }

  protected endRename(isKept: boolean): void {
    if (!this.isRenaming()) return;
    const name = this.nameField()?.nativeElement.value.trim() ?? '';
    this.isRenaming.set(false);
    if (isKept && name !== '' && name !== this.session.name()) this.session.actions.setName(name);
  }

  protected readonly publishMenu = (): readonly MenuEntry[] => {
    const isLive = this.session.enabled() && this.session.liveVersion() !== undefined;
    return [
      { label: 'Publish', icon: 'rocket', keys: 'Shift+P', run: () => void this.commands.openPublish() },
      {
        label: isLive ? 'Disable' : 'Enable',
        icon: 'power',
        keys: 'Mod+U',
        disabled: this.session.liveVersion() === undefined,
        run: () => void this.commands.setEnabled(!isLive),
      },
      'divider',
      { label: 'Versions', icon: 'history', run: () => this.commands.tab('versions') },
    ];
  };

  protected readonly moreMenu = (): readonly MenuEntry[] =>
    this.session.isReadonly() ? this.#readingMenu() : this.#writingMenu();

  #readingMenu(): readonly MenuEntry[] {
    return [
      this.#exporting(),
      { label: 'Settings…', icon: 'settings-2', keys: 'Mod+,', run: () => void this.commands.openSettings() },
      'divider',
      { label: 'Problems', icon: 'circle-alert', keys: 'Mod+Shift+M', run: () => this.state.toggleDock('problems') },
      { label: 'Outline', icon: 'list-tree', keys: 'O', run: () => this.state.isOutline.update((shown) => !shown) },
    ];
  }

  readonly #writingMenu = (): readonly MenuEntry[] => [
    { label: 'Rename', icon: 'pencil', run: () => this.beginRename() },
    { label: 'Edit tags', icon: 'tags', run: () => void this.#editTags() },
    { label: 'Duplicate', icon: 'copy-plus', run: () => void this.#try(() => this.#duplicate()) },
    { label: 'Settings…', icon: 'settings-2', keys: 'Mod+,', run: () => void this.commands.openSettings() },
    'divider',
    { label: 'Dry run…', icon: 'flask-conical', keys: 'Shift+Mod+Enter', run: () => void this.commands.openDryRun() },
    { label: 'Save checkpoint…', icon: 'bookmark', keys: 'Mod+S', run: () => void this.commands.checkpoint() },
    this.#exporting(),
    { label: 'Import into this draft', icon: 'upload', run: () => this.#importInto() },
    'divider',
    { label: 'Problems', icon: 'circle-alert', keys: 'Mod+Shift+M', run: () => this.state.toggleDock('problems') },
    { label: 'Outline', icon: 'list-tree', keys: 'O', run: () => this.state.isOutline.update((shown) => !shown) },
    { label: 'Open steps when added', checked: this.state.opensAdded(), run: () => this.state.toggleOpensAdded() },
    'divider',
    { label: 'Delete workflow', icon: 'trash-2', danger: true, run: () => void this.#try(() => this.#delete()) },
  ];

  #exporting(): MenuEntry {
    const asFile = (format: ExportFormat): void => void this.#try(() => this.#export(format));
    return {
      label: 'Export',
      icon: 'download',
      children: [
        { label: 'JSON', hint: '.json', run: () => this.#download() },
        { label: 'YAML', hint: '.yaml', run: () => asFile('yaml') },
        { label: 'Exchange form', hint: '.exchange.json', run: () => asFile('exchange') },
        'divider',
        { label: 'Copy as JSON', run: () => void navigator.clipboard.writeText(this.#json()) },
      ],
    };
  }

  /** What the server has; of a draft that it cannot be given, the JSON is what to save. */
  async #export(format: ExportFormat): Promise<void> {
    if (await this.session.flush()) return this.#actions.export(this.#named(), format);
    this.#toasts.show('The draft is not saved. Export it as JSON to keep what is here.', { tone: 'error' });
  }

  #download(): void {
    const name = this.session
      .name()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .toLowerCase();
    saveJsonFile(`${name}.json`, this.session.document());
  }

  async #editTags(): Promise<void> {
    const text = await this.#dialogs.prompt({
      heading: 'Tags',
      label: 'Tags, with commas between them',
      value: this.tags().join(', '),
      action: 'Save tags',
      mayBeEmpty: true,
    });
    if (text === undefined) return;
    const tags = [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
    const metadata = { ...this.session.document().metadata, tags };
    this.session.apply({ kind: 'setMetadata', metadata }, { label: 'Change tags' });
  }

  async #duplicate(): Promise<void> {
    await this.session.flush();
    const { id } = await this.#actions.duplicate(this.#named());
    this.#actions.open(id);
  }

  /** Into the bin, and back for as long as the toast offers it. */
  async #delete(): Promise<void> {
    const workflow = this.#named();
    await this.session.flush();
    await this.#actions.delete(workflow);
    void this.#router.navigate(['/workflows']);
    const restore = (): Promise<void> =>
      this.#try(async () => this.#actions.open((await this.#actions.restore(workflow)).id));
    this.#toasts.undo(`“${workflow.name}” was deleted. Its triggers have stopped.`, () => void restore());
  }

  #named(): { id: string; name: string } {
    return { id: this.session.workflowId() ?? '', name: this.session.name() };
  }

  #json(): string {
    return `${JSON.stringify(this.session.document(), null, 2)}\n`;
  }

  #importInto(): void {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = '.json,application/json';
    field.onchange = () => void field.files?.[0]?.text().then((text) => this.commands.clipboard.pasteText(text));
    field.click();
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#toasts.show(apiErrorOf(error).message, { tone: 'error' });
    }
  }
}
