import { computed, inject, Injectable, signal } from '@angular/core';
import { Connection } from '../connection/connection';
import { accepted, ApiError, apiErrorOf, MutationRefused } from '../errors/api-error';
import type { FailureFragment, SignedInPartsFragment, SignInInput, SignUpInput } from '../graphql.generated';
import {
  GuestStartDocument,
  InvitationAcceptDocument,
  RefreshSessionDocument,
  SignInDocument,
  SignOutDocument,
  SignUpDocument,
  WorkspaceDeleteDocument,
  WorkspaceSwitchDocument,
} from '../documents/session.generated';
import { BROWSER } from '../http/browser';
import { GraphqlCalls } from '../http/graphql-calls';

/** `unknown` until the cookie of an earlier visit has been tried. */
export type SessionStatus = 'unknown' | 'signed-in' | 'signed-out';

/** Why a session is no more: somebody signed out in this browser, or the server ended it. */
export type SessionEnd = 'left' | 'over';

/** A token is replaced this long before it ends. */
const RENEW_BEFORE_MS = 30_000;
const SIGNED_OUT = 'signed-out';
const SIGNED_IN = 'signed-in';
const MOVED = 'moved';

interface SignInPayload {
  readonly session: SignedInPartsFragment | null;
  readonly errors: readonly FailureFragment[];
}

