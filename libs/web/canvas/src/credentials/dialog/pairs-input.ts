import { ChangeDetectionStrategy, Component, input, model, signal } from '@angular/core';
import { Button, IconButton, Input } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import { SecretInput } from './secret-input';

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Names with secret values: headers, parameters. */
@Component({
  selector: 'mr-pairs-input',
  imports: [Button, IconButton, Input, SecretInput],
  template: `
    @for (pair of pairs(); track $index) {
      <div class="pair">
        <input
          mrInput
          mono
          autocomplete="off"
          spellcheck="false"
          placeholder="Name"
          [attr.aria-label]="'Name ' + ($index + 1) + ' of ' + label()"
          [value]="pair.name"
          (input)="write($index, { name: textOf($event), value: pair.value })"
        />
        <mr-secret-input
          placeholder="Value"
          [label]="'Value ' + ($index + 1) + ' of ' + label()"
          [value]="pair.value"
          (valueChange)="write($index, { name: pair.name, value: $event })"
        />
        <button
          mr-icon-button
          type="button"
          size="s"
          icon="trash-2"
          [label]="'Remove ' + (pair.name || 'row ' + ($index + 1))"
          (click)="remove($index)"
        ></button>
      </div>
    }
    <button mr-button type="button" size="s" variant="ghost" icon="plus" (click)="add()">Add</button>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 8px;
    }

    .pair {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
      align-items: center;
      gap: 8px;
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PairsInput {
  readonly label = input.required<string>();
  /** An object of texts. */
  readonly value = model<Json | undefined>(undefined);
  protected readonly pairs = signal<readonly Pair[]>([{ name: '', value: '' }]);

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected write(at: number, pair: Pair): void {
    this.#set(this.pairs().map((one, place) => (place === at ? pair : one)));
  }

  protected add(): void {
    this.#set([...this.pairs(), { name: '', value: '' }]);
  }

  protected remove(at: number): void {
    this.#set(this.pairs().filter((_one, place) => place !== at));
  }

  #set(pairs: readonly Pair[]): void {
    this.pairs.set(pairs);
    const named = pairs.filter(({ name }) => name.trim() !== '');
    this.value.set(
      named.length === 0 ? undefined : Object.fromEntries(named.map(({ name, value }) => [name.trim(), value])),
    );
  }
}
