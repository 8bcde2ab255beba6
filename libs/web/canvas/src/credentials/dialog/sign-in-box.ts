import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input, output, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Announcer, Button, IconButton, Notice } from '@millrace/web-ui';
import { CREDENTIAL_API, type CredentialRow, type CredentialTypeRow } from '../api/credential-api';
import { type ConnectAnswer, ConnectWindow } from '../connect-window';
import { Credentials } from '../credentials';

/** Signing in at a service: the address to enter there, what is asked for, and the window that does it. */
@Component({
  selector: 'mr-sign-in-box',
  imports: [Button, IconButton, Notice],
  templateUrl: './sign-in-box.html',
  styleUrl: './sign-in-box.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInBox {
  readonly type = input.required<CredentialTypeRow>();
  /** Absent while it is new: it is stored first. */
  readonly row = input<CredentialRow>();
  readonly connected = output<void>();
  readonly #api = inject(CREDENTIAL_API);
  readonly #credentials = inject(Credentials);
  readonly #announcer = inject(Announcer);
  #away: ConnectWindow | undefined;
  protected readonly step = signal<'idle' | 'asking' | 'away'>('idle');
  /** Where to go by a press of the person, when the browser opened no window. */
  protected readonly link = signal<string | undefined>(undefined);
  protected readonly failure = signal<string | undefined>(undefined);
  protected readonly scopes = computed(() => {
    const granted = this.row()?.tokens?.scopes ?? [];
    return granted.length > 0 ? granted : (this.type().signIn?.scopes ?? []);
  });
  protected readonly isConnected = computed(() => !!this.row()?.tokens && this.row()?.health?.status !== 'RECONNECT');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#away?.end());
  }

  protected async copy(text: string): Promise<void> {
    await navigator.clipboard?.writeText(text);
    this.#announcer.say('Redirect address copied');
  }

  /** The window opens in the press itself; where it goes is asked afterwards. */
  protected connect(): void {
    const row = this.row();
    if (row !== undefined) void this.begin(row.id, ConnectWindow.open());
  }

  /** Goes on in a window that was opened before the account was stored. */
  async begin(id: string, away: ConnectWindow): Promise<void> {
    this.#away?.end();
    this.#away = away;
    this.failure.set(undefined);
    this.link.set(undefined);
    this.step.set('asking');
    try {
      const url = await this.#api.connect(id);
      const before = JSON.stringify(this.#credentials.of(id)?.tokens ?? null);
      away.hear(
        id,
        (answer) => void this.#ended(id, answer),
        () => void this.#look(id, before),
      );
      if (away.isBlocked) this.link.set(url);
      away.go(url);
      this.step.set('away');
    } catch (error) {
      away.end();
      this.step.set('idle');
      this.failure.set(apiErrorOf(error).message);
    }
  }

  protected cancel(): void {
    this.#away?.end();
    this.step.set('idle');
  }

  /** The person came back without a word from the service's window: it may have been closed there. */
  async #look(id: string, before: string): Promise<void> {
    const row = await this.#credentials.reread(id).catch(() => undefined);
    if (this.step() === 'away' && row?.tokens && JSON.stringify(row.tokens) !== before) this.#done();
  }

  async #ended(id: string, { error, message }: ConnectAnswer): Promise<void> {
    if (error !== undefined) {
      this.cancel();
      this.failure.set(message ?? 'The service refused the sign-in.');
      return;
    }
    await this.#credentials.reread(id).catch(() => undefined);
    this.#done();
  }

  #done(): void {
    this.cancel();
    this.#announcer.say('Connected');
    this.connected.emit();
  }
}
