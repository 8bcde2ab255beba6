import { computed, signal, type Signal } from '@angular/core';
import { optionRank } from '@millrace/web-ui/base';
import type { Command, CommandPrefix, CommandSource } from './command';

/** Commands of one source under its heading. */
export interface CommandGroup {
  readonly id: string;
  readonly heading: string;
  readonly commands: readonly Command[];
}

const PREFIXES: readonly string[] = ['>', '#', '@'];
const TYPING_PAUSE_MS = 120;
const MOST_IN_GROUP = 8;
/** A workflow may have thousands of steps: as lines they would hold up the typing. */
const MOST_AFTER_PREFIX = 50;
const MOST_SUGGESTED = 5;

/** What is typed, split into prefix and words. */
export function parsedQuery(text: string): { readonly prefix: CommandPrefix | null; readonly words: string } {
  const trimmed = text.trimStart();
  const first = trimmed.charAt(0);
  if (!PREFIXES.includes(first)) return { prefix: null, words: trimmed.trim() };
  return { prefix: first as CommandPrefix, words: trimmed.slice(1).trim() };
}

/** The commands that answer a query, best first. */
export function rankedCommands(commands: readonly Command[], words: string): readonly Command[] {
  const ranked = commands.map((command) => ({ command, rank: rankOf(command, words) }));
  return ranked
    .filter((one): one is { command: Command; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}

function rankOf({ id, label, keywords = [] }: Command, words: string): number | null {
  return optionRank({ value: id, label, keywords }, words);
}

/** How well the best command of a group answers; what a server found by other means comes last. */
function bestRank({ commands }: CommandGroup, words: string): number {
  return Math.min(...commands.map((command) => rankOf(command, words) ?? Number.MAX_SAFE_INTEGER));
}

/** The search of an open palette: a plain class over signals. */
export class CommandSearch {
  private readonly typed = signal('');
  private readonly found = signal<ReadonlyMap<string, readonly Command[]>>(new Map());
  private readonly busy = signal(0);
  private readonly isTyping = signal(false);
  private abort = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly text = this.typed.asReadonly();
  /** Whether lines may still come, or change places. */
  readonly isSearching = computed(() => this.isTyping() || this.busy() > 0);
  readonly groups = computed<readonly CommandGroup[]>(() => this.grouped());

  constructor(private readonly sources: Signal<readonly CommandSource[]>) {
    this.type('');
  }

  /** Takes what the person has typed. */
  type(text: string): void {
    this.typed.set(text);
    this.abort.abort();
    clearTimeout(this.timer);
    this.busy.set(0);
    this.isTyping.set(true);
    this.timer = setTimeout(() => this.askSources(), text === '' ? 0 : TYPING_PAUSE_MS);
  }

  /** Ends what is still being searched. */
  close(): void {
    clearTimeout(this.timer);
    this.abort.abort();
  }

  private wanted(): readonly CommandSource[] {
    const { prefix, words } = parsedQuery(this.typed());
    const sources = this.sources().toSorted((a, b) => Number(b.isFirst ?? false) - Number(a.isFirst ?? false));
    if (prefix !== null) return sources.filter((source) => source.prefix === prefix);
    return words === '' ? sources.filter(({ suggested }) => suggested !== false) : sources;
  }

  private grouped(): readonly CommandGroup[] {
    const { prefix, words } = parsedQuery(this.typed());
    const most = prefix !== null ? MOST_AFTER_PREFIX : words === '' ? MOST_SUGGESTED : MOST_IN_GROUP;
    const groups = this.wanted().map(({ id, heading, commands, search }) => {
      const all = commands?.() ?? [];
      const isBare = prefix === null && words === '';
      const local = rankedCommands(isBare ? all.filter(({ suggested }) => suggested !== false) : all, words);
      const remote = search ? (this.found().get(id) ?? []) : [];
      return { id, heading, commands: [...local, ...remote].slice(0, most) };
    });
    const found = groups.filter(({ commands }) => commands.length > 0);
    // Enter takes the first line: a page that is called what was typed stands above actions that merely have to do with it.
    return words === '' ? found : found.sort((a, b) => bestRank(a, words) - bestRank(b, words));
  }

  private askSources(): void {
    const { words } = parsedQuery(this.typed());
    this.abort = new AbortController();
    for (const source of this.wanted()) if (source.search) void this.ask(source, words, this.abort.signal);
    this.isTyping.set(false);
  }

  private async ask({ id, search }: CommandSource, words: string, signal: AbortSignal): Promise<void> {
    this.busy.update((count) => count + 1);
    // A source that fails offers nothing; the others still do.
    const commands = await (search?.(words, signal) ?? Promise.resolve([])).catch(() => []);
    if (signal.aborted) return;
    this.busy.update((count) => count - 1);
    this.found.update((found) => new Map(found).set(id, commands));
  }
}
