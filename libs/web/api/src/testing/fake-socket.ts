type Message = { type: string; id?: string; payload?: Record<string, unknown> };

/** A WebSocket whose other end is the spec, which speaks graphql-transport-ws. Give it to `globalThis.WebSocket`. */
export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static opened: FakeSocket[] = [];

  readyState: number = FakeSocket.CONNECTING;
  readonly sent: Message[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;

  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {
    FakeSocket.opened.push(this);
    queueMicrotask(() => {
      this.readyState = FakeSocket.OPEN;
      this.onopen?.();
    });
  }

  static get latest(): FakeSocket {
    const last = FakeSocket.opened.at(-1);
    if (!last) throw new Error('No socket was opened.');
    return last;
  }

  send(text: string): void {
    const message = JSON.parse(text) as Message;
    this.sent.push(message);
    if (message.type === 'connection_init') this.say({ type: 'connection_ack' });
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState === FakeSocket.CLOSED) return;
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.({ code, reason, wasClean: true });
  }

  /** The server sends a message. */
  say(message: Message): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** The subscriptions that were asked for on this socket. */
  get subscriptions(): { id: string; variables: Record<string, unknown>; query: string }[] {
    return this.sent
      .filter(({ type }) => type === 'subscribe')
      .map(({ id, payload }) => ({
        id: id ?? '',
        ...(payload as { variables: Record<string, unknown>; query: string }),
      }));
  }

  /** The server sends the next value of the newest subscription. */
  next(data: unknown): void {
    this.say({ type: 'next', id: this.subscriptions.at(-1)?.id ?? '', payload: { data } as never });
  }
}
