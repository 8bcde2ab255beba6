import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { DIALOG_DATA, DialogRef, Icon, Keys, nextId } from '@millrace/web-ui';
import type { Command, CommandPrefix } from './command';
import { CommandRegistry } from './command-registry';
import { CommandSearch } from './command-search';

const PREFIXES: readonly { readonly prefix: CommandPrefix; readonly words: string }[] = [
  { prefix: '>', words: 'actions' },
  { prefix: '@', words: 'steps' },
  { prefix: '#', words: 'runs' },
];

/** Finds pages, workflows, actions and whatever the open page adds; arrows move, Enter runs. */
@Component({
  selector: 'mr-command-palette',
  imports: [Icon, Keys],
  templateUrl: './command-palette.html',
  styleUrl: './command-palette.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommandPalette {
  private readonly ref = inject<DialogRef<void>>(DialogRef);
  private readonly registry = inject(CommandRegistry);
  private readonly data = inject<{ only?: string; typed?: () => string } | null>(DIALOG_DATA);
  private readonly only = this.data?.only;
  private readonly sources = computed(() => {
    const sources = this.registry.sources();
    return this.only === undefined ? sources : sources.filter(({ id }) => id === this.only);
  });
  protected readonly search = new CommandSearch(this.sources);
  protected readonly placeholder =
    this.only === 'workflows' ? 'Open a workflow' : 'Search workflows, steps, pages and actions';
  /** What can be typed first to narrow it here. */
  protected readonly prefixes = computed(() => {
    const known = new Set(this.sources().map(({ prefix }) => prefix));
    return PREFIXES.filter(({ prefix }) => known.has(prefix));
  });
  protected readonly listId = nextId('commands');
  protected readonly flat = computed(() =>
    this.search
      .groups()
      .flatMap(({ id, commands }) => commands.map((command) => ({ key: `${id}/${command.id}`, command }))),
  );
  /** Stays on a command while it is still offered, else goes to the first. */
  protected readonly active = linkedSignal<readonly { key: string }[], number>({
    source: this.flat,
    computation: (now, before) => {
      const key = before?.source[before.value]?.key;
      const isFirst = before === undefined || before.value === 0;
      return isFirst
        ? 0
        : Math.max(
            0,
            now.findIndex((one) => one.key === key),
          );
    },
  });
  protected readonly activeId = computed(() => (this.flat().length > 0 ? this.optionId(this.active()) : null));
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.search.close());
    afterNextRender(() => {
      const early = this.data?.typed?.() ?? '';
      if (early !== '') this.search.type(early);
    });
  }

  protected type(event: Event): void {
    this.search.type((event.target as HTMLInputElement).value);
    this.active.set(0);
  }

  protected onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) this.move(step);
    else if (event.key === 'Enter') this.runActive();
    else return;
    event.preventDefault();
  }

  protected indexOf(groupId: string, command: Command): number {
    return this.flat().findIndex(({ key }) => key === `${groupId}/${command.id}`);
  }

  protected optionId(index: number): string {
    return `${this.listId}-${index}`;
  }

  protected run(command: Command): void {
    this.ref.close();
    command.run();
  }

  private runActive(): void {
    const chosen = this.flat()[this.active()];
    if (chosen) this.run(chosen.command);
  }

  private move(step: number): void {
    const count = this.flat().length;
    if (count === 0) return;
    const next = Math.abs(step) === 1 ? (this.active() + step + count) % count : this.active() + step;
    this.active.set(Math.min(count - 1, Math.max(0, next)));
    const option = this.list().nativeElement.querySelector(`[id="${this.optionId(this.active())}"]`);
    option?.scrollIntoView?.({ block: 'nearest' });
  }
}
