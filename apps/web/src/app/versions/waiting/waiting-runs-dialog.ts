import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { apiErrorOf } from '@millrace/web-api';
import { Button, DIALOG_DATA, DialogFrame, DialogRef, formatCount, Notice, Skeleton } from '@millrace/web-ui';
import { reasonsOf } from './obstacle-words';
import { WaitingRunsApi, type WaitingVersion } from './waiting-runs-api';

/** What the dialog is given. */
export interface WaitingRunsData {
  readonly workflowId: string;
  readonly versions: readonly WaitingVersion[];
}

const SHOWN = 10;

/** Runs still wait on versions that are no longer live: they keep them, or go on with the live one where that can be. */
@Component({
  selector: 'mr-waiting-runs-dialog',
  imports: [Button, DialogFrame, Notice, RouterLink, Skeleton],
  template: `
    <mr-dialog [heading]="heading()" text="They keep their version unless you move them. What is done stays done.">
      @if (failure(); as message) {
        <mr-notice tone="error" [text]="message" />
      }
      @if (outcome(); as told) {
        <mr-notice
          [tone]="told.refused.length === 0 ? 'success' : 'warning'"
          [heading]="movedWords()"
          [text]="told.refused[0] ?? ''"
        />
      } @else if (checked.isLoading()) {
        <mr-skeleton [lines]="4" />
      } @else if (checked.hasValue()) {
        <p data-testid="migration-check">
          @if (movable().length > 0) {
            <strong>{{ count(movable().length) }}</strong> can go on with the live version: where they wait, and all
            that they have done, is the same there.
          } @else {
            None of them can go on with the live version as they are. To take one there all the same, open it and fork
            it with the published version.
          }
        </p>
        @if (reasons().length > 0) {
          <p>{{ movable().length > 0 ? 'These keep theirs:' : 'Why they keep theirs:' }}</p>
          <ul>
            @for (reason of reasons(); track reason.text) {
              <li>
                <strong>{{ count(reason.ids.length) }}</strong>: {{ reason.text }}
                @for (id of reason.ids.slice(0, most); track id) {
                  <a class="mr-mono" [routerLink]="['/runs', id]" (click)="ref.close()">…{{ id.slice(-8) }}</a>
                }
              </li>
            }
          </ul>
        }
      }
      <ng-container ngProjectAs="[mrDialogActions]">
        @if (outcome()) {
          <button mr-button type="button" variant="primary" (click)="ref.close()">Done</button>
        } @else {
          <button mr-button type="button" data-testid="migration-keep" (click)="ref.close()">Keep their version</button>
          @if (movable().length > 0) {
            <button
              mr-button
              type="button"
              variant="primary"
              data-testid="migration-start"
              [busy]="isMoving()"
              (click)="move()"
            >
              Move {{ count(movable().length) }}
            </button>
          }
        }
      </ng-container>
    </mr-dialog>
  `,
  styles: `
    p {
      margin-bottom: 12px;
    }

    ul {
      display: grid;
      gap: 8px;
      padding-left: 18px;
      list-style: disc;
    }

    a {
      display: inline-block;
      margin-left: 8px;
      font-size: var(--size-12);
      line-height: 24px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingRunsDialog {
  protected readonly data = inject<WaitingRunsData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  private readonly api = inject(WaitingRunsApi);
  protected readonly most = SHOWN;
  protected readonly isMoving = signal(false);
  protected readonly outcome = signal<{ readonly moved: number; readonly refused: readonly string[] } | undefined>(
    undefined,
  );
  private readonly refused = signal<string | undefined>(undefined);
  protected readonly checked = resource({ loader: () => this.api.check(this.data.workflowId, this.data.versions) });
  protected readonly failure = computed(() => {
    const error = this.checked.error();
    return this.refused() ?? (error === undefined ? undefined : apiErrorOf(error).message);
  });
  private readonly runs = computed(() => (this.checked.hasValue() ? this.checked.value() : []));
  protected readonly movable = computed(() => this.runs().filter(({ obstacles }) => obstacles.length === 0));
  protected readonly reasons = computed(() => reasonsOf(this.runs()));
  protected readonly heading = computed(() => {
    const { versions } = this.data;
    const all = versions.reduce((sum, { count }) => sum + count, 0);
    const named = versions.map(({ version }) => `v${version ?? '?'}`).join(', ');
    return `${formatCount(all, 'run')} still ${all === 1 ? 'waits' : 'wait'} on ${named}`;
  });
  protected readonly movedWords = computed(() => {
    const { moved = 0, refused = [] } = this.outcome() ?? {};
    return `${formatCount(moved, 'run')} moved${refused.length > 0 ? `, ${refused.length} not` : ''}`;
  });

  protected count(runs: number): string {
    return formatCount(runs, 'run');
  }

  protected async move(): Promise<void> {
    if (this.isMoving()) return;
    this.isMoving.set(true);
    this.refused.set(undefined);
    try {
      this.outcome.set(await this.api.migrate(this.movable().map(({ executionId }) => executionId)));
    } catch (thrown) {
      this.refused.set(apiErrorOf(thrown).message);
    } finally {
      this.isMoving.set(false);
    }
  }
}
