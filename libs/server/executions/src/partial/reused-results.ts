import type { Foreknown, NodeState, ReusedResult, ValueRef } from '@millrace/engine';
import { newId } from '@millrace/server-platform';
import type { PinnedPorts, Pins } from '@millrace/server-workflows';
import type { PayloadRow } from '../log/append';
import { INLINE_BYTES, storeValue } from '../log/value-ref';
import type { EarlierRun, PartialPlan } from './partial-plan';

/** A large value of another run that the new run gets as a row of its own, so that purging either leaves the other whole. */
export interface CopiedPayload {
  readonly fromId: string;
  readonly toId: string;
}

/** Characters of values that one event may hold, apart from small ones. */
const MOST_INLINE = 1024 * 1024;
const SMALL = 1024;

/** Gathers the results that a run begins with, and the rows that they need. */
export class ReusedResults {
  readonly payloads: PayloadRow[] = [];
  private readonly results = new Map<string, ReusedResult>();
  private readonly copied = new Map<string, string>();
  private inlineLength = 0;

  /** The results that a plan reuses. */
  static of(plan: Pick<PartialPlan, 'reused'>, pins: Pins, earlier: EarlierRun | undefined): ReusedResults {
    const results = new ReusedResults();
    for (const { nodeId, from } of plan.reused) {
      const pin = from === 'pin' ? pins.get(nodeId) : undefined;
      const node = from === 'pin' ? undefined : earlier?.state.nodes.get(nodeId);
      if (pin) results.addPin(nodeId, pin);
      else if (node && from !== 'pin') results.addNode(nodeId, node, from);
    }
    return results;
  }

  addPin(nodeId: string, ports: PinnedPorts): void {
    const stored = Object.entries(ports).map(([port, value]): [string, ValueRef] => {
      const { ref, payload } = storeValue(value);
      if (payload) this.payloads.push(payload);
      return [port, ref];
    });
    this.results.set(nodeId, { ports: Object.fromEntries(stored), from: 'pin' });
  }

  /** A value of the earlier run, as the new run refers to it. */
  copy(ref: ValueRef): ValueRef {
    if ('value' in ref) return ref;
    const payloadId = this.copied.get(ref.payloadId) ?? newId();
    this.copied.set(ref.payloadId, payloadId);
    return { ...ref, payloadId };
  }

  /** All results that another run began with. */
  copyAll(reuse: Readonly<Record<string, ReusedResult>>): Readonly<Record<string, ReusedResult>> {
    return mapValues(reuse, (result) => ({ ...result, ports: this.copyPorts(result.ports) }));
  }

  /** All that another run knows, or would have known, as the new run refers to it. */
  copyKnown({ reuse, inputs, loops, item }: Foreknown): Foreknown {
    const copied =
      loops &&
      mapValues(loops, ({ items, turns }) => ({
        // Lists out of line are compared by their length alone, and never read.
        items,
        turns: mapValues(turns, (turn) => this.copyKnown(turn)),
      }));
    return {
      ...(reuse && { reuse: mapValues(reuse, (result) => ({ ...result, ports: this.copyLean(result.ports) })) }),
      ...(inputs && { inputs: mapValues(inputs, (edited) => this.copyLean(edited)) }),
      ...(copied && { loops: copied }),
      ...(item && this.copyLean({ item })),
    };
  }

  /** Ports of which large values, and many values, go out of line: all of them together become one event. */
  private copyLean(refs: ReusedResult['ports']): ReusedResult['ports'] {
    return mapValues(this.copyPorts(refs), (ref) => {
      if (!('value' in ref)) return ref;
      const text = JSON.stringify(ref.value);
      this.inlineLength += text.length;
      const isMuch = text.length > INLINE_BYTES || (this.inlineLength > MOST_INLINE && text.length > SMALL);
      if (!isMuch) return ref;
      const [id, bytes] = [newId(), Buffer.byteLength(text)];
      this.payloads.push({ id, bytes, text });
      return { payloadId: id, bytes };
    });
  }

  /** By node id; undefined when there are none. */
  get reuse(): Readonly<Record<string, ReusedResult>> | undefined {
    return this.results.size === 0 ? undefined : Object.fromEntries(this.results);
  }

  get copies(): readonly CopiedPayload[] {
    return [...this.copied].map(([fromId, toId]) => ({ fromId, toId }));
  }

  private addNode(nodeId: string, node: NodeState, from: ReusedResult['from']): void {
    this.results.set(nodeId, {
      ports: this.copyPorts(node.ports),
      from,
      ...(node.error ? { error: node.error } : {}),
      ...(node.disabled ? { disabled: true } : {}),
    });
  }

  private copyPorts(ports: ReusedResult['ports']): ReusedResult['ports'] {
    return mapValues(ports, (ref) => this.copy(ref));
  }
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
