import { type Signal, type WritableSignal, signal } from '@angular/core';
import type { Json, JsonObject } from '@millrace/workflow-model';

/** What a running node shows, as the server sends it: gone when it is over. */
export interface ProgressNotice {
  readonly nodeId: string;
  /** Counts the notices of one attempt from 1. */
  readonly seq: number;
  readonly updates: readonly Json[];
}

/** Use of a tool by an agent. */
export interface LiveTool {
  readonly step: string;
  readonly name: string;
  readonly status: 'running' | 'completed' | 'failed';
}

/** One answer of a model, with the tools that it asked for. */
export interface LiveTurn {
  /** From 1; 0 for nodes that have no turns. */
  readonly turn: number;
  readonly text: string;
  readonly tools: readonly LiveTool[];
}

/** What a running node has shown so far. */
export interface LiveNode {
  /** Turn of a loop that it belongs to. */
  readonly path?: string;
  readonly turns: readonly LiveTurn[];
  /** The end of what is being written, in one line. */
  readonly tail: string;
  /** Something before or in between was not heard. */
  readonly hasGaps: boolean;
}

/** Characters of one turn that are kept; the beginning goes first. */
const LONGEST = 200_000;
const TAIL = 90;

/** Text, turns and tools of the nodes that run just now. A signal per node. */
export class LiveOutput {
  readonly #cells = new Map<string, WritableSignal<LiveNode | undefined>>();
  /** By node, then by turn of a loop: turns side by side write at the same time. */
  readonly #parts = new Map<string, Map<string, LiveNode>>();
  readonly #seqs = new Map<string, number>();

  /** What a node shows; undefined when nothing was heard of it. The same signal on every call. */
  of(nodeId: string): Signal<LiveNode | undefined> {
    return this.#cell(nodeId).asReadonly();
  }

  /** Takes a notice in. The first of an attempt begins anew. */
  receive({ nodeId, seq, updates }: ProgressNotice): void {
    const before = this.#seqs.get(nodeId);
    const parts = this.#parts.get(nodeId) ?? new Map<string, LiveNode>();
    const isLost = before === undefined ? seq > 1 : seq > before + 1;
    this.#seqs.set(nodeId, seq);
    this.#parts.set(nodeId, parts);
    for (const update of updates.filter(isObject)) {
      const path = textOf(update['path']);
      const known = seq === 1 && before !== undefined ? undefined : parts.get(path);
      parts.set(path, withUpdate(known ?? begun(path, isLost), update));
    }
    const last = updates.filter(isObject).at(-1);
    if (last === undefined) return;
    const latest = parts.get(textOf(last['path']));
    this.#cell(nodeId).set(latest && isLost ? { ...latest, hasGaps: true } : latest);
  }

  /** Forgets everything: another run is shown. */
  clear(): void {
    this.#parts.clear();
    this.#seqs.clear();
    for (const cell of this.#cells.values()) cell.set(undefined);
  }

  #cell(nodeId: string): WritableSignal<LiveNode | undefined> {
    let cell = this.#cells.get(nodeId);
    if (cell === undefined) this.#cells.set(nodeId, (cell = signal<LiveNode | undefined>(undefined)));
    return cell;
  }
}

function begun(path: string, hasGaps: boolean): LiveNode {
  return { turns: [], tail: '', hasGaps, ...(path !== '' && { path }) };
}

function withUpdate(node: LiveNode, update: JsonObject): LiveNode {
  const given = update['turn'];
  const turn = typeof given === 'number' ? given : (node.turns.at(-1)?.turn ?? 0);
  const known = node.turns.find((one) => one.turn === turn) ?? { turn, text: '', tools: [] };
  const next = changed(known, update);
  const others = node.turns.filter((one) => one.turn !== turn);
  const turns = [...others, next].sort((one, other) => one.turn - other.turn);
  return { ...node, turns, tail: tailOf(turns.at(-1) ?? next) };
}

function changed(turn: LiveTurn, update: JsonObject): LiveTurn {
  if (update['kind'] === 'text') {
    return { ...turn, text: `${turn.text}${textOf(update['delta'])}`.slice(-LONGEST) };
  }
  if (update['kind'] !== 'tool') return turn;
  const step = textOf(update['step']);
  const tool: LiveTool = { step, name: textOf(update['name']), status: statusOf(update['status']) };
  const isKnown = turn.tools.some((one) => one.step === step);
  return {
    ...turn,
    tools: isKnown ? turn.tools.map((one) => (one.step === step ? tool : one)) : [...turn.tools, tool],
  };
}

function tailOf({ text, tools }: LiveTurn): string {
  const running = tools.filter(({ status }) => status === 'running').map(({ name }) => name);
  if (running.length > 0) return `Uses ${running.join(', ')}`;
  const line = text.replace(/\s+/g, ' ').trimStart();
  return line.length <= TAIL ? line : `…${line.slice(-TAIL)}`;
}

function statusOf(value: Json | undefined): LiveTool['status'] {
  return value === 'completed' || value === 'failed' ? value : 'running';
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
