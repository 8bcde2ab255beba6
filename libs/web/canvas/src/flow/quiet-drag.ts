import { Directive, ElementRef, inject } from '@angular/core';

/** What the library marks its host with during each drag. */
const MARK = 'f-dragging';

/**
 * Keeps the library's mark of a drag off its host. The mark's one rule takes the pointer from everything in every wire, so that setting
 * it, and taking it away, works out the styles of all elements of the canvas anew: 100 ms each at 500 nodes. The shield over a moving
 * canvas (`CanvasMotion`) does the same for nothing; drags of wires have a mark of their own, which stays.
 */
@Directive({ selector: 'f-flow[mrQuietDrag]' })
export class QuietDrag {
  constructor() {
    const { classList } = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const add = classList.add.bind(classList);
    classList.add = (...names: string[]): void => add(...names.filter((name) => name !== MARK));
  }
}
