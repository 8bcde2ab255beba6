import { effect, inject, Injectable, untracked } from '@angular/core';
import { turnSentence } from '@millrace/web-canvas';
import { Announcer, formatCount, STATUS_LOOKS } from '@millrace/web-ui/base';
import { EditorState } from '../editor-state';

/** Tells those who cannot see how a run goes: progress now and then, failures at once. */
@Injectable()
export class RunNews {
  readonly #announcer = inject(Announcer);

  constructor() {
    const { session } = inject(EditorState);
    effect(() => {
      const event = session.run.events().at(-1);
      if (!event) return;
      untracked(() => this.#tell(event, session));
    });
    effect(() => {
      const status = session.run.status();
      if (!session.run.isOver() || session.run.shown() === undefined) return;
      const failed = session.run.error()?.message;
      if (failed) this.#announcer.alert(`Run failed: ${failed}`);
      else this.#announcer.say(`Run ${STATUS_LOOKS[wordOf(status)].word.toLowerCase()}`);
    });
  }

  #tell(event: { readonly type: string; readonly path?: string }, session: EditorState['session']): void {
    if (!('nodeId' in event) || !session.run.isLive()) return;
    const name = session.node(String(event.nodeId))?.label ?? 'A step';
    const loop = event.type === 'turn.finished' ? session.run.node(String(event.nodeId))()?.loop : undefined;
    if (loop !== undefined) this.#announcer.progress(`${name}: ${turnSentence(loop)}`);
    // Of steps inside loops, there may be thousands: their turns are told.
    else if (event.path !== undefined) return;
    else if (event.type === 'node.failed') this.#announcer.alert(`${name} failed`);
    else if (event.type === 'node.completed') {
      const done = [...session.run.state().nodes.values()].filter((node) => node.status === 'completed').length;
      this.#announcer.progress(`${name} completed, ${formatCount(done, 'step')} done`);
    }
  }
}

/** Statuses of a run as the badges call them. */
export function wordOf(status: string): keyof typeof STATUS_LOOKS {
  const known: Readonly<Record<string, keyof typeof STATUS_LOOKS>> = {
    created: 'queued',
    terminated: 'cancelled',
    timed_out: 'failed',
  };
  return status in STATUS_LOOKS ? (status as keyof typeof STATUS_LOOKS) : (known[status] ?? 'pending');
}
