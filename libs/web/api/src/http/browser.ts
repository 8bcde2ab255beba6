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
  /** Loads a page from the server: nothing that this one knows is left. */
  load(url: string): void;
}

const CHANNEL_KEY = 'millrace.tabs';

/** How long something that a reload interrupted may still be under way at the server. */
const INTERRUPTED_MS = 2_000;
const LOOK_AGAIN_MS = 50;

/**
 * A page that is left gives up its locks, but not what it has sent: a mark stays behind while something is under way, and whoever
 * comes next waits until it is taken away or is too old.
 */
async function afterInterrupted<T>(window: Window, name: string, run: () => Promise<T>): Promise<T> {
  const { localStorage } = window;
  const isUnderWay = (): boolean => {
    const age = Date.now() - Number(localStorage.getItem(name));
    return age >= 0 && age < INTERRUPTED_MS;
  };
  while (isUnderWay()) await new Promise((resolve) => window.setTimeout(resolve, LOOK_AGAIN_MS));
  localStorage.setItem(name, String(Date.now()));
  try {
    return await run();
  } finally {
    localStorage.removeItem(name);
  }
}

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
    exclusively: async <T>(name: string, run: () => Promise<T>): Promise<T> => {
      const once = (): Promise<T> => afterInterrupted(window, name, run);
      // Locks exist in secure contexts only; elsewhere the marks below do most of their work.
      const locks = window.navigator.locks as LockManager | undefined;
      return locks ? ((await locks.request(name, once)) as T) : once();
    },
    announce: (message) => window.localStorage.setItem(CHANNEL_KEY, JSON.stringify([message, Date.now()])),
    onAnnouncement: (listener) =>
      window.addEventListener('storage', ({ key, newValue }) => {
        if (key === CHANNEL_KEY && newValue) listener(String((JSON.parse(newValue) as unknown[])[0]));
      }),
    socketUrl: (path) => new URL(path, window.location.href).href.replace(/^http/, 'ws'),
    load: (url) => window.location.assign(url),
  };
}

/** The browser that the page runs in. */
export const BROWSER = new InjectionToken<Browser>('BROWSER', {
  providedIn: 'root',
  factory: () => windowBrowser(window),
});
