import { signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';

/** Something that a person asks for on a page: whether it is under way, and what went wrong with it. A plain class over signals. */
export class Attempt {
  private readonly running = signal<string | null>(null);
  private readonly failure = signal<{ readonly what: string; readonly message: string } | null>(null);

  /** Whether this, or anything without a name, is under way. */
  isBusy(what?: string): boolean {
    return what === undefined ? this.running() !== null : this.running() === what;
  }

  /** What went wrong last with this, or with anything without a name. */
  problem(what?: string): string | null {
    const failure = this.failure();
    return failure && (what === undefined || failure.what === what) ? failure.message : null;
  }

  forget(): void {
    this.failure.set(null);
  }

  /** Does it, once at a time. Answers whether it worked. */
  async run(what: string, work: () => Promise<void>): Promise<boolean> {
    if (this.running() !== null) return false;
    this.running.set(what);
    this.failure.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      this.failure.set({ what, message: apiErrorOf(error).message });
      return false;
    } finally {
      this.running.set(null);
    }
  }
}
