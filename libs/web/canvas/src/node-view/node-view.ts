import { A11yModule } from '@angular/cdk/a11y';
import { BreakpointObserver } from '@angular/cdk/layout';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Dialogs, Splitter, type Tab, TabPanel, Tabs } from '@millrace/web-ui';
import { map } from 'rxjs';
import type { EditorSession } from '../session/editor-session';
import type { RunPlan } from '../session/run/run-plan';
import { TurnBar } from '../turns/turn-bar';
import { paramControls } from './form/controls';
import { NodeForm } from './form/node-form';
import { NodeHeader } from './header/node-header';
import { learnCalled } from './model/learn-called';
import { runStepOf } from './model/run-step';
import { InputPane } from './panes/input-pane';
import { OutputPane, openPinEditor, openRunEditor } from './panes/output-pane';
import { ParamPane } from './panes/param-pane';
import type { RunWithCall } from './panes/webhook-test';

type Pane = 'input' | 'params' | 'output';

/**
 * One node over the whole screen or beside the canvas: what comes in, its params, what goes out. Where there is little
 * room, one of them at a time.
 * The page decides what running means: it is told by `runRequested`.
 */
@Component({
  selector: 'mr-node-view',
  imports: [A11yModule, InputPane, NodeHeader, OutputPane, ParamPane, Splitter, TabPanel, Tabs, TurnBar],
  templateUrl: './node-view.html',
  styleUrl: './node-view.scss',
  providers: [paramControls],
  host: {
    'data-testid': 'node-view',
    '[class.docked]': 'docked()',
    '(keydown.escape)': 'escape($event)',
    '(keydown)': 'onKey($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodeView {
  readonly session = input.required<EditorSession>();
  readonly nodeId = input.required<string>();
  readonly closed = output<void>();
  /** It was just added: the keyboard begins in the first field that is to be filled in. */
  readonly fresh = input(false);
  /** Beside the canvas, one pane at a time, instead of over the screen. */
  readonly docked = input(false);
  /** Somebody wants it the other way. */
  readonly dockedChange = output<boolean>();
  /** Somebody went on to another node. */
  readonly navigated = output<string>();
  /** What is to run, as the session planned it. */
  readonly runRequested = output<RunPlan>();
  /** A run of the whole workflow is to begin with this call. */
  readonly runWith = output<RunWithCall>();
  readonly #dialogs = inject(Dialogs);
  protected readonly form = computed(() => new NodeForm(this.session(), this.nodeId));
  protected readonly name = computed(() => this.form().node()?.label ?? 'Node');
  protected readonly runStep = computed(() => runStepOf(this.session(), this.nodeId()));
  protected readonly pane = signal<Pane>('params');
  protected readonly tabs: readonly Tab<Pane>[] = [
    { id: 'input', label: 'Input' },
    { id: 'params', label: 'Node' },
    { id: 'output', label: 'Output' },
  ];
  readonly #isNarrowScreen = toSignal(
    inject(BreakpointObserver)
      .observe('(max-width: 1099px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );
  protected readonly isNarrow = computed(() => this.docked() || this.#isNarrowScreen());
  /** A narrow screen has no room beside the canvas. */
  protected readonly canDock = computed(() => !this.#isNarrowScreen());

  constructor() {
    learnCalled(this.session);
    const host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      this.nodeId();
      if (this.fresh()) setTimeout(() => firstField(host)?.focus());
    });
  }

  protected run(): void {
    const { plan, reason } = this.runStep();
    if (reason !== undefined) return;
    this.runRequested.emit(plan);
    this.pane.set('output');
  }

  /** Runs what comes before this node, up to the nearest one. */
  protected runPrevious(): void {
    const parent = this.session().index().incoming(this.nodeId())[0]?.source;
    if (parent !== undefined) this.runRequested.emit(this.session().dirty.plan(parent, 'to'));
  }

  protected mock(nodeId: string): void {
    openPinEditor(this.#dialogs, this.form(), nodeId);
  }

  protected editInRun(nodeId: string): void {
    openRunEditor(this.#dialogs, this.form(), nodeId);
  }

  protected escape(event: Event): void {
    if (event.defaultPrevented) return;
    event.stopPropagation();
    this.closed.emit();
  }

  protected onKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter' || event.defaultPrevented) return;
    event.preventDefault();
    this.run();
  }
}

/** What needs a value, else the first empty text. */
function firstField(view: HTMLElement): HTMLElement | undefined {
  const fields = [
    ...view.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'mr-param-fields .mr-input:is(input, textarea):not([readonly], [type=number])',
    ),
  ].filter(({ value }) => value === '');
  return fields.find((field) => field.getAttribute('aria-invalid') === 'true') ?? fields[0];
}