/** Who is signed in. The access token lives in memory only; an HttpOnly cookie brings the session back after a reload. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly calls = inject(GraphqlCalls);
  private readonly browser = inject(BROWSER);
  private readonly connection = inject(Connection);
  private readonly current = signal<SignedInPartsFragment | null>(null);
  private readonly state = signal<SessionStatus>('unknown');
  private renewal: Promise<SignedInPartsFragment | null> | null = null;
  private restoration: Promise<boolean> | null = null;
  private readonly endings = new Set<(reason: SessionEnd) => void>();
  private readonly moves = new Set<() => void>();

  readonly status = this.state.asReadonly();
  readonly user = computed(() => this.current()?.user ?? null);
  readonly workspace = computed(() => this.current()?.workspace ?? null);
  /** Whether the role allows changing workflows. The server decides; this only hides what it would refuse. */
  readonly mayWrite = computed(() => ['OWNER', 'ADMIN', 'EDITOR'].includes(this.workspace()?.role ?? ''));
  /** Whether the role allows starting runs and acting on them. */
  readonly mayRun = computed(() => this.mayWrite() || this.workspace()?.role === 'OPERATOR');

  constructor() {
    this.browser.onAnnouncement((message) => this.hear(message));
  }

  /** Calls `listener` when the session ends, here or in another tab. */
  onEnd(listener: (reason: SessionEnd) => void): () => void {
    this.endings.add(listener);
    return () => this.endings.delete(listener);
  }

  /** Calls `listener` when the session works in another workspace than before, whoever moved it: what is shown is of the old one. */
  onMove(listener: () => void): () => void {
    this.moves.add(listener);
    return () => this.moves.delete(listener);
  }

  /** Whether somebody is signed in; tries the cookie of an earlier visit once, and waits while the server is away. */
  restore(): Promise<boolean> {
    if (this.state() !== 'unknown') return Promise.resolve(this.state() === 'signed-in');
    this.restoration ??= this.tryToRestore().finally(() => (this.restoration = null));
    return this.restoration;
  }

  /** A guest takes their workspace along. @throws ApiError, such as `INVALID_CREDENTIALS` */
  async signIn(input: SignInInput): Promise<void> {
    this.begin(taken((await this.calls.call(SignInDocument, { input }, await this.guestToken())).signIn));
  }

  /** A guest keeps their workspace. @throws ApiError, such as `EMAIL_TAKEN` */
  async signUp(input: SignUpInput): Promise<void> {
    this.begin(taken((await this.calls.call(SignUpDocument, { input }, await this.guestToken())).signUp));
  }

  /** Tries the product without an account. @throws ApiError, such as `RATE_LIMITED` */
  async startAsGuest(): Promise<void> {
    this.begin(taken((await this.calls.call(GuestStartDocument, {})).guestStart));
  }

  /** Ends the session here, on the server and in every other tab. @throws ApiError when the server could not be told */
  async signOut(): Promise<void> {
    await this.calls.call(SignOutDocument, {});
    this.end('left');
    this.browser.announce(SIGNED_OUT);
  }

  /** Works in another workspace of the person from now on, in every tab. @throws ApiError */
  async switchTo(workspaceId: string): Promise<void> {
    const token = await this.accessToken();
    this.move(taken((await this.calls.call(WorkspaceSwitchDocument, { id: workspaceId }, token)).workspaceSwitch));
  }

  /** Joins the workspace of an invitation and works there. @throws ApiError, such as `INVITATION_FOR_ANOTHER` */
  async join(invitation: string): Promise<void> {
    const token = await this.accessToken();
    const { invitationAccept } = await this.calls.call(InvitationAcceptDocument, { token: invitation }, token);
    this.move(taken(invitationAccept));
  }

  /** Deletes this workspace for good, and goes to another one of the person. @throws ApiError */
  async deleteWorkspace(name: string): Promise<void> {
    const token = await this.accessToken();
    this.move(taken((await this.calls.call(WorkspaceDeleteDocument, { name }, token)).workspaceDelete));
  }

  /** Shows what the server says about the person now. */
  changeUser(user: SignedInPartsFragment['user']): void {
    this.current.update((session) => session && { ...session, user });
  }

  /** Shows what the server says about the workspace now. */
  changeWorkspace(workspace: SignedInPartsFragment['workspace']): void {
    this.current.update((session) => session && { ...session, workspace });
  }

  /** A token that is good for a while. @throws ApiError `UNAUTHENTICATED` when nobody is signed in */
  async accessToken(): Promise<string> {
    const session = this.current();
    const isFresh = session && Date.parse(session.expiresAt) - this.browser.now() > RENEW_BEFORE_MS;
    return (isFresh ? session : await this.renew()).accessToken;
  }

  /** A new token, although the present one still looks good. Callers at the same time share one. */
  async renew(): Promise<SignedInPartsFragment> {
    this.renewal ??= this.refresh().finally(() => (this.renewal = null));
    const session = await this.renewal;
    if (!session) throw signedOut();
    return session;
  }

  /** Whoever signs in or up while they are in is a guest: the server lets them take along what they made. */
  private guestToken(): Promise<string | undefined> {
    return this.current() === null ? Promise.resolve(undefined) : this.accessToken().catch(() => undefined);
  }

  private async tryToRestore(): Promise<boolean> {
    for (;;) {
      try {
        await this.renew();
        return true;
      } catch (error) {
        const { category, isTransient } = apiErrorOf(error);
        if (category === 'UNAUTHENTICATED') return false;
        if (!isTransient) throw error;
        this.connection.lost();
        await this.connection.whenOnline();
      }
    }
  }

  /** Null when the session is over. */
  private async refresh(): Promise<SignedInPartsFragment | null> {
    const before = this.current()?.accessToken;
    const answer = await this.browser.exclusively('millrace.refresh', () =>
      this.calls.call(RefreshSessionDocument, {}),
    );
    // Whoever signed in or out in the meantime did it later than this answer was true.
    if (this.current()?.accessToken !== before) return this.current();
    const { session, errors } = answer.refreshSession;
    if (session) this.keep(session);
    else if (errors.some(({ code }) => code === 'SESSION_EXPIRED')) this.end('over');
    else throw new MutationRefused(errors);
    return session;
  }

  private begin(session: SignedInPartsFragment): void {
    this.keep(session);
    this.browser.announce(SIGNED_IN);
  }

  private move(session: SignedInPartsFragment): void {
    this.keep(session);
    this.browser.announce(MOVED);
  }

  private keep(session: SignedInPartsFragment): void {
    const before = this.current();
    this.current.set(session);
    this.state.set('signed-in');
    const hasMoved = before !== null && before.workspace.id !== session.workspace.id;
    if (hasMoved) for (const listener of this.moves) listener();
  }

  private end(reason: SessionEnd): void {
    const wasSignedIn = this.state() === 'signed-in';
    this.current.set(null);
    this.state.set('signed-out');
    if (wasSignedIn) for (const listener of this.endings) listener(reason);
  }

  private hear(message: string): void {
    if (message === SIGNED_OUT) this.end('left');
    // The token of this tab is for the workspace before. Whoever cannot be reached finds out with the next call.
    if (message === MOVED && this.state() === 'signed-in') void this.renew().catch(() => undefined);
    // Somebody signed in elsewhere: this tab shares the cookie.
    if (message !== SIGNED_IN || this.state() !== 'signed-out') return;
    this.state.set('unknown');
    void this.restore();
  }
}

function taken(payload: SignInPayload): SignedInPartsFragment {
  const { session } = accepted(payload);
  if (!session) throw signedOut();
  return session;
}

function signedOut(): ApiError {
  return new ApiError({
    code: 'SESSION_EXPIRED',
    message: 'The session has ended. Sign in again.',
    category: 'UNAUTHENTICATED',
  });
}
