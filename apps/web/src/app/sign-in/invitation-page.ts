import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { apiErrorOf, BROWSER, GraphqlCalls, Session } from '@millrace/web-api';
import { InvitationPreviewDocument } from '@millrace/web-api/graphql';
import { Button, Notice, Skeleton } from '@millrace/web-ui';
import { roleMay, roleName } from './role-words';
import { SignInFrame } from './sign-in-frame';

/** What an invitation is for, and how to accept it: with a new account, or with the one that somebody has. */
@Component({
  selector: 'mr-invitation-page',
  imports: [Button, Notice, RouterLink, SignInFrame, Skeleton],
  templateUrl: './invitation-page.html',
  styleUrl: './account-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitationPage {
  /** The secret of the link; from the address. */
  readonly token = input.required<string>();
  protected readonly session = inject(Session);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly calls = inject(GraphqlCalls);
  private readonly browser = inject(BROWSER);
  private readonly router = inject(Router);
  protected readonly ownAddress = computed(() => `/invitations/${this.token()}`);
  protected readonly preview = resource({
    params: () => this.token(),
    loader: async ({ params: token }) => {
      await this.session.restore();
      return (await this.calls.call(InvitationPreviewDocument, { token })).invitation;
    },
  });
  protected readonly heading = computed(() => {
    if (this.preview.error()) return 'This invitation does not work';
    return this.preview.hasValue() ? `Join ${this.preview.value().workspaceName}` : 'You are invited';
  });
  protected readonly text = computed(() => {
    if (!this.preview.hasValue()) return this.preview.error() ? '' : 'One moment.';
    const { invitedBy, role } = this.preview.value();
    return `${invitedBy} invites you as ${roleName(role)}. ${roleMay(role)}`;
  });

  protected previewProblem(): string {
    return apiErrorOf(this.preview.error()).message;
  }

  protected mayRepeat(): boolean {
    return apiErrorOf(this.preview.error()).isTransient;
  }

  protected async join(): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.session.join(this.token());
      this.browser.load('/workflows');
    } catch (error) {
      this.problem.set(apiErrorOf(error).message);
      this.isBusy.set(false);
    }
  }

  protected async useAnother(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigate(['/sign-in'], { queryParams: { returnTo: this.ownAddress() } });
    } catch (error) {
      this.problem.set(apiErrorOf(error).message);
    }
  }
}
