import type { IconName } from '@millrace/web-ui';

/** Something that the command palette offers. */
export interface Command {
  /** Unique within its source. */
  readonly id: string;
  readonly label: string;
  /** Muted, at the right: where it leads, in which state it is. */
  readonly hint?: string;
  readonly icon?: IconName;
  /** Markup of a drawing that came with a node; instead of `icon`. */
  readonly svg?: string | null;
  /** Other words that find it. */
  readonly keywords?: readonly string[];
  /** Its shortcut. */
  readonly keys?: string;
  /** Shown before anything is typed; true when absent. */
  readonly suggested?: boolean;
  readonly run: () => void;
}

/** Narrows the palette when it is typed first: `>` actions, `#` runs, `@` nodes on the canvas. */
export type CommandPrefix = '>' | '#' | '@';

/** Commands of one kind: of the shell, of the editor while it is open, of runs. */
export interface CommandSource {
  /** A later source with the same id stands in for an earlier one, until it goes. */
  readonly id: string;
  /** Above its commands. */
  readonly heading: string;
  readonly prefix?: CommandPrefix;
  /** Commands that the palette ranks itself. Read while it is open, so that they may follow signals. */
  readonly commands?: () => readonly Command[];
  /** Commands that somebody else finds, in order. Called after a pause in typing; the signal aborts when typing goes on. */
  readonly search?: (query: string, signal: AbortSignal) => Promise<readonly Command[]>;
  /** Shown before anything is typed; true when absent. */
  readonly suggested?: boolean;
  /** Stands above the others, until words decide. */
  readonly isFirst?: boolean;
}
