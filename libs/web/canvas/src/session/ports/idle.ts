/** Milliseconds that a page is given to load and to draw itself. */
const SETTLED_MS = 2_000;
/** What tells that somebody begins to work. */
const TOUCHES = ['pointerdown', 'keydown', 'paste', 'dragenter'] as const;

/** Resolves when the page has had time to draw itself, or at once when somebody begins to work with it. */
export function idle(afterMs = SETTLED_MS): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      for (const touch of TOUCHES) globalThis.removeEventListener(touch, done, { capture: true });
      resolve();
    };
    const timer = setTimeout(done, afterMs);
    for (const touch of TOUCHES) globalThis.addEventListener(touch, done, { capture: true, passive: true });
  });
}
