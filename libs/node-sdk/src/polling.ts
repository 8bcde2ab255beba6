import type { Json, JsonObject } from '@millrace/workflow-model';
import type { RunContext } from './context';

/** What a trigger may use while it looks whether there is something new. */
export interface PollContext extends Pick<RunContext, 'http' | 'net' | 'signal' | 'nowMs' | 'credential'> {
  /** The params as they stand in the document: nothing is evaluated outside of a run. */
  readonly rawParams: JsonObject;
}

/** Something new, which starts a run. */
export interface PolledItem {
  /** The same whenever the same thing is met again: it starts one run. */
  readonly key: string;
  /** What the run is started with. */
  readonly payload: Json;
}

/** What a look found. */
export interface PollAnswer {
  /** Oldest first. */
  readonly items: readonly PolledItem[];
  /** Up to where things were looked at. Kept together with the runs that the items start, and handed to the next look. */
  readonly cursor: Json;
  /** There is more than was taken now: the next look follows at once. */
  readonly more?: boolean;
}

/** What a trigger does whose service does not call: the server looks again and again, in one worker at a time. */
export interface Polling {
  /** Seconds between two looks. */
  everySeconds(rawParams: JsonObject): number;
  /**
   * Looks for what came since the cursor. The first look after the trigger went live has none: it only says where it stands.
   * @throws NodeError what went wrong; the next look has the same cursor
   */
  poll(ctx: PollContext, cursor: Json | undefined): Promise<PollAnswer>;
}
