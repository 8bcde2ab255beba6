import { InjectionToken } from '@angular/core';

/** What this library takes from the browser; tests give their own. */
export interface Browser {
  fetch(url: string, init?: RequestInit): Promise<Response>;
  isOnline(): boolean;
  onNetwork(listener: (isOnline: boolean) => void): void;
  /** Calls `run` once after a while; gives what cancels it. */
  after(delayMs: number, run: () => void): () => void;
  now(): number;
  /** Runs one at a time among all tabs of this origin, where the browser can. */
  exclusively<T>(name: string, run: () => Promise<T>): Promise<T>;
  /** Tells the other tabs. */
  announce(message: string): void;
  onAnnouncement(listener: (message: string) => void): void;
  /** Address of the socket on the server of this page. */
  socketUrl(path: string): string;
}

const CHANNEL_KEY = 'millrace.tabs';

/** The real one. */
export function windowBrowser(window: Window & typeof globalThis): Browser {
  return {
    fetch: (url, init) => window.fetch(url, init),
    isOnline: () => window.navigator.onLine,
    onNetwork: (listener) => {
      window.addEventListener('online', () => listener(true));
      window.addEventListener('offline', () => listener(false));
    },
    after: (delayMs, run) => {
      const timer = window.setTimeout(run, delayMs);
      return () => window.clearTimeout(timer);
    },
    now: () => Date.now(),
    exclusively: (name, run) => {
      // Locks exist in secure contexts only; elsewhere one tab may have to refresh once more.
      const locks = window.navigator.locks as LockManager | undefined;
      return locks ? (locks.request(name, run) as Promise<Awaited<ReturnType<typeof run>>>) : run();
    },
    announce: (message) => window.localStorage.setItem(CHANNEL_KEY, JSON.stringify([message, Date.now()])),
    onAnnouncement: (listener) =>
      window.addEventListener('storage', ({ key, newValue }) => {
        if (key === CHANNEL_KEY && newValue) listener(String((JSON.parse(newValue) as unknown[])[0]));
      }),
    socketUrl: (path) => new URL(path, window.location.href).href.replace(/^http/, 'ws'),
  };
}

/** The browser that the page runs in. */
export const BROWSER = new InjectionToken<Browser>('BROWSER', {
  providedIn: 'root',
  factory: () => windowBrowser(window),
});
