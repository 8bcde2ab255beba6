import { type Signal, computed, signal, untracked } from '@angular/core';
import type { CalledContracts, Problem, WorkflowDocument, WorkflowNode } from '@millrace/workflow-model';
import type { NodeCatalogue } from '../catalogue/node-catalogue';
import type { ExpressionTools } from '../ports/expression-tools';
import type { Timers } from '../ports/timers';

/** What a {@link ProblemMonitor} looks at. */
export interface ProblemMonitorOptions {
  readonly timers: Timers;
  readonly catalogue: NodeCatalogue;
  readonly document: Signal<WorkflowDocument>;
  /** What checks: nothing is found until it is there. */
  readonly expressions: Signal<ExpressionTools | undefined>;
  /** What is known of workflows that nodes run. */
  readonly contracts?: () => CalledContracts;
}

/** Milliseconds without a change after which the workflow is checked. */
export const CHECK_MS = 300;

const NONE: readonly Problem[] = [];

/** Everything that is wrong with the draft, checked a moment after the last change and never while typing. */
export class ProblemMonitor {
  readonly #options: ProblemMonitorOptions;
  readonly #all = signal<readonly Problem[]>(NONE);
  readonly #isStale = signal(false);
  /** What the server found in the nodes as they were then. */
  #foreign: readonly { readonly problem: Problem; readonly node: WorkflowNode }[] = [];
  #own: readonly Problem[] = NONE;
  #checked: WorkflowDocument | undefined;
  #stopTimer: (() => void) | undefined;

  /** In the order of the checks; errors block publishing, warnings do not. */
  readonly all: Signal<readonly Problem[]> = this.#all.asReadonly();
  readonly errors = computed(() => this.#all().filter((problem) => problem.severity === 'error'));
  readonly warnings = computed(() => this.#all().filter((problem) => problem.severity === 'warning'));
  /** Problems by the nodes that take part in them. */
  readonly byNode: Signal<ReadonlyMap<string, readonly Problem[]>> = computed(() => byNode(this.#all()));
  readonly byEdge: Signal<ReadonlyMap<string, readonly Problem[]>> = computed(() => byEdge(this.#all()));
  /** Whether the draft changed since it was checked. */
  readonly isStale: Signal<boolean> = this.#isStale.asReadonly();
  readonly canPublish = computed(() => this.errors().length === 0);

  constructor(options: ProblemMonitorOptions) {
    this.#options = options;
  }

  /** Problems of one node. */
  of(nodeId: string): readonly Problem[] {
    return this.byNode().get(nodeId) ?? NONE;
  }

  /** To be called after every change; checks later. */
  changed(): void {
    if (this.#checked !== undefined && saysTheSame(this.#checked, this.#options.document())) return;
    this.#isStale.set(true);
    this.#stopTimer?.();
    this.#stopTimer = this.#options.timers.after(CHECK_MS, () => this.check());
  }

  /** Checks now, if what checks is there. */
  check(): void {
    untracked(() => {
      this.#stopTimer?.();
      this.#stopTimer = undefined;
      const { catalogue, contracts, document } = this.#options;
      const tools = this.#options.expressions();
      if (tools === undefined) return this.#isStale.set(true);
      this.#own = tools.validateDocument(document(), {
        lookup: catalogue.lookup,
        knownTypes: catalogue.types(),
        checkExpressions: tools.checkExpressions,
        ...(contracts && { contracts: contracts() }),
      });
      this.#merge();
      this.#checked = document();
      this.#isStale.set(false);
    });
  }

  /**
   * Takes in what the server found in a document, such as rules between params: what is not known here is shown until
   * its node changes.
   */
  receive(problems: readonly Problem[], document: WorkflowDocument): void {
    const nodes = new Map(document.nodes.map((node) => [node.id, node]));
    this.#foreign = problems.flatMap((problem) => {
      const node = nodes.get(problem.nodeId ?? '');
      return node === undefined ? [] : [{ problem, node }];
    });
    untracked(() => this.#merge());
  }

  #merge(): void {
    const known = new Set(this.#own.map(keyOf));
    const now = new Map(this.#options.document().nodes.map((node) => [node.id, node]));
    const others = this.#foreign.filter(({ problem, node }) => {
      const current = now.get(node.id);
      return !known.has(keyOf(problem)) && current !== undefined && isAsChecked(current, node);
    });
    if (others.length === 0) return this.#all.set(this.#own);
    this.#all.set([...this.#own, ...others.map(({ problem }) => problem)]);
  }

  dispose(): void {
    this.#stopTimer?.();
  }
}

/** Whether nothing changed of a node that the server looks at. */
function isAsChecked(now: WorkflowNode, then: WorkflowNode): boolean {
  return now.config === then.config && now.type === then.type && now.credentials === then.credentials;
}

/** Problems of one code at one place are one problem, however they are worded. */
function keyOf({ code, nodeId, path }: Problem): string {
  return JSON.stringify([code, nodeId, path ?? []]);
}

/** Whether two documents differ in nothing that a check looks at: cards that moved, notes and groups. */
function saysTheSame(one: WorkflowDocument, other: WorkflowDocument): boolean {
  if (one.edges !== other.edges || one.settings !== other.settings || one.name !== other.name) return false;
  if (one.nodes === other.nodes) return true;
  if (one.nodes.length !== other.nodes.length) return false;
  return one.nodes.every((node, place) => {
    const next = other.nodes[place];
    if (node === next) return true;
    if (next === undefined) return false;
    const { position: _before, ...rest } = node;
    // What a node has only now, such as its first account, is a difference too.
    const keys = new Set([...Object.keys(rest), ...Object.keys(next)].filter((key) => key !== 'position'));
    return [...keys].every((key) => next[key as keyof typeof next] === node[key as keyof typeof node]);
  });
}

function byNode(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  return grouped(problems, (problem) => new Set([problem.nodeId, ...(problem.nodeIds ?? [])]));
}

function byEdge(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  return grouped(problems, (problem) => new Set([problem.edgeId]));
}

function grouped(
  problems: readonly Problem[],
  idsOf: (problem: Problem) => ReadonlySet<string | undefined>,
): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    for (const id of idsOf(problem)) {
      if (id === undefined || id === '') continue;
      const list = groups.get(id);
      if (list === undefined) groups.set(id, [problem]);
      else list.push(problem);
    }
  }
  return groups;
}
