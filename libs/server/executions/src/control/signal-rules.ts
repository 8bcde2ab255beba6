import type { SqlClient } from '@millrace/server-platform';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { LockedExecution } from '../log/outside-events';
import type { SignalRequest } from './signal-execution';

/** An event on its way to a node that asks people. */
export interface AskedSignal {
  /** Locked until the transaction ends. */
  readonly run: LockedExecution;
  /** The node as one word, see `nodeKey`. */
  readonly nodeKey: string;
  readonly prompt: JsonObject;
  readonly signal: SignalRequest;
}

/** What an event does to the node: wakes it with a value, or is only counted. */
export type SignalVerdict = { readonly wakeWith: Json } | 'counted';

/** Decides what events do to nodes whose prompt is of one kind, in the transaction that delivers them. */
export interface SignalRule {
  /** `kind` of the prompts. */
  readonly asks: string;
  /** @throws DomainError when the sender may not */
  judge(client: SqlClient, asked: AskedSignal): Promise<SignalVerdict>;
  /** For an event that no node waits for. @throws DomainError when it comes too late, so that it is not kept for later */
  late(client: SqlClient, run: LockedExecution, signal: SignalRequest): Promise<void>;
}

/** Where rooms say that they have a rule, at the latest in `onModuleInit`. */
@Injectable()
export class SignalRules {
  private readonly rules = new Map<string, SignalRule>();

  add(rule: SignalRule): void {
    this.rules.set(rule.asks, rule);
  }

  /** Kinds of prompts that have a rule. */
  get kinds(): readonly string[] {
    return [...this.rules.keys()];
  }

  of(kind: string): SignalRule | undefined {
    return this.rules.get(kind);
  }

  async late(client: SqlClient, run: LockedExecution, signal: SignalRequest): Promise<void> {
    for (const rule of this.rules.values()) await rule.late(client, run, signal);
  }
}
