import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { CredentialSlot, NodeCategory, NodeDefinitionData } from '@millrace/workflow-model';
import { Button, ChipButton, EmptyState, Icon, IconButton, nextId } from '@millrace/web-ui/base';
import { Credentials } from '../credentials/credentials';
import type { NodeCatalogue } from '../session/catalogue/node-catalogue';
import { accountState } from './account-state';
import {
  headingOfCategory,
  linesOf,
  type PaletteApp,
  type PaletteLine,
  type PalettePurpose,
  paletteSections,
  RECENT,
} from './palette-lines';

/** A node on its way from the palette: where the pointer is on the page, and whether it was let go. */
export interface PaletteDrag {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly phase: 'move' | 'drop' | 'cancel';
}

const DRAG_STARTS_AT_PX = 5;

/** The drawer that nodes are added from. Typing searches, arrows move, Enter picks, Escape closes; lines can be dragged. */
@Component({
  selector: 'mr-node-palette',
  imports: [Button, ChipButton, EmptyState, Icon, IconButton],
  templateUrl: './node-palette.html',
  styleUrl: './node-palette.scss',
  host: { role: 'complementary', 'aria-label': 'Add a step', '(keydown)': 'onKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodePalette {
  readonly catalogue = input.required<NodeCatalogue>();
  readonly purpose = input<PalettePurpose>('next');
  /** Types that the workflow has already: they win ties. */
  readonly used = input<ReadonlySet<string>>(new Set());
  /** Whether all definitions are there. Enter waits for them: who types quickly is not to be left without an answer. */
  readonly complete = input(true);
  readonly picked = output<string>();
  readonly dragged = output<PaletteDrag>();
  /** Nothing is called like this: it is to be made from the words. */
  readonly described = output<string>();
  readonly closed = output<void>();
  protected readonly text = signal('');
  protected readonly category = linkedSignal<PalettePurpose, NodeCategory | undefined>({
    source: this.purpose,
    computation: () => undefined,
  });
  /** The app whose actions are shown. */
  protected readonly app = linkedSignal<unknown, PaletteApp | undefined>({
    source: () => [this.purpose(), this.category(), this.text()],
    computation: () => undefined,
  });
  protected readonly sections = computed(() =>
    paletteSections(this.catalogue(), {
      text: this.text(),
      category: this.category(),
      purpose: this.purpose(),
      used: this.used(),
      app: this.app(),
    }),
  );
  protected readonly lines = computed(() => linesOf(this.sections()));
  readonly #credentials = inject(Credentials);
  /** Of the nodes that need an account, whether there is one; nothing before that is known. */
  protected readonly accounts = computed(() => {
    if (this.#credentials.phase() !== 'ready') return new Map<NodeDefinitionData, undefined>();
    const isThere = (slot: CredentialSlot): boolean => this.#credentials.fitting(slot).length > 0;
    return new Map(this.lines().map(({ definition }) => [definition, accountState(definition, isThere)]));
  });
  /** Place of the line that Enter picks. */
  protected readonly active = linkedSignal({ source: this.lines, computation: () => 0 });
  protected readonly heading = computed(
    () =>
      ({ trigger: 'What triggers this workflow?', next: 'What happens next?', replace: 'Replace with' })[
        this.purpose()
      ],
  );
  protected readonly chips = computed(() =>
    this.catalogue()
      .sections()
      .map(({ category }) => ({ category, label: headingOfCategory(category) })),
  );
  protected readonly listId = nextId('palette');
  /** What is under the pointer while it is dragged. */
  protected readonly ghost = signal<{ definition: NodeDefinitionData; x: number; y: number } | undefined>(undefined);
  protected readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  #pressed: { readonly definition: NodeDefinitionData; readonly x: number; readonly y: number } | undefined;
  #wasDragged = false;
  #isPickWanted = false;

  constructor() {
    afterNextRender(() => this.focus());
    void this.#credentials.load();
    effect(() => {
      if (this.complete() && this.#isPickWanted) untracked(() => this.#pickActive());
    });
  }

  /** Puts the caret in the search. */
  focus(): void {
    this.search().nativeElement.focus();
  }

  protected take(event: Event): void {
    this.#isPickWanted = false;
    this.text.set((event.target as HTMLInputElement).value);
  }

  protected choose(category: NodeCategory): void {
    this.category.update((before) => (before === category ? undefined : category));
    this.focus();
  }

  /** Goes into an app; without one, back to where its line is. */
  protected enter(app?: PaletteApp): void {
    const left = this.app()?.id;
    this.app.set(app);
    this.#goTo(
      Math.max(
        0,
        this.lines().findIndex((line) => app === undefined && line.app?.id === left),
      ),
    );
    this.focus();
  }

  protected testIdOf({ definition, app }: PaletteLine, heading: string): string {
    if (app !== undefined) return `palette-app-${app.id}`;
    return `${heading === RECENT ? 'palette-recent' : 'palette-item'}-${definition.type}`;
  }

  protected lineIndex(definition: NodeDefinitionData, section: number): number {
    const before = this.sections()
      .slice(0, section)
      .reduce((sum, one) => sum + one.lines.length, 0);
    return before + (this.sections()[section]?.lines.findIndex((line) => line.definition === definition) ?? 0);
  }

  protected pick({ definition, app }: PaletteLine): void {
    if (this.#wasDragged) return;
    if (app === undefined) this.picked.emit(definition.type);
    else this.enter(app);
  }

  protected onKey(event: KeyboardEvent): void {
    const last = this.lines().length - 1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && last >= 0) this.#goTo((this.active() + step + last + 1) % (last + 1));
    else if (event.key === 'Enter' && event.target === this.search().nativeElement) this.#pickActive();
    else if (event.key === 'Escape') this.#leave();
    else if (!this.#crosses(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected press(event: PointerEvent, { definition, app }: PaletteLine): void {
    this.#wasDragged = false;
    if (app !== undefined || event.button !== 0 || event.pointerType === 'touch') return;
    this.#pressed = { definition, x: event.clientX, y: event.clientY };
  }

  protected drag(event: PointerEvent): void {
    if (this.#pressed === undefined) return;
    const { definition, x, y } = this.#pressed;
    if (!this.#wasDragged && Math.hypot(event.clientX - x, event.clientY - y) < DRAG_STARTS_AT_PX) return;
    if (!this.#wasDragged) (event.currentTarget as HTMLElement).setPointerCapture?.(event.pointerId);
    this.#wasDragged = true;
    this.ghost.set({ definition, x: event.clientX, y: event.clientY });
    this.dragged.emit({ type: definition.type, x: event.clientX, y: event.clientY, phase: 'move' });
  }

  protected release(event: PointerEvent, phase: 'drop' | 'cancel'): void {
    const definition = this.#pressed?.definition;
    this.#pressed = undefined;
    this.ghost.set(undefined);
    if (!this.#wasDragged || definition === undefined) return;
    this.dragged.emit({ type: definition.type, x: event.clientX, y: event.clientY, phase });
  }

  #goTo(index: number): void {
    this.active.set(index);
    this.#element.querySelector(`[data-index="${index}"]`)?.scrollIntoView?.({ block: 'nearest' });
  }

  #pickActive(): void {
    this.#isPickWanted = !this.complete();
    const line = this.lines()[this.active()];
    if (line && this.complete()) this.pick(line);
  }

  /** Right enters an app and left leaves it, where they have no text to move in. */
  #crosses(key: string): boolean {
    const app = this.lines()[this.active()]?.app;
    if (this.text() !== '') return false;
    if (key === 'ArrowRight' && app !== undefined) this.enter(app);
    else if (key === 'ArrowLeft' && this.app() !== undefined) this.enter();
    else return false;
    return true;
  }

  #leave(): void {
    if (this.text() !== '') this.text.set('');
    else if (this.app() !== undefined) this.enter();
    else this.closed.emit();
  }
}
