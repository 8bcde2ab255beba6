const MAX_SOCKETS_PER_USER = 20;

/** How many sockets each user has open in this process. */
export class SocketCounts {
  readonly #open = new Map<string, number>();

  /** Counts a socket in; false when the user has too many. */
  enter(userId: string): boolean {
    const count = this.#open.get(userId) ?? 0;
    if (count >= MAX_SOCKETS_PER_USER) return false;
    this.#open.set(userId, count + 1);
    return true;
  }

  /** Counts a socket out. */
  leave(userId: string): void {
    const count = (this.#open.get(userId) ?? 0) - 1;
    if (count > 0) this.#open.set(userId, count);
    else this.#open.delete(userId);
  }
}
