import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { apiErrorOf, Session } from '@millrace/web-api';
import {
  Announcer,
  Button,
  Dialogs,
  EmptyState,
  IconButton,
  type MenuEntry,
  MenuTrigger,
  Notice,
  RelativeTime,
  Skeleton,
  Splitter,
  TabPanel,
  Tabs,
  type Tab,
} from '@millrace/web-ui';
import { EditorState } from '../editor/editor-state';
import { ApiTests, type TestSummary, type WorkflowTest } from './api-tests';
import { TestDraft } from './editor/test-draft';
import { TestEditor } from './editor/test-editor';
import { emptyTest } from './editor/empty-test';
import { TestResultView } from './test-result';
import { TestSign } from './test-sign';
import { standingOf, TestSuite } from './test-suite';

type Part = 'result' | 'test';

/** The tests of a workflow: run them on the draft, see what differs, and say what they expect. */
@Component({
  selector: 'mr-tests-page',
  imports: [
    Button,
    EmptyState,
    IconButton,
    MenuTrigger,
    Notice,
    RelativeTime,
    Skeleton,
    Splitter,
    TabPanel,
    Tabs,
    TestEditor,
    TestResultView,
    TestSign,
  ],
  templateUrl: './tests-page.html',
  styleUrl: './tests-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TestsPage {
  /** From the address. */
  readonly workflowId = input.required<string>();
  protected readonly suite = inject(TestSuite);
  protected readonly editor = inject(EditorState);
  readonly #api = inject(ApiTests);
  readonly #dialogs = inject(Dialogs);
  readonly #announcer = inject(Announcer);
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #query = toSignal(this.#route.queryParamMap, { initialValue: this.#route.snapshot.queryParamMap });
  protected readonly mayWrite = inject(Session).mayWrite;
  protected readonly mayRun = inject(Session).mayRun;
  protected readonly problem = signal<string | undefined>(undefined);
  protected readonly selected = computed(() => {
    const asked = this.#query().get('test');
    return this.suite.tests().find(({ id }) => id === asked) ?? this.suite.tests()[0];
  });
  protected readonly test = resource({
    params: () => {
      const id = this.selected()?.id;
      return id === undefined ? undefined : { id, ended: this.suite.ended() };
    },
    loader: ({ params: { id } }) => this.#api.get(id),
  });
  /** What is shown stays while it is read again. */
  protected readonly shown = linkedSignal<WorkflowTest | undefined, WorkflowTest | undefined>({
    source: () => (this.test.hasValue() ? this.test.value() : undefined),
    computation: (now, before) => now ?? (before?.value?.id === this.selected()?.id ? before?.value : undefined),
  });
  protected readonly part = signal<Part>('result');
  protected readonly draft = new TestDraft(this.editor.session);
  protected readonly tabs = computed<readonly Tab<Part>[]>(() => {
    const result = this.shown()?.lastResult;
    const broken = result?.assertions.filter(({ passed }) => !passed).length ?? 0;
    return [
      { id: 'result', label: 'Result', ...(broken > 0 && { count: broken, alert: true }) },
      { id: 'test', label: 'Test', ...((this.shown()?.problems.length ?? 0) > 0 && { alert: true }) },
    ];
  });
  protected readonly countWords = computed(() => {
    const { total, passed, failed, error } = this.suite.counts();
    const broken = failed + error;
    return broken > 0 ? `${broken} of ${total} failed` : `${passed} of ${total} passed`;
  });

  constructor() {
    effect(() => {
      const id = this.workflowId();
      untracked(() => {
        void this.suite.open(id);
        void this.editor.describeAll();
      });
    });
    effect(() => {
      const test = this.shown();
      untracked(() => test && this.draft.open(test));
    });
  }

  protected standing(test: TestSummary) {
    return standingOf(test, this.suite.running());
  }

  protected async show({ id }: Pick<TestSummary, 'id'>): Promise<void> {
    if (!(await this.#mayLeave())) return;
    await this.#address(id);
  }

  protected onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const button = event.currentTarget as HTMLElement;
    const rows = [...(button.closest('ol')?.querySelectorAll<HTMLElement>('button.entry') ?? [])];
    rows[rows.indexOf(button) + step]?.focus();
  }

  /** Runs tests on what is saved: the draft is saved first. */
  protected async run(ids?: readonly string[]): Promise<void> {
    this.problem.set(undefined);
    if (this.draft.isDirty() && !(await this.save())) return;
    if (!(await this.editor.session.flush())) {
      this.problem.set('The draft could not be saved, and tests run on what is saved.');
      return;
    }
    this.part.set('result');
    const run = await this.suite.run(ids);
    if (run) this.#announcer.say(`${run.passed} of ${run.total} tests passed`);
  }

  protected async create(): Promise<void> {
    if (!(await this.#mayLeave())) return;
    const name = await this.#dialogs.prompt({
      heading: 'New test',
      label: 'What it shows',
      action: 'Create',
      value: '',
    });
    if (name === undefined || name.trim() === '') return;
    await this.#act(async () => {
      const id = await this.#api.create(this.workflowId(), name.trim(), emptyTest(this.editor.session));
      await this.suite.refresh();
      await this.#address(id);
      this.part.set('test');
    }, 'Test created');
  }

  protected readonly menuOf = (test: TestSummary) => (): readonly MenuEntry[] => [
    { label: 'Run', icon: 'play', disabled: !this.mayRun(), run: () => void this.run([test.id]) },
    ...(this.mayWrite()
      ? ([
          { label: 'Rename', icon: 'pencil', run: () => void this.rename(test) },
          { label: 'Duplicate', icon: 'copy-plus', run: () => void this.duplicate(test) },
          'divider',
          { label: 'Delete…', icon: 'trash-2', danger: true, run: () => void this.remove(test) },
        ] as const)
      : []),
  ];

  /** Keeps what was changed. False when it could not. */
  protected async save(): Promise<boolean> {
    const { id, revision } = this.shown() ?? {};
    if (id === undefined || revision === undefined) return false;
    const flaw = this.draft.flaw();
    if (flaw !== undefined) {
      this.problem.set(flaw);
      this.part.set('test');
      return false;
    }
    return this.#act(async () => {
      await this.#api.update(id, { spec: this.draft.spec(), expectedRevision: revision });
      this.draft.saved();
      await this.suite.refresh();
    }, 'Test saved');
  }

  /** Makes what came what is expected. */
  protected async accept(places: readonly number[]): Promise<void> {
    const result = this.shown()?.lastResult;
    if (!result) return;
    await this.#act(async () => {
      await this.#api.accept(result.runId, result.testId, places);
      await this.suite.refresh();
    }, 'Accepted: the test expects it from now on');
  }

  protected goToNode(nodeId: string): void {
    void this.#router.navigate(['/workflows', this.workflowId()], { queryParams: { node: nodeId } });
  }

  protected messageOf(error: unknown): string {
    return apiErrorOf(error).message;
  }

  private async rename(test: TestSummary): Promise<void> {
    const name = await this.#dialogs.prompt({
      heading: 'Rename test',
      label: 'Name',
      value: test.name,
      action: 'Rename',
    });
    if (name === undefined || name.trim() === '') return;
    await this.#act(async () => {
      await this.#api.update(test.id, { name: name.trim() });
      await this.suite.refresh();
    }, 'Renamed');
  }

  private async duplicate(test: TestSummary): Promise<void> {
    await this.#act(async () => {
      const id = await this.#api.duplicate(test.id);
      await this.suite.refresh();
      await this.#address(id);
    }, 'Duplicated');
  }

  private async remove(test: TestSummary): Promise<void> {
    const isSure = await this.#dialogs.confirm({
      heading: `Delete “${test.name}”?`,
      text: 'Its results go with it.',
      action: 'Delete test',
      danger: true,
    });
    if (!isSure) return;
    await this.#act(async () => {
      await this.#api.remove(test.id);
      this.draft.saved();
      await this.suite.refresh();
    }, 'Deleted');
  }

  async #mayLeave(): Promise<boolean> {
    if (!this.draft.isDirty()) return true;
    const heading = 'Leave without saving the test?';
    return this.#dialogs.confirm({ heading, text: 'What was changed of it is lost.', action: 'Leave', danger: true });
  }

  async #address(test: string): Promise<void> {
    await this.#router.navigate([], { relativeTo: this.#route, queryParams: { test }, replaceUrl: true });
  }

  async #act(work: () => Promise<void>, done: string): Promise<boolean> {
    this.problem.set(undefined);
    try {
      await work();
      this.#announcer.say(done);
      return true;
    } catch (thrown) {
      this.problem.set(apiErrorOf(thrown).message);
      return false;
    }
  }
}
