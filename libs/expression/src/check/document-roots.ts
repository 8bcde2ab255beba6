import type {
  AliasMap,
  DefinitionLookup,
  JsonObject,
  WorkflowDocument,
  WorkflowEdge,
  WorkflowNode,
} from '@millrace/workflow-model';
import {
  MAIN_PORT,
  aliasMap,
  aliasOf,
  incomingEdges,
  loopsAround,
  outputSchemaOf,
  resolveNodeName,
} from '@millrace/workflow-model';
import type { RootSource } from './known-roots';

const BUILT_IN: ReadonlyMap<string, JsonObject | undefined> = new Map([
  ['trigger', undefined],
  ['input', undefined],
  ['execution', closed('id', 'startedAt', 'resumeUrl', 'formUrl')],
  ['workflow', closed('id', 'name', 'version')],
  ['vars', undefined],
  ['now', { type: 'string' }],
]);

/** Only inside the body of a loop, and in nodes that run once per item. */
const IN_LOOPS: ReadonlyMap<string, JsonObject | undefined> = new Map([
  ['item', undefined],
  ['index', { type: 'number' }],
]);

function closed(...names: string[]): JsonObject {
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  return { type: 'object', properties, additionalProperties: false };
}

/** What every node of a document may name. */
export class DocumentRoots {
  readonly nodes: ReadonlyMap<string, WorkflowNode>;
  private readonly lookup: DefinitionLookup;
  private readonly aliases: AliasMap;
  private readonly incoming: ReadonlyMap<string, readonly WorkflowEdge[]>;

  constructor(document: WorkflowDocument, lookup: DefinitionLookup) {
    this.nodes = new Map(document.nodes.map((node) => [node.id, node]));
    this.lookup = lookup;
    this.aliases = aliasMap(document);
    this.incoming = incomingEdges(document);
  }

  /** The node that a name means, wherever it stands. */
  nodeNamed(name: string): WorkflowNode | undefined {
    const forms = [name, aliasOf(name), ...(/^_\d/.test(name) ? [name.slice(1)] : [])];
    const ids = forms.map((form) => resolveNodeName(this.aliases, form));
    return this.nodes.get(ids.find((id) => id !== undefined) ?? '');
  }

  /** Roots that one node sees: the built-in ones, those of the loops around it, the nodes before it, and `extra`. */
  seenBy(node: WorkflowNode, extra: readonly string[] = []): RootSource {
    let ancestors: ReadonlySet<string> | undefined;
    const before = (): ReadonlySet<string> => (ancestors ??= this.ancestorsOf(node.id));
    const own = this.ownRoots(node, extra);
    const upstream = (name: string): WorkflowNode | undefined => {
      const named = own.has(name) ? undefined : this.nodeNamed(name);
      return named !== undefined && named.id !== node.id && before().has(named.id) ? named : undefined;
    };
    return {
      has: (name) => own.has(name) || upstream(name) !== undefined,
      schema: (name) => {
        if (name === 'input') return this.inputSchema(node);
        const named = upstream(name);
        return named === undefined ? own.get(name) : this.outputSchema(named);
      },
      isEnvelope: (name) => upstream(name) !== undefined,
      names: () => [...this.namesOf(before(), node.id), ...own.keys()],
    };
  }

  private ownRoots(node: WorkflowNode, extra: readonly string[]): ReadonlyMap<string, JsonObject | undefined> {
    const isInLoop = node.parent !== undefined || node.settings.forEach !== undefined;
    const more = extra.map((name) => [name, undefined] as const);
    return new Map([...BUILT_IN, ...(isInLoop ? IN_LOOPS : []), ...more]);
  }

  private namesOf(ids: ReadonlySet<string>, self: string): string[] {
    return [...ids].filter((id) => id !== self).map((id) => this.aliases.aliasById.get(id) ?? id);
  }

  /** Nodes before this one; a node in a loop comes after all that comes before the loop. */
  private ancestorsOf(id: string): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [id, ...loopsAround(this.nodes, id)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { source } of this.incoming.get(next) ?? []) {
        if (found.has(source)) continue;
        found.add(source);
        open.push(source);
      }
    }
    return found;
  }

  /** Schema of a node's data; undefined when it may be something else: passed through, or a failure that is carried on. */
  private outputSchema(node: WorkflowNode): JsonObject | undefined {
    const { onError, forEach } = node.settings;
    if (!node.enabled || onError !== 'stop' || forEach !== undefined) return undefined;
    const definition = this.lookup(node.type, node.typeVersion);
    return definition && outputSchemaOf(definition, node);
  }

  /** With one parent, the input is what that parent gave. */
  private inputSchema(node: WorkflowNode): JsonObject | undefined {
    const edges = this.incoming.get(node.id) ?? [];
    const [edge] = edges;
    if (edges.length !== 1 || edge?.sourceHandle !== MAIN_PORT) return undefined;
    const parent = this.nodes.get(edge.source);
    return parent === undefined ? undefined : this.outputSchema(parent);
  }
}
