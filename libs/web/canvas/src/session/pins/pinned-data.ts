import { type Signal, computed, signal } from '@angular/core';
import { type Json, MAIN_PORT } from '@millrace/workflow-model';
import type { Timers } from '../ports/timers';
import type { PinRefusal, WorkflowGateway } from '../ports/workflow-gateway';
import { backoffMs } from '../save/backoff';

/** A value per output port that is to be live. */
export type PinnedPorts = Readonly<Record<string, Json>>;

/** Outputs that people froze, by node id. */
export type Pins = Readonly<Record<string, PinnedPorts>>;

/** Why a pin could not be kept: it is taken away again. */
export interface PinError extends PinRefusal {
  readonly nodeId: string;
}

/** Where pins are kept. Without `savePin` they hold until the page goes. */
export interface PinnedDataOptions {
  readonly gateway?: Pick<WorkflowGateway, 'savePin'>;
  readonly timers: Timers;
}

const NONE: Pins = {};

/**
 * Pinned outputs of one workflow: what runs by hand use instead of running a node. They show at once and are kept by the
 * server, one after the other and again after faults; what it refuses is taken back.
 */
export class PinnedData {
  readonly #options: PinnedDataOptions;
  readonly #values = signal<Pins>(NONE);
  readonly #error = signal<PinError | undefined>(undefined);
  /** What the server has. */
  #kept: Pins = NONE;
  readonly #waiting = new Set<string>();
  #workflowId: string | undefined;
  #sending: Promise<void> | undefined;
  #stopTimer: (() => void) | undefined;
  #attempts = 0;

  /** Ports by node id. */
  readonly values: Signal<Pins> = this.#values.asReadonly();
  readonly count = computed(() => Object.keys(this.#values()).length);
  /** Why the last pin was taken back; cleared by the next that holds. */
  readonly error: Signal<PinError | undefined> = this.#error.asReadonly();

  constructor(options: PinnedDataOptions) {
    this.#options = options;
  }

  /** Turns to another workflow, with what the server has of it; without an id nothing is kept. */
  open(workflowId: string | undefined, pins: Pins = NONE): void {
    this.dispose();
    this.#waiting.clear();
    this.#workflowId = workflowId;
    this.#kept = pins;
    this.#values.set(pins);
    this.#error.set(undefined);
  }

  isPinned(nodeId: string): boolean {
    return Object.hasOwn(this.#values(), nodeId);
  }

  /** The pinned output of a port, else the one that stands for the node; undefined when there is none. */
  valueOf(nodeId: string, port?: string): Json | undefined {
    return pinnedValue(this.#values(), nodeId, port);
  }

  /** Freezes the outputs of a node; ports that are not named give nothing. */
  pin(nodeId: string, ports: PinnedPorts): void {
    this.add({ [nodeId]: ports });
  }

  unpin(nodeId: string): void {
    if (!this.isPinned(nodeId)) return;
    const { [nodeId]: _gone, ...rest } = this.#values();
    this.#set(rest, [nodeId]);
  }

  /** Takes many at once, as from a paste or a test fixture. */
  add(pins: Pins): void {
    const nodeIds = Object.keys(pins);
    if (nodeIds.length > 0) this.#set({ ...this.#values(), ...pins }, nodeIds);
  }

  clear(): void {
    this.#set(NONE, Object.keys(this.#values()));
  }

  /** Waits until everything is kept. False when the server could not be reached. */
  async flush(): Promise<boolean> {
    if (this.#waiting.size > 0) await this.#send();
    return this.#waiting.size === 0;
  }

  dismissError(): void {
    this.#error.set(undefined);
  }

  /** Stops trying again. */
  dispose(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }

  #set(values: Pins, changed: readonly string[]): void {
    this.#values.set(values);
    if (this.#workflowId === undefined || this.#options.gateway?.savePin === undefined) return;
    for (const nodeId of changed) this.#waiting.add(nodeId);
    void this.#send();
  }

  #send(): Promise<void> {
    this.dispose();
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    const workflowId = this.#workflowId;
    for (const nodeId of this.#waiting) {
      const ports = this.#values()[nodeId];
      try {
        const refusal = await this.#options.gateway?.savePin?.(workflowId ?? '', nodeId, ports);
        if (this.#workflowId !== workflowId) return;
        this.#attempts = 0;
        this.#receive(nodeId, ports, refusal);
      } catch {
        // Whatever keeps the answer away may pass.
        this.#attempts += 1;
        if (this.#workflowId !== workflowId) return;
        this.#stopTimer = this.#options.timers.after(backoffMs(this.#attempts), () => void this.#send());
        return;
      }
    }
  }

  #receive(nodeId: string, sent: PinnedPorts | undefined, refusal: PinRefusal | undefined): void {
    const isCurrent = this.#values()[nodeId] === sent;
    if (refusal === undefined) this.#kept = withPin(this.#kept, nodeId, sent);
    else {
      this.#error.set({ ...refusal, nodeId });
      if (isCurrent) this.#values.set(withPin(this.#values(), nodeId, this.#kept[nodeId]));
    }
    if (refusal === undefined && this.#error()?.nodeId === nodeId) this.#error.set(undefined);
    // Changed again meanwhile: moved to the end, so that the loop comes back to it.
    this.#waiting.delete(nodeId);
    if (!isCurrent) this.#waiting.add(nodeId);
  }
}

/** The pinned output of a port; without a port of the main one, else of the first. Undefined when there is none. */
export function pinnedValue(pins: Pins, nodeId: string, port?: string): Json | undefined {
  const ports = Object.hasOwn(pins, nodeId) ? (pins[nodeId] ?? {}) : {};
  if (port !== undefined) return Object.hasOwn(ports, port) ? ports[port] : undefined;
  return Object.hasOwn(ports, MAIN_PORT) ? ports[MAIN_PORT] : Object.values(ports)[0];
}

function withPin(pins: Pins, nodeId: string, ports: PinnedPorts | undefined): Pins {
  const { [nodeId]: _before, ...rest } = pins;
  return ports === undefined ? rest : { ...rest, [nodeId]: ports };
}
