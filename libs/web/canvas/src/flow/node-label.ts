import { Directive, effect, ElementRef, inject, input } from '@angular/core';
import type { EditorSession } from '../session/editor-session';
import { describeNode } from './describe-node';

/** Names a card for those who listen. An effect of its own: it says what the run does, which must not wake the whole canvas. */
@Directive({ selector: '[mrNodeLabel]' })
export class NodeLabel {
  /** Id of the node. */
  readonly mrNodeLabel = input.required<string>();
  readonly mrNodeSession = input.required<EditorSession>();

  constructor() {
    const element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => element.setAttribute('aria-label', describeNode(this.mrNodeSession(), this.mrNodeLabel())));
  }
}
