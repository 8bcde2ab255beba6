/** The only clock of the session, so that tests turn it by hand. */
export interface Timers {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls once after so many milliseconds; gives what cancels it. */
  after(milliseconds: number, call: () => void): () => void;
}

/** The clock of the browser. */
export const systemTimers: Timers = {
  now: () => Date.now(),
  after: (milliseconds, call) => {
    const id = setTimeout(call, milliseconds);
    return () => clearTimeout(id);
  },
};
