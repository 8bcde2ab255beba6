import { Directive, ElementRef, inject, input, model, type AfterViewInit } from '@angular/core';
import { injectField } from './field';
import type { ControlSize } from '../button/button';

/** Dresses a native input or text area, and wires it to the `mr-field` around it. Works with every kind of form. */
@Directive({
  selector: 'input[mrInput], textarea[mrInput], select[mrInput]',
  host: {
    class: 'mr-input',
    '[class.mr-input-s]': "mrSize() === 's'",
    '[class.mr-input-mono]': 'mono()',
    '[attr.id]': 'id() ?? field?.controlId ?? null',
    '[attr.aria-describedby]': 'field?.describedBy() ?? null',
    '[attr.aria-invalid]': "field?.invalid() || invalid() ? 'true' : null",
    '[attr.aria-required]': "field?.required() ? 'true' : null",
  },
})
export class Input {
  readonly mrSize = input<ControlSize>('m');
  /** For code, ids and paths. */
  readonly mono = input(false, { transform: (value: boolean | '') => value !== false });
  readonly invalid = input(false);
  readonly id = input<string>();
  protected readonly field = injectField();
}

/** Two-way binding of a native input or text area to a signal: `<input mrInput [(mrValue)]="name">`. */
@Directive({
  selector: 'input[mrValue], textarea[mrValue]',
  host: { '[value]': 'mrValue()', '(input)': 'take()' },
})
export class ValueBinding {
  readonly mrValue = model.required<string>();
  readonly #element: HTMLInputElement | HTMLTextAreaElement =
    inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;

  protected take(): void {
    this.mrValue.set(this.#element.value);
  }
}

/** Gives the element the focus when it appears: dialogs, search fields. */
@Directive({ selector: '[mrFocusFirst]' })
export class FocusFirst implements AfterViewInit {
  /** Whether it is this one, where two could be. */
  readonly mrFocusFirst = input(true, { transform: (value: boolean | '') => value !== false });
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  ngAfterViewInit(): void {
    if (this.mrFocusFirst()) queueMicrotask(() => this.#element.focus());
  }
}
