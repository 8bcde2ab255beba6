/** What the page that a sign-in at a service ends on tells the page that began it. */
export interface ConnectAnswer {
  /** Id of the account; absent when nothing is known of the sign-in. */
  readonly credential?: string;
  /** Stable, upper snake case; absent when it is connected. */
  readonly error?: string;
  readonly message?: string;
}

/** Channel between the window of a service and the page that opened it: their windows do not know each other. */
export const CONNECT_CHANNEL = 'millrace.credentials';

/** A sign-in that is under way in another window. */
export class ConnectWindow {
  readonly #window: Window | null;
  #channel: BroadcastChannel | undefined;
  #stop: (() => void) | undefined;

  private constructor(opened: Window | null) {
    this.#window = opened;
  }

  /** Opens the window. To be called while a press is handled: later the browser refuses. */
  static open(): ConnectWindow {
    return new ConnectWindow(window.open('about:blank', 'millrace-connect', 'popup,width=560,height=720'));
  }

  /** Whether the browser refused to open it: then the person has to press a link. */
  get isBlocked(): boolean {
    return this.#window === null;
  }

  /** Sends it to the service. */
  go(url: string): void {
    if (this.#window) this.#window.location.href = url;
  }

  /** Hears how the sign-in for this account ended, and each time the person comes back to this page. */
  hear(id: string, ended: (answer: ConnectAnswer) => void, cameBack: () => void): void {
    this.#channel = new BroadcastChannel(CONNECT_CHANNEL);
    this.#channel.onmessage = ({ data }: MessageEvent<ConnectAnswer>) => {
      if (data.credential === id || (data.credential === undefined && data.error !== undefined)) ended(data);
    };
    window.addEventListener('focus', cameBack);
    this.#stop = () => window.removeEventListener('focus', cameBack);
  }

  /** Hears no more; closes the window as far as the browser lets it. */
  end(): void {
    this.#channel?.close();
    this.#stop?.();
    this.#window?.close();
  }
}
