import type {
  AliasMap,
  DefinitionLookup,
  JsonObject,
  WorkflowDocument,
  WorkflowEdge,
  WorkflowNode,
} from '@millrace/workflow-model';
import { MAIN_PORT, aliasMap, aliasOf, incomingEdges, resolveNodeName } from '@millrace/workflow-model';
import type { RootSource } from './known-roots';

const BUILT_IN: ReadonlyMap<string, JsonObject | undefined> = new Map([
  ['trigger', undefined],
  ['input', undefined],
  ['item', undefined],
  ['index', { type: 'number' }],
  ['execution', closed('id', 'startedAt')],
  ['workflow', closed('id', 'name', 'version')],
  ['vars', undefined],
  ['now', { type: 'string' }],
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

  /** Roots that one node sees: the built-in ones and the nodes before it. */
  seenBy(node: WorkflowNode): RootSource {
    let ancestors: ReadonlySet<string> | undefined;
    const before = (): ReadonlySet<string> => (ancestors ??= this.ancestorsOf(node.id));
    const upstream = (name: string): WorkflowNode | undefined => {
      const named = BUILT_IN.has(name) ? undefined : this.nodeNamed(name);
      return named !== undefined && named.id !== node.id && before().has(named.id) ? named : undefined;
    };
    return {
      has: (name) => BUILT_IN.has(name) || upstream(name) !== undefined,
      schema: (name) => {
        if (name === 'input') return this.inputSchema(node);
        const named = upstream(name);
        return named === undefined ? BUILT_IN.get(name) : this.outputSchema(named);
      },
      isEnvelope: (name) => upstream(name) !== undefined,
      names: () => [...this.namesOf(before(), node.id), ...BUILT_IN.keys()],
    };
  }

  private namesOf(ids: ReadonlySet<string>, self: string): string[] {
    return [...ids].filter((id) => id !== self).map((id) => this.aliases.aliasById.get(id) ?? id);
  }

  private ancestorsOf(id: string): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [id];
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
    if (!node.enabled || node.settings.onError !== 'stop') return undefined;
    return this.lookup(node.type, node.typeVersion)?.outputSchema;
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
