import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input } from '@angular/core';
import { drawingOf } from './drawings';
import type { IconName } from './names';
import { safeSvg } from './safe-svg';

/** An icon: one of ours by `name`, or a drawing that came with a node (`svg`). Decoration unless it has a `label`. */
@Component({
  selector: 'mr-icon',
  template: '',
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      vertical-align: -0.2em;
    }
  `,
  host: {
    '[style.width.px]': 'size()',
    '[style.height.px]': 'size()',
    '[attr.role]': "label() ? 'img' : null",
    '[attr.aria-label]': 'label() || null',
    '[attr.aria-hidden]': "label() ? null : 'true'",
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input<IconName>();
  /** Markup of a drawing; wins over `name`. Only its shapes are shown. */
  readonly svg = input<string | null>();
  /** Width and height in px. */
  readonly size = input(16);
  /** What it says to those who cannot see it. */
  readonly label = input<string>();
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => this.#draw(this.svg() || drawingOf(this.name() ?? 'circle'), this.size()));
  }

  #draw(markup: string, size: number): void {
    const drawing = safeSvg(markup);
    if (!drawing.hasAttribute('fill')) drawing.setAttribute('fill', 'none');
    if (drawing.getAttribute('fill') === 'none') {
      drawing.setAttribute('stroke', 'currentColor');
      // One stroke weight to the eye: about 1.5 px whatever the size.
      drawing.setAttribute('stroke-width', String(size >= 24 ? 1.5 : size >= 18 ? 1.75 : 2));
      drawing.setAttribute('stroke-linecap', 'round');
      drawing.setAttribute('stroke-linejoin', 'round');
    }
    drawing.setAttribute('width', '100%');
    drawing.setAttribute('height', '100%');
    drawing.setAttribute('focusable', 'false');
    this.#element.replaceChildren(drawing);
  }
}
