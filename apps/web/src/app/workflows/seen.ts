import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Tells when the element comes into sight, or nearly: to load more. */
@Directive({ selector: '[mrSeen]' })
export class Seen {
  readonly mrSeen = output<void>();

  constructor() {
    if (typeof IntersectionObserver === 'undefined') return;
    const report = (entries: readonly IntersectionObserverEntry[]): void => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.mrSeen.emit();
    };
    const observer = new IntersectionObserver(report, { rootMargin: '400px' });
    observer.observe(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
