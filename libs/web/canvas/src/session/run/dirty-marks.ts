import { type Signal, computed } from '@angular/core';
import type { NodeCatalogue } from '../catalogue/node-catalogue';
import type { DocumentIndex } from '../document/document-index';
import type { Pins } from '../pins/pinned-data';
import type { ExpressionTools } from '../ports/expression-tools';
import { type DirtyReason, dirtyNodes } from './dirty-nodes';
import type { RunOverlay } from './run-overlay';
import { type RunMode, type RunPlan, runPlan } from './run-plan';

/** What marks are computed from. */
export interface DirtyMarksOptions {
  readonly index: Signal<DocumentIndex>;
  readonly catalogue: NodeCatalogue;
  readonly run: RunOverlay;
  readonly pins: Signal<Pins>;
  readonly expressions: Signal<ExpressionTools | undefined>;
}

/** Which outputs of the last run no longer belong to the draft, and what a partial run would do about it. */
export class DirtyMarks {
  readonly #options: DirtyMarksOptions;

  /** Why a node's last output is stale, by id; nodes that are fine or never ran are absent. */
  readonly reasons: Signal<ReadonlyMap<string, DirtyReason>>;
  readonly count: Signal<number>;

  constructor(options: DirtyMarksOptions) {
    this.#options = options;
    this.reasons = computed(() => this.#reasons());
    this.count = computed(() => this.reasons().size);
  }

  /** Why a node is stale; undefined when it is not. */
  of(nodeId: string): DirtyReason | undefined {
    return this.reasons().get(nodeId);
  }

  /** What "Run step", "Run to here" and "Run from here" would run and reuse. A loop runs as a whole. */
  plan(nodeId: string, mode: RunMode): RunPlan {
    const { index, run, pins, catalogue } = this.#options;
    const state = run.state();
    const sourceExecutionId = run.executionId();
    return runPlan({
      index: index(),
      nodeId: index().loopsAround(nodeId).at(-1) ?? nodeId,
      mode,
      pins: pins(),
      stale: this.reasons(),
      hasOutput: (id) => this.#hasOutput(id),
      isTrigger: (id) => {
        const node = index().node(id);
        return node !== undefined && catalogue.isTrigger(node);
      },
      ...(state.triggerNodeId === undefined ? {} : { lastTriggerId: state.triggerNodeId }),
      ...(sourceExecutionId === undefined ? {} : { sourceExecutionId }),
    });
  }

  /** A dead path is an answer too: the node would be skipped again. */
  #hasOutput(nodeId: string): boolean {
    const node = this.#options.run.state().nodes.get(nodeId);
    return node?.status === 'completed' || (node?.status === 'skipped' && node.skipReason === 'dead-path');
  }

  #reasons(): ReadonlyMap<string, DirtyReason> {
    const { index, run, pins, expressions } = this.#options;
    const shown = run.shown();
    if (shown === undefined) return new Map();
    const state = run.state();
    const tools = expressions();
    return dirtyNodes({
      before: shown.document,
      index: index(),
      pinsBefore: shown.pins ?? {},
      pins: pins(),
      hasRun: (id) => (run.stateOf(id) ?? state.nodes.get(id))?.status === 'completed',
      ...(tools === undefined ? {} : { expressions: tools }),
    });
  }
}
