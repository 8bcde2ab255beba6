import { computed, Injectable, signal } from '@angular/core';
import type { CommandSource } from './command';

/** Everything that the command palette can offer now. Pages add their sources while they are open. */
@Injectable({ providedIn: 'root' })
export class CommandRegistry {
  private readonly registered = signal<readonly CommandSource[]>([]);
  /** In the order in which they came; of one id only the newest. */
  readonly sources = computed<readonly CommandSource[]>(() => [
    ...new Map(this.registered().map((source) => [source.id, source])).values(),
  ]);

  /** Adds a source until the returned function is called: `inject(DestroyRef).onDestroy(commands.register(…))`. */
  register(...sources: readonly CommandSource[]): () => void {
    this.registered.update((registered) => [...registered, ...sources]);
    return () => this.registered.update((registered) => registered.filter((one) => !sources.includes(one)));
  }
}
