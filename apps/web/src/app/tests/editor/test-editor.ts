import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Button, Field, Icon, Input, Notice, type Option, Select, ValueBinding } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import type { TestResult } from '../api-tests';
import { AnswersSection } from './answers-section';
import { AssertionsSection } from './assertions-section';
import { FailuresSection } from './failures-section';
import { JsonField } from './json-field';
import { MocksSection } from './mocks-section';
import type { TestDraft } from './test-draft';

/** What a test is made of: what its run begins with, what is pretended, and what is expected. */
@Component({
  selector: 'mr-test-editor',
  imports: [
    AnswersSection,
    AssertionsSection,
    Button,
    FailuresSection,
    Field,
    Icon,
    Input,
    JsonField,
    MocksSection,
    Notice,
    Select,
    ValueBinding,
  ],
  templateUrl: './test-editor.html',
  styleUrl: './test-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TestEditor {
  readonly draft = input.required<TestDraft>();
  readonly problems = input<readonly { readonly path: string; readonly message: string }[]>([]);
  readonly result = input<TestResult | null>(null);
  readonly readonly = input(false);
  protected readonly spec = computed(() => this.draft().spec());
  protected readonly session = computed(() => this.draft().session);
  protected readonly triggers = computed((): readonly Option[] =>
    this.session()
      .nodes()
      .filter((node) => this.session().catalogue.isTrigger(node))
      .map(({ id, label }) => ({ value: id, label })),
  );
  protected readonly triggerId = computed(() => this.spec().triggerNodeId ?? this.triggers()[0]?.value ?? null);
  /** What is known of the trigger's output: pinned, of the last run, or made up. */
  protected readonly sample = computed(() => {
    const id = this.triggerId();
    return id === null ? undefined : this.session().params.output(id);
  });
  protected readonly sampleWords = computed(
    () =>
      ({ pinned: 'Use what is pinned', run: 'Use what the last run got' })[this.sample()?.source as 'run'] ??
      'Use sample data',
  );
  protected readonly startAt = computed(() => this.spec().startAt ?? '');
  protected readonly startFlaw = computed(() => {
    const text = this.startAt();
    return text === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(text)
      ? null
      : 'Write an instant with its zone, such as 2026-03-29T01:30:00Z.';
  });

  protected setTrigger(triggerNodeId: string | null): void {
    if (triggerNodeId !== null) this.draft().change({ triggerNodeId });
  }

  protected setInput(trigger: Json): void {
    this.draft().change({ trigger });
  }

  protected useSample(): void {
    this.setInput(this.sample()?.sample ?? {});
  }

  protected setStart(text: string): void {
    const { startAt: _before, ...others } = this.spec();
    this.draft().change(text.trim() === '' ? { ...others, startAt: undefined } : { startAt: text.trim() });
    this.draft().note('startAt', this.startFlaw() ?? undefined);
  }
}
