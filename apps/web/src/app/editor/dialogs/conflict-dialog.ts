import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { ConflictStrategy, EditorSession } from '@millrace/web-canvas';
import { Button, DIALOG_DATA, DialogFrame, DialogRef, formatCount } from '@millrace/web-ui';

/** Somebody else saved the draft: put both together, keep one's own, or take theirs. */
@Component({
  selector: 'mr-conflict-dialog',
  imports: [Button, DialogFrame],
  template: `
    <mr-dialog heading="Two people changed this draft" [text]="text()">
      @if (clashes().length > 0) {
        <p>Both changed:</p>
        <ul>
          @for (clash of clashes(); track $index) {
            <li>{{ clash.label || clash.kind }}</li>
          }
        </ul>
        <p class="mr-muted">Put together, your side is kept for these; everything else of both stays.</p>
      } @else {
        <p class="mr-muted">The changes do not touch each other, so nothing is lost when they are put together.</p>
      }
      <ng-container ngProjectAs="[mrDialogActions]">
        <button mr-button type="button" variant="ghost" (click)="choose('theirs')">Take theirs</button>
        <button mr-button type="button" (click)="choose('mine')">Keep mine</button>
        <button mr-button type="button" variant="primary" (click)="choose('merge')">Put together</button>
      </ng-container>
    </mr-dialog>
  `,
  styles: `
    ul {
      margin: 8px 0 12px;
      padding-inline-start: 16px;
      list-style: disc;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictDialog {
  readonly #session = inject<EditorSession>(DIALOG_DATA);
  readonly #ref = inject(DialogRef);
  protected readonly clashes = computed(() => this.#session.conflict()?.merged.clashes ?? []);
  protected readonly text = computed(() => {
    const count = this.clashes().length;
    return count === 0 ? 'Nothing of yours is saved since.' : `${formatCount(count, 'place')} cannot be both.`;
  });

  protected choose(strategy: ConflictStrategy): void {
    this.#session.resolveConflict(strategy);
    this.#ref.close();
  }
}
