import { GraphError, compileGraph } from '@millrace/engine';
import type { ExecutionGraph } from '@millrace/engine';
import type { NodeImplementation } from '@millrace/node-sdk';
import { NodeCatalogue } from '@millrace/server-catalog';
import { DomainError } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import { aliasMap, traitsOf, workflowDocumentSchema } from '@millrace/workflow-model';
import type { AliasMap, CredentialSlot, NodeTraits, WorkflowDocument, WorkflowNode } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { BrokenGraph } from '../turn/turn-facts';
import { forEachNode } from './for-each';
import { NodeParams } from './node-params';

/** Milliseconds for one attempt when neither node nor definition says otherwise. */
const DEFAULT_TIMEOUT_MS = 300_000;

/** A node made ready to run. */
export interface CompiledNode {
  readonly node: WorkflowNode;
  readonly alias: string;
  readonly traits: NodeTraits;
  /** Undefined when the catalogue does not know the type. */
  readonly implementation: NodeImplementation | undefined;
  readonly params: NodeParams;
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  /** Places for accounts. */
  readonly slots: readonly CredentialSlot[];
}

/** A version made ready to run; shared by all its runs in this process. */
export interface CompiledWorkflow {
  readonly document: WorkflowDocument;
  /** The error when the document cannot be run at all. */
  readonly graph: ExecutionGraph | BrokenGraph;
  readonly nodes: ReadonlyMap<string, CompiledNode>;
  /** Nodes that run once per item: what each does as a whole, by id. */
  readonly wholes: ReadonlyMap<string, CompiledNode>;
  readonly aliases: AliasMap;
}

/** The node at a place of the workflow: inside a turn of its own it is itself, outside it asks for those turns. */
export function compiledAt(workflow: CompiledWorkflow, nodeId: string, loopId?: string): CompiledNode | undefined {
  const whole = loopId === nodeId ? undefined : workflow.wholes.get(nodeId);
  return whole ?? workflow.nodes.get(nodeId);
}

/** Compiles each version once. */
@Injectable()
export class CompiledWorkflows {
  private readonly compiled = new WeakMap<WorkflowDocument, CompiledWorkflow>();

  constructor(
    private readonly versions: WorkflowVersions,
    private readonly catalogue: NodeCatalogue,
  ) {}

  /** The version ready to run; one that is gone, or cannot be run, says so in its graph. */
  async load(versionId: string): Promise<CompiledWorkflow> {
    try {
      return this.of(await this.versions.load(versionId));
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      return { ...NOTHING, graph: { code: 'VERSION_NOT_FOUND', message: error.message } };
    }
  }

  private of(document: WorkflowDocument): CompiledWorkflow {
    const known = this.compiled.get(document);
    if (known) return known;
    const compiled = this.compile(document);
    this.compiled.set(document, compiled);
    return compiled;
  }

  private compile(document: WorkflowDocument): CompiledWorkflow {
    const aliases = aliasMap(document);
    const nodes = new Map(document.nodes.map((node) => [node.id, this.compileNode(node, aliases)]));
    const wholes = new Map<string, CompiledNode>();
    for (const [id, compiled] of nodes) {
      const { forEach } = compiled.node.settings;
      if (forEach) wholes.set(id, forEachNode(compiled, forEach));
    }
    return { document, aliases, nodes, wholes, graph: graphOf(document, nodes) };
  }

  private compileNode(node: WorkflowNode, aliases: AliasMap): CompiledNode {
    const data = this.catalogue.lookup(node.type, node.typeVersion);
    const implementation = data && this.catalogue.implementation(node.type, node.typeVersion);
    return {
      node,
      alias: aliases.aliasById.get(node.id) ?? node.id,
      traits: data ? traitsOf(data, node) : {},
      implementation,
      params: new NodeParams(node.config, implementation?.definition),
      timeoutMs: node.settings.timeoutMs ?? data?.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      slots: data?.credentials ?? [],
    };
  }
}

const NOTHING = {
  document: workflowDocumentSchema.parse({ id: 'gone', name: 'gone', nodes: [], edges: [] }),
  aliases: { idByAlias: new Map<string, string>(), aliasById: new Map<string, string>() },
  nodes: new Map<string, CompiledNode>(),
  wholes: new Map<string, CompiledNode>(),
};

function graphOf(document: WorkflowDocument, nodes: ReadonlyMap<string, CompiledNode>): ExecutionGraph | BrokenGraph {
  try {
    return compileGraph(document, ({ id }) => nodes.get(id)?.traits ?? {});
  } catch (error) {
    if (error instanceof GraphError) return error;
    throw error;
  }
}
