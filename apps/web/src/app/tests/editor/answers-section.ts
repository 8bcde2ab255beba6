import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import {
  Button,
  Chip,
  Icon,
  IconButton,
  Input,
  type MenuEntry,
  MenuTrigger,
  type Option,
  Segmented,
  ValueBinding,
} from '@millrace/web-ui';
import type { Json, ScriptedAnswer } from '@millrace/workflow-model';
import { answerable } from './empty-test';
import { JsonField } from './json-field';
import { replaced, without } from './lists';
import type { TestDraft } from './test-draft';

const MINUTE_MS = 60_000;

/** What waiting steps are told, in the place of people and of the world outside. */
@Component({
  selector: 'mr-answers-section',
  imports: [Button, Chip, Icon, IconButton, Input, JsonField, MenuTrigger, Segmented, ValueBinding],
  template: `
    <h3>
      <mr-icon name="reply" [size]="16" />Is answered
      <span class="space"></span>
      @if (!readonly() && waiting().length > 0) {
        <button
          mr-button
          type="button"
          size="s"
          icon="plus"
          data-testid="add-answer"
          [mrMenu]="addMenu"
          mrMenuPlace="below-end"
        >
          Add an answer
        </button>
      }
    </h3>
    <p class="lead">
      @if (waiting().length > 0) {
        Approvals, events and forms: what they get, and after how long. Timers pass at once.
      } @else {
        No step of this workflow waits for somebody. Timers pass at once.
      }
    </p>
    @if (answers().length > 0) {
      <ul class="cards">
        @for (answer of answers(); track $index; let place = $index) {
          <li>
            <div class="line">
              <strong>{{ nameOf(answer.nodeId) }}</strong>
              @if (answer.path; as path) {
                <mr-chip mono>{{ path }}</mr-chip>
              }
              <mr-segmented
                size="s"
                label="How the wait ends"
                [options]="ends"
                [disabled]="readonly()"
                [value]="answer.timeout ? 'timeout' : 'answer'"
                (valueChange)="setEnd(place, answer, $event)"
              />
              @if (!answer.timeout) {
                <span class="word">after</span>
                <input
                  mrInput
                  class="number mr-numbers"
                  mrSize="s"
                  type="number"
                  min="0"
                  [attr.aria-label]="'Minutes until ' + nameOf(answer.nodeId) + ' is answered'"
                  [mrValue]="minutes(answer)"
                  (mrValueChange)="setMinutes(place, answer, $event)"
                />
                <span class="word">minutes by</span>
                <input
                  mrInput
                  class="grow"
                  mrSize="s"
                  placeholder="somebody"
                  [attr.aria-label]="'Who answers ' + nameOf(answer.nodeId)"
                  [mrValue]="answer.from ?? ''"
                  (mrValueChange)="setFrom(place, answer, $event)"
                />
              } @else {
                <span class="grow word">nobody answers</span>
              }
              @if (!readonly()) {
                <button
                  mr-icon-button
                  type="button"
                  size="s"
                  icon="trash-2"
                  [label]="'Remove the answer of ' + nameOf(answer.nodeId)"
                  (click)="remove(place)"
                ></button>
              }
            </div>
            @if (!answer.timeout) {
              <div class="body">
                <mr-json-field
                  [label]="'Answer of ' + nameOf(answer.nodeId)"
                  [readonly]="readonly()"
                  [value]="answer.payload"
                  (valueChange)="set(place, { ...answer, payload: $event })"
                  (flawed)="draft().note('answer-' + place, $event)"
                />
              </div>
            }
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswersSection {
  readonly draft = input.required<TestDraft>();
  readonly readonly = input(false);
  protected readonly answers = computed(() => this.draft().spec().answers);
  protected readonly ends: readonly Option<'answer' | 'timeout'>[] = [
    { value: 'answer', label: 'Answered' },
    { value: 'timeout', label: 'Times out' },
  ];
  protected readonly waiting = computed(() => answerable(this.draft().session));

  protected readonly addMenu = (): readonly MenuEntry[] =>
    this.waiting().map(({ id, label, type }) => ({ label, run: () => this.add(id, type) }));

  protected nameOf(nodeId: string): string {
    return this.draft().session.node(nodeId)?.label ?? nodeId;
  }

  protected minutes({ afterMs }: ScriptedAnswer): string {
    return String(afterMs / MINUTE_MS);
  }

  protected setMinutes(place: number, answer: ScriptedAnswer, text: string): void {
    const afterMs = Math.round(Number(text) * MINUTE_MS);
    if (Number.isFinite(afterMs) && afterMs >= 0) this.set(place, { ...answer, afterMs });
  }

  protected setFrom(place: number, answer: ScriptedAnswer, text: string): void {
    const { from: _before, ...others } = answer;
    this.set(place, text === '' ? others : { ...others, from: text });
  }

  protected setEnd(place: number, answer: ScriptedAnswer, end: 'answer' | 'timeout'): void {
    const { timeout: _before, ...others } = answer;
    this.draft().note(`answer-${place}`, undefined);
    this.set(place, end === 'timeout' ? { ...others, timeout: true } : others);
  }

  protected set(place: number, answer: ScriptedAnswer): void {
    this.draft().change({ answers: replaced(this.answers(), place, answer) });
  }

  protected remove(place: number): void {
    this.draft().removed('answer', place);
    this.draft().change({ answers: without(this.answers(), place) });
  }

  private add(nodeId: string, type: string): void {
    const payload: Json = type === 'approval-gate' ? { approved: true } : {};
    this.draft().change({ answers: [...this.answers(), { nodeId, afterMs: 0, payload }] });
  }
}
