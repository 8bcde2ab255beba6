import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Button, Icon, type MenuEntry, MenuTrigger } from '@millrace/web-ui';
import type { TestAssertion } from '@millrace/workflow-model';
import type { TestResult } from '../api-tests';
import { ASSERTION_KINDS } from '../test-words';
import { AssertionRow } from './assertion-row';
import { newAssertion } from './new-assertion';
import { replaced, without } from './lists';
import type { TestDraft } from './test-draft';

/** What a test expects of its run. */
@Component({
  selector: 'mr-assertions-section',
  imports: [AssertionRow, Button, Icon, MenuTrigger],
  template: `
    <h3>
      <mr-icon name="list-checks" [size]="16" />Expects
      <span class="space"></span>
      @if (!readonly()) {
        <button
          mr-button
          type="button"
          size="s"
          icon="plus"
          data-testid="add-assertion"
          [mrMenu]="addMenu"
          mrMenuPlace="above-end"
        >
          Add an expectation
        </button>
      }
    </h3>
    @if (assertions().length === 0) {
      <p class="lead">Nothing yet: the test only shows that the run can be made.</p>
    } @else {
      <ul class="cards">
        @for (assertion of assertions(); track $index; let place = $index) {
          <li [attr.data-testid]="'edit-assertion-' + place">
            <mr-assertion-row
              [assertion]="assertion"
              [session]="draft().session"
              [actual]="actualOf(place)"
              [readonly]="readonly()"
              (assertionChange)="set(place, $event)"
              (removed)="remove(place)"
              (flawed)="draft().note('assertion-' + place, $event)"
            />
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssertionsSection {
  readonly draft = input.required<TestDraft>();
  readonly result = input<TestResult | null>(null);
  readonly readonly = input(false);
  protected readonly assertions = computed(() => this.draft().spec().assertions);

  protected readonly addMenu = (): readonly MenuEntry[] =>
    ASSERTION_KINDS.map(({ value, label, description }) => ({
      label,
      hint: description,
      run: () => this.#change([...this.assertions(), newAssertion(value, this.draft().session)]),
    }));

  /** What the assertion at this place judged the last time. */
  protected actualOf(place: number) {
    return this.result()?.assertions.find(({ index }) => index === place)?.actual ?? undefined;
  }

  protected set(place: number, assertion: TestAssertion): void {
    this.#change(replaced(this.assertions(), place, assertion));
  }

  protected remove(place: number): void {
    this.draft().removed('assertion', place);
    this.#change(without(this.assertions(), place));
  }

  #change(assertions: TestAssertion[]): void {
    this.draft().change({ assertions });
  }
}
