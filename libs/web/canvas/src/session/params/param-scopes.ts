import { type Signal, computed } from '@angular/core';
import type { Completion, ParamProblem } from '@millrace/expression';
import type { Json, WorkflowNode } from '@millrace/workflow-model';
import { resolveNodeName } from '@millrace/workflow-model';
import type { EditorSession } from '../editor-session';
import type { ExpressionTools } from '../ports/expression-tools';
import { CalledWorkflows } from './called-workflows';
import { type NodeOutput, type OutputContext, type SampleSource, outputOf } from './node-output';
import { type ParamScope, type UpstreamNode, paramScopeOf } from './param-scope';
import { type ParamPreview, previewOf } from './preview';

export type { NodeOutput, ParamPreview, ParamScope, SampleSource, UpstreamNode };

/** What params of every node of a session can read. Call its methods in a `computed` or an effect: they follow what they read. */
export class ParamScopes {
  readonly #session: EditorSession;
  readonly #scopes = new Map<string, Signal<ParamScope>>();
  /** What is known about workflows that nodes run. */
  readonly called = new CalledWorkflows(() => this.#session.problems.check());
  #namesOf = new WeakMap<WorkflowNode, readonly string[]>();
  #namesWith: ExpressionTools | undefined;

  constructor(session: EditorSession) {
    this.#session = session;
  }

  /** What a node can read; remembered until graph, names, run or pins change. Typing into the node itself changes nothing. */
  of(nodeId: string): ParamScope {
    let scope = this.#scopes.get(nodeId);
    if (scope === undefined) this.#scopes.set(nodeId, (scope = this.#scopeSignal(nodeId)));
    return scope();
  }

  /** What could be written at an offset of a template or expression. Empty until the library is there. */
  completions(nodeId: string, kind: 'template' | 'expression', text: string, offset: number): Completion[] {
    const tools = this.#session.expressions();
    return tools === undefined ? [] : tools.completionsAt(text, offset, { ...this.of(nodeId).completion, kind });
  }

  /** What is wrong with a param as it is being written; quicker than waiting for the problems of the workflow. */
  check(nodeId: string, param: Json): readonly ParamProblem[] {
    const tools = this.#session.expressions();
    if (tools === undefined) return [];
    const { known, upstream, completion } = this.of(nodeId);
    const envelopes = [...completion.envelopes, ...upstream.map(({ node }) => node.id)];
    return tools.checkParam(param, { roots: known, envelopes }).map((problem) => this.#named(problem));
  }

  /** Value of a param with the samples, or where it is wrong. Secrets are never part of it. */
  preview(nodeId: string, param: Json): ParamPreview {
    return previewOf(param, this.of(nodeId), this.#session.expressions());
  }

  /** Output of a node for the output pane, and where it comes from, in the turn that is looked at. Of its main value without a port. */
  output(nodeId: string, port?: string): NodeOutput {
    const node = this.#session.node(nodeId);
    return node === undefined ? { source: 'none' } : outputOf(this.#context(), node, port, false);
  }

  /** Ids of the nodes that a node reads from by expression, for the lineage edges. */
  readsFrom(nodeId: string): readonly string[] {
    const node = this.#session.node(nodeId);
    if (node === undefined) return [];
    const { aliases } = this.#session.index();
    const ids = this.#names(node).flatMap((name) => resolveNodeName(aliases, name) ?? []);
    return [...new Set(ids)].filter((id) => id !== nodeId);
  }

  /** Ids of the nodes that read from a node by expression. */
  readBy(nodeId: string): readonly string[] {
    const { aliases } = this.#session.index();
    return this.#session
      .nodes()
      .filter((node) => node.id !== nodeId)
      .filter((node) => this.#names(node).some((name) => resolveNodeName(aliases, name) === nodeId))
      .map((node) => node.id);
  }

  #context(): OutputContext {
    const { index, catalogue, run, pins } = this.#session;
    const tools = this.#session.expressions();
    return {
      index: index(),
      catalogue,
      run,
      pins: pins.values(),
      called: this.called.known(),
      evaluate: (param, scope) => previewOf(param, scope, tools),
    };
  }

  #scopeSignal(nodeId: string): Signal<ParamScope> {
    const { run, timers } = this.#session;
    // Everything that a scope depends on; the same objects mean the same scope.
    const inputs = computed(() => this.#inputsOf(nodeId), { equal: sameInputs });
    return computed(() => {
      const { context } = inputs();
      const { startedAtMs } = run.state();
      const executionId = run.executionId();
      return paramScopeOf(context, nodeId, {
        nowMs: timers.now(),
        ...(executionId === undefined ? {} : { executionId }),
        ...(startedAtMs === undefined ? {} : { startedAtMs }),
      });
    });
  }

  #inputsOf(nodeId: string): ScopeInputs {
    const context = this.#context();
    const { index, catalogue, pins, called } = context;
    const upstream = [...index.upstreamOf(nodeId)].map((id) => index.node(id));
    // The lists of the loops around a node make its item.
    const around = index.loopsAround(nodeId).map((id) => index.node(id));
    const own = index.node(nodeId)?.settings.forEach;
    return { context, parts: [index.aliases, catalogue.offered(), pins, called, own, ...upstream, ...around] };
  }

  /** Names that a node's params mention, worked out once for each node object. */
  #names(node: WorkflowNode): readonly string[] {
    const tools = this.#session.expressions();
    if (tools === undefined) return [];
    if (this.#namesWith !== tools) this.#namesOf = new WeakMap();
    this.#namesWith = tools;
    let names = this.#namesOf.get(node);
    if (names === undefined) this.#namesOf.set(node, (names = namesIn(node, this.#session, tools)));
    return names;
  }

  /** A name of a node that does not come first is told apart from one that nobody knows. */
  #named(problem: ParamProblem): ParamProblem {
    const { aliases } = this.#session.index();
    const id = problem.root === undefined ? undefined : resolveNodeName(aliases, problem.root);
    const node = id === undefined ? undefined : this.#session.node(id);
    if (node === undefined) return problem;
    const message = `"${node.label}" does not run before this node. Connect it so that it comes first.`;
    return { ...problem, code: 'REFERENCE_NOT_UPSTREAM', message };
  }
}

interface ScopeInputs {
  readonly context: OutputContext;
  readonly parts: readonly unknown[];
}

function sameInputs(one: ScopeInputs, other: ScopeInputs): boolean {
  if (!one.context.index.hasSameWiring(other.context.index) || one.parts.length !== other.parts.length) return false;
  return one.parts.every((part, place) => part === other.parts[place]);
}

function namesIn(node: WorkflowNode, session: EditorSession, tools: ExpressionTools): readonly string[] {
  const definition = session.catalogue.of(node);
  const params = Object.entries(node.config).filter(([name]) => tools.mayHoldReferences(definition, name));
  return params.flatMap(([, param]) => tools.findReferences(param).map((reference) => reference.root));
}
