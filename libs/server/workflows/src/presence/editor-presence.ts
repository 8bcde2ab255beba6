import { Bell, LatestStream } from '@millrace/server-platform';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

/** Channel on which processes tell each other who has which workflow open, and that a draft was saved. */
export const EDITOR_CHANNEL = 'millrace_editor';

/** How often a process repeats who is here. Milliseconds. */
const REPEAT_MS = 15_000;
/** Who was not heard of for so long is gone: their process ended without a word. Milliseconds. */
const FORGET_MS = 40_000;
/** Of one workflow; more are not shown. */
const MOST_EDITORS = 50;

/** A page on which somebody has a workflow open. */
export interface Editor {
  /** Names the page, not the person. */
  readonly clientId: string;
  readonly userId: string;
  /** Milliseconds since the epoch. */
  readonly sinceMs: number;
}

/** What processes tell each other. */
export type EditorNotice =
  | { readonly kind: 'here'; readonly workflowId: string; readonly editor: Editor }
  | { readonly kind: 'gone'; readonly workflowId: string; readonly clientId: string }
  /** Whoever has it open may say so. */
  | { readonly kind: 'who'; readonly workflowId: string }
  | { readonly kind: 'saved'; readonly workflowId: string };

interface Known extends Editor {
  readonly heardMs: number;
}

/**
 * Who has which workflow open, over all processes: each tells the others of its own pages, again and again, and forgets who is not
 * heard of any more. Nothing of it is stored.
 */
@Injectable()
export class EditorPresence implements OnModuleInit, OnModuleDestroy {
  readonly #own = new Map<LatestStream<string>, { readonly workflowId: string; readonly editor: Editor }>();
  readonly #known = new Map<string, Map<string, Known>>();
  #stops: (() => void)[] = [];

  constructor(private readonly bell: Bell) {}

  onModuleInit(): void {
    const timer = setInterval(() => this.#repeat(), REPEAT_MS).unref();
    this.#stops = [
      this.bell.on(EDITOR_CHANNEL, (line) => this.#hear(JSON.parse(line) as EditorNotice)),
      this.bell.onReconnect(() => this.#ask()),
      () => clearInterval(timer),
    ];
  }

  onModuleDestroy(): void {
    for (const stop of this.#stops) stop();
  }

  /**
   * Says that `editor` has the workflow open, until the stream is closed. The stream gives the id of the workflow at once, and
   * each time that somebody comes or goes or that the draft is saved; several changes that nobody has read yet become one.
   */
  open(workflowId: string, editor: Editor): AsyncIterableIterator<string> {
    const stream = new LatestStream<string>(() => {
      this.#own.delete(stream);
      this.#tell({ kind: 'gone', workflowId, clientId: editor.clientId });
    });
    this.#own.set(stream, { workflowId, editor });
    stream.offer(workflowId, workflowId);
    this.#tell({ kind: 'here', workflowId, editor });
    this.#tell({ kind: 'who', workflowId });
    return stream;
  }

  /** Pages on which the workflow is open, the first to come first. */
  editorsOf(workflowId: string): Editor[] {
    const known = [...(this.#known.get(workflowId)?.values() ?? [])];
    const fresh = known.filter(({ heardMs }) => Date.now() - heardMs < FORGET_MS);
    return fresh.sort((a, b) => a.sinceMs - b.sinceMs).slice(0, MOST_EDITORS);
  }

  #hear(notice: EditorNotice): void {
    const { kind, workflowId } = notice;
    if (kind === 'who') return this.#answer(workflowId);
    const isWatched = [...this.#own.values()].some((own) => own.workflowId === workflowId);
    if (!isWatched) return void this.#known.delete(workflowId);
    const changed =
      kind === 'saved' || (kind === 'here' ? this.#add(workflowId, notice.editor) : this.#remove(workflowId, notice));
    if (changed) this.#offer(workflowId);
  }

  #add(workflowId: string, editor: Editor): boolean {
    const known = this.#known.get(workflowId) ?? new Map<string, Known>();
    const isNew = !known.has(editor.clientId);
    this.#known.set(workflowId, known.set(editor.clientId, { ...editor, heardMs: Date.now() }));
    return isNew;
  }

  #remove(workflowId: string, { clientId }: { readonly clientId: string }): boolean {
    return this.#known.get(workflowId)?.delete(clientId) ?? false;
  }

  #offer(workflowId: string): void {
    for (const [stream, own] of this.#own) if (own.workflowId === workflowId) stream.offer(workflowId, workflowId);
  }

  #answer(workflowId: string): void {
    for (const own of this.#own.values())
      if (own.workflowId === workflowId) this.#tell({ kind: 'here', workflowId, editor: own.editor });
  }

  #repeat(): void {
    for (const { workflowId, editor } of this.#own.values()) this.#tell({ kind: 'here', workflowId, editor });
    for (const [workflowId, known] of this.#known) {
      const gone = [...known.values()].filter(({ heardMs }) => Date.now() - heardMs >= FORGET_MS);
      for (const { clientId } of gone) known.delete(clientId);
      if (gone.length > 0) this.#offer(workflowId);
    }
  }

  /** What was said while nobody listened is lost. */
  #ask(): void {
    for (const { workflowId } of this.#own.values()) {
      this.#tell({ kind: 'who', workflowId });
      this.#offer(workflowId);
    }
  }

  /** Who is told nothing for once is told at the next repetition. */
  #tell(notice: EditorNotice): void {
    this.bell.ring(EDITOR_CHANNEL, JSON.stringify(notice)).catch(() => undefined);
  }
}
