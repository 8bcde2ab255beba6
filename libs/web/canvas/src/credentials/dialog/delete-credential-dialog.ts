import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import {
  Button,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Icon,
  Input,
  Notice,
  Skeleton,
  ValueBinding,
  formatCount,
} from '@millrace/web-ui';
import { CREDENTIAL_API, type CredentialRow } from '../api/credential-api';
import { Credentials } from '../credentials';

/** Deletes an account for good. One that workflows use only goes when an admin types its name. Closes with whether it is gone. */
@Component({
  selector: 'mr-delete-credential-dialog',
  imports: [Button, DialogFrame, Field, Icon, Input, Notice, Skeleton, ValueBinding],
  template: `
    <mr-dialog [heading]="'Delete “' + row.name + '”?'">
      <div class="content">
        @if (uses.isLoading()) {
          <mr-skeleton width="70%" />
        } @else if (using().length > 0) {
          <p>
            {{ used() }} it.
            {{ isForced ? 'Their runs will fail until another one is chosen.' : 'Choose another one there first.' }}
          </p>
          <ul data-testid="in-the-way">
            @for (use of using(); track use.workflowId) {
              <li>
                <mr-icon name="workflow" [size]="14" />
                <a class="mr-truncate" [href]="'/workflows/' + use.workflowId">{{ use.workflowName }}</a>
                <span>{{ use.isLive ? 'Live' : 'Draft' }}</span>
              </li>
            }
          </ul>
          @if (isForced) {
            <mr-field [label]="'Type “' + row.name + '” to delete it anyway'">
              <input mrInput autocomplete="off" spellcheck="false" [(mrValue)]="typed" (keydown.enter)="remove()" />
            </mr-field>
          } @else {
            <p class="mr-muted">An owner or admin can delete it anyway.</p>
          }
        } @else {
          <p>No workflow uses it. Its values are destroyed and cannot be brought back.</p>
        }
        @if (failure(); as text) {
          <mr-notice tone="error" heading="Not deleted" [text]="text" />
        }
      </div>
      <ng-container ngProjectAs="[mrDialogActions]">
        <button mr-button type="button" (click)="ref.close(false)">Cancel</button>
        <button mr-button type="button" variant="danger" [busy]="isBusy()" [disabled]="!isReady()" (click)="remove()">
          {{ using().length > 0 && isForced ? 'Delete anyway' : 'Delete' }}
        </button>
      </ng-container>
    </mr-dialog>
  `,
  styles: `
    .content {
      display: flex;
      flex-direction: column;
      gap: 12px;
    }

    ul {
      max-height: 200px;
      overflow: auto;
      border: 1px solid var(--border-1);
      border-radius: var(--radius-card);
    }

    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      gap: 8px;
      padding: 6px 12px;

      span {
        color: var(--text-2);
        font-size: var(--size-12);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeleteCredentialDialog {
  protected readonly row = inject<CredentialRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  readonly #credentials = inject(Credentials);
  readonly #api = inject(CREDENTIAL_API);
  protected readonly isForced = this.#credentials.isAdmin();
  protected readonly typed = signal('');
  protected readonly isBusy = signal(false);
  protected readonly failure = signal<string | undefined>(undefined);
  protected readonly uses = resource({ loader: async () => (await this.#api.detail(this.row.id)).usage });
  protected readonly using = computed(() => (this.uses.hasValue() ? this.uses.value() : []));
  protected readonly used = computed(() => {
    const count = this.using().length;
    return `${formatCount(count, 'workflow')} ${count === 1 ? 'uses' : 'use'}`;
  });
  protected readonly isReady = computed(() => {
    if (this.uses.isLoading()) return false;
    return this.using().length === 0 || (this.isForced && this.typed() === this.row.name);
  });

  protected async remove(): Promise<void> {
    if (!this.isReady() || this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set(undefined);
    try {
      await this.#credentials.remove(this.row.id, this.using().length > 0);
      this.ref.close(true);
    } catch (error) {
      this.failure.set(apiErrorOf(error).message);
      // Somebody may have chosen it meanwhile.
      this.uses.reload();
    } finally {
      this.isBusy.set(false);
    }
  }
}
