import { DestroyRef, Directive, ElementRef, inject, output, type AfterViewInit } from '@angular/core';

/** Tells each time its element comes near the visible part of the page: the end of a list that goes on. */
@Directive({ selector: '[mrWhenVisible]' })
export class WhenVisible implements AfterViewInit {
  readonly mrWhenVisible = output<void>();
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly destroyed = inject(DestroyRef);

  ngAfterViewInit(): void {
    this.watch();
  }

  private watch(): void {
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.mrWhenVisible.emit(),
      { rootMargin: '400px' },
    );
    observer.observe(this.element);
    this.destroyed.onDestroy(() => observer.disconnect());
  }
}
