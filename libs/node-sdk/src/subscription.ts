import type { Json, JsonObject } from '@millrace/workflow-model';
import type { RunContext } from './context';

/** What a trigger may use while it tells its service where to call. */
export interface SubscriptionContext extends Pick<RunContext, 'http' | 'signal' | 'nowMs' | 'credential'> {
  /** The params as they stand in the document: nothing is evaluated outside of a run. */
  readonly rawParams: JsonObject;
  /** Whole address that the service is to call. */
  readonly address: string;
  /** What the service is to send along with every call. */
  readonly token: string;
}

/** What a trigger does whose service calls a webhook once it is told to. */
export interface Subscription {
  /** Header, in lower case, in which the service sends the token. */
  readonly tokenHeader: string;
  /** What the service calls this delivery: the same in every repeat. Undefined when it does not say. */
  deliveryId(body: Json): string | undefined;
  /**
   * Tells the service where to call, in a worker, after the workflow was published. Done again whenever something about it
   * changes, so that doing it twice must be as good as once.
   * @throws NodeError when the service refuses
   */
  subscribe(ctx: SubscriptionContext): Promise<void>;
  /** Tells it to stop, unless it calls another address by now. @throws NodeError when the service refuses */
  unsubscribe(ctx: SubscriptionContext): Promise<void>;
  /** One sentence: what a person calls in place of us, when this server does not know its own address. */
  byHand(path: string): string;
}
