import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { apiErrorOf } from '@millrace/web-api';
import type { EditorSession } from '@millrace/web-canvas';
import type { Problem } from '@millrace/workflow-model';
import {
  Button,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Icon,
  Input,
  Notice,
  type Option,
  Segmented,
  ValueBinding,
} from '@millrace/web-ui';
import { PublishTests } from '../../tests/publish/publish-tests';
import { TestSuite } from '../../tests/test-suite';
import { describeDiff } from './describe-diff';

/** What the dialog is given. */
export interface PublishDialogData {
  readonly session: EditorSession;
  readonly goTo: (problem: Problem) => void;
}

type Bump = 'patch' | 'minor' | 'major';

/** Version of a workflow that was never published. */
const UNPUBLISHED = '0.0.0';

/** Before something goes live: which version, what changes, what is wrong. */
@Component({
  selector: 'mr-publish-dialog',
  imports: [Button, DialogFrame, Field, Icon, Input, Notice, PublishTests, Segmented, ValueBinding],
  templateUrl: './publish-dialog.html',
  styleUrl: './publish-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishDialog {
  protected readonly data = inject<PublishDialogData>(DIALOG_DATA);
  protected readonly session = this.data.session;
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly note = signal('');
  protected readonly bump = signal<Bump>('patch');
  protected readonly isPublishing = signal(false);
  protected readonly failure = signal<string | undefined>(undefined);
  /** What the server found that the editor did not. */
  protected readonly found = signal<readonly Problem[]>([]);
  protected readonly live = this.session.liveVersion;
  /** The highest number so far: what is live may be an older version, and the draft may come from one. */
  readonly #latest = computed(() => laterOf(this.live() ?? UNPUBLISHED, this.session.document().version));
  protected readonly next = computed(() => nextVersion(this.#latest(), this.bump()));
  protected readonly bumps: readonly Option<Bump>[] = [
    { value: 'patch', label: 'Patch' },
    { value: 'minor', label: 'Minor' },
    { value: 'major', label: 'Major' },
  ];
  protected readonly changes = computed(() => {
    const diff = this.session.diff();
    const before = this.session.published()?.document.nodes ?? [];
    const nameOf = (id: string): string =>
      this.session.node(id)?.label ?? before.find((node) => node.id === id)?.label ?? 'A removed step';
    return diff === undefined ? [] : describeDiff(diff, nameOf);
  });
  protected readonly errors = this.session.problems.errors;
  protected readonly warnings = this.session.problems.warnings;
  protected readonly hasTrigger = computed(() =>
    this.session.nodes().some((node) => node.enabled && this.session.catalogue.isTrigger(node)),
  );
  readonly #suite = inject(TestSuite);
  readonly #router = inject(Router);
  /** Whether it is published with green tests only. */
  protected readonly isGated = computed(() => this.session.document().settings.publishNeedsGreenTests === true);
  protected readonly blocked = computed(
    () =>
      this.errors().length > 0 ||
      !this.hasTrigger() ||
      (this.isGated() && this.#suite.status() === 'ready' && this.#suite.tests().length === 0),
  );
  protected readonly signs = { added: 'plus', removed: 'minus', changed: 'pencil' } as const;

  constructor() {
    const id = this.session.workflowId();
    if (id !== undefined) void this.#suite.open(id);
  }

  /** Runs the tests on the draft. Whether all of them passed. */
  protected async runTests(): Promise<boolean> {
    this.failure.set(undefined);
    if (!(await this.session.flush())) {
      this.failure.set('The draft could not be saved, and tests run on what is saved.');
      return false;
    }
    await this.#suite.run();
    const error = this.#suite.error();
    if (error) this.failure.set(error.message);
    return this.#suite.isGreen();
  }

  protected showTest(test: string): void {
    this.ref.close(false);
    void this.#router.navigate(['/workflows', this.session.workflowId(), 'tests'], { queryParams: { test } });
  }

  protected goTo(problem: Problem): void {
    this.ref.close(false);
    this.data.goTo(problem);
  }

  protected async publish(): Promise<void> {
    if (this.blocked() || this.isPublishing()) return;
    this.isPublishing.set(true);
    this.failure.set(undefined);
    try {
      if (this.isGated() && !this.#suite.isGreen() && !(await this.runTests())) return;
      const note = this.note().trim();
      // The first number is not chosen: nothing is raised.
      const bump = this.#latest() === UNPUBLISHED ? {} : { bump: this.bump() };
      const outcome = await this.session.publish({ ...bump, ...(note && { note }) });
      if (outcome.kind === 'done') return this.ref.close(true);
      this.found.set(outcome.kind === 'refused' ? (outcome.problems ?? []) : []);
      this.failure.set(
        outcome.kind === 'conflict'
          ? 'Somebody else saved this draft meanwhile. Load it, then publish.'
          : outcome.message,
      );
    } catch (error) {
      this.failure.set(apiErrorOf(error).message);
    } finally {
      this.isPublishing.set(false);
    }
  }
}

/** The number that the next version gets. */
export function nextVersion(latest: string, bump: Bump): string {
  const [major, minor, patch] = numbersOf(latest);
  if (latest === UNPUBLISHED) return '1.0.0';
  if (bump === 'major') return `${major + 1}.0.0`;
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** The higher one of two version numbers. */
export function laterOf(one: string, other: string): string {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  const place = [0, 1, 2].find((at) => a[at] !== b[at]);
  return place === undefined || (a[place] ?? 0) > (b[place] ?? 0) ? one : other;
}

function numbersOf(version: string): readonly [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.+-]/).map(Number);
  return [major, minor, patch];
}
