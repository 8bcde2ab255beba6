import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { DomSanitizer, type SafeHtml } from '@angular/platform-browser';

/** Shows Markdown; the parser comes with the first one. Until then its text is shown. */
@Component({
  selector: 'mr-markdown',
  template: `
    @if (html(); as rendered) {
      <div class="text" [innerHTML]="rendered"></div>
    } @else {
      <div class="text plain">{{ text() }}</div>
    }
  `,
  styleUrl: './markdown.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Markdown {
  readonly text = input.required<string>();
  protected readonly html = signal<SafeHtml | null>(null);
  readonly #sanitizer = inject(DomSanitizer);
  #latest = '';

  constructor() {
    effect(() => void this.#render(this.text()));
  }

  async #render(text: string): Promise<void> {
    this.#latest = text;
    const { renderMarkdown } = await import('./render-markdown');
    // Purified by dompurify; Angular's own sanitizer would drop the boxes of task lists.
    if (text === this.#latest) this.html.set(this.#sanitizer.bypassSecurityTrustHtml(renderMarkdown(text)));
  }
}
