import { type Signal, computed, signal } from '@angular/core';
import {
  type DefinitionLookup,
  type NodeCategory,
  type NodeDefinitionData,
  type OutputPorts,
  type PortDefinition,
  type WorkflowNode,
  outputPorts,
} from '@millrace/workflow-model';
import { type SearchHit, searchDefinitions } from './search-definitions';

/** A heading of the palette with what stands under it. */
export interface CatalogueSection {
  readonly category: NodeCategory;
  readonly definitions: readonly NodeDefinitionData[];
}

/** What narrows a search. */
export interface CatalogueSearch {
  readonly text: string;
  readonly category?: NodeCategory;
  /** Types already in the workflow; they win ties. */
  readonly used?: ReadonlySet<string>;
}

const CATEGORIES: readonly NodeCategory[] = ['trigger', 'action', 'logic', 'output'];
/** Recently added types that stand on top. */
const RECENT = 5;

/** The node definitions: by type or alias, by category, and by search. */
export class NodeCatalogue {
  readonly #definitions = signal<readonly NodeDefinitionData[]>([]);
  /** Every definition, in no order. */
  readonly all = this.#definitions.asReadonly();
  readonly #byName = computed(() => namesOf(this.#definitions()));
  readonly #recent = signal<readonly string[]>([]);

  /** The newest version of every node that is not deprecated, by title. */
  readonly offered: Signal<readonly NodeDefinitionData[]> = computed(() => newestOf(this.#definitions()));
  /** The palette: triggers, actions, logic, output; without empty ones. */
  readonly sections: Signal<readonly CatalogueSection[]> = computed(() =>
    CATEGORIES.map((category) => ({
      category,
      definitions: this.offered().filter((definition) => definition.category === category),
    })).filter((section) => section.definitions.length > 0),
  );
  /** Types for suggestions in problems. */
  readonly types = computed(() => [...new Set(this.#definitions().map((definition) => definition.type))]);
  /** What was added last, newest first. */
  readonly recent: Signal<readonly NodeDefinitionData[]> = computed(() =>
    this.#recent().flatMap((type) => this.offered().find((definition) => definition.type === type) ?? []),
  );

  constructor(definitions: readonly NodeDefinitionData[] = [], recent: readonly string[] = []) {
    this.#definitions.set(definitions);
    this.#recent.set(recent.slice(0, RECENT));
  }

  /** Replaces all definitions. */
  load(definitions: readonly NodeDefinitionData[]): void {
    this.#definitions.set(definitions);
  }

  /** A definition by type or alias; of the newest version when none is named or that one does not exist. */
  readonly lookup: DefinitionLookup = (type, version) => {
    const versions = this.#byName().get(type);
    if (version === undefined) return versions?.[0];
    return versions?.find((definition) => definition.version === version);
  };

  /** Definition of a node: of its version, else of the newest one; undefined when nobody knows the type. */
  of(node: Pick<WorkflowNode, 'type' | 'typeVersion'>): NodeDefinitionData | undefined {
    return this.lookup(node.type, node.typeVersion) ?? this.lookup(node.type);
  }

  /** Whether a node starts runs. */
  isTrigger(node: Pick<WorkflowNode, 'type' | 'typeVersion'>): boolean {
    return this.of(node)?.traits.trigger === true;
  }

  /** Input ports of a node; one called `main` for unknown types. */
  inputsOf(node: Pick<WorkflowNode, 'type' | 'typeVersion'>): readonly PortDefinition[] {
    return this.of(node)?.inputs ?? UNKNOWN.ports;
  }

  /** Output ports of a node: dynamic ones and the error port too. Remembered for each node object. */
  outputsOf(node: WorkflowNode): OutputPorts {
    const definition = this.of(node);
    if (definition === undefined) return UNKNOWN;
    let known = portsOf.get(node);
    if (known?.definition !== definition)
      portsOf.set(node, (known = { definition, ports: outputPorts(definition, node) }));
    return known.ports;
  }

  /** Best first; everything offered by title for an empty text. */
  search(search: CatalogueSearch): readonly SearchHit[] {
    const offered = this.offered().filter(
      (definition) => search.category === undefined || definition.category === search.category,
    );
    return searchDefinitions(offered, search.text, { used: search.used, recent: this.#recent() });
  }

  /** Puts a type on top of the recent ones. Gives them, to be stored. */
  markUsed(type: string): readonly string[] {
    this.#recent.update((types) => [type, ...types.filter((each) => each !== type)].slice(0, RECENT));
    return this.#recent();
  }
}

const UNKNOWN: OutputPorts = { ports: [{ id: 'main' }], open: true };
const portsOf = new WeakMap<WorkflowNode, { readonly definition: NodeDefinitionData; readonly ports: OutputPorts }>();

/** Versions of each type and alias, the newest first. */
function namesOf(definitions: readonly NodeDefinitionData[]): ReadonlyMap<string, readonly NodeDefinitionData[]> {
  const byName = new Map<string, NodeDefinitionData[]>();
  for (const definition of definitions.toSorted((a, b) => b.version - a.version)) {
    for (const name of new Set([definition.type, ...(definition.aliases ?? [])])) {
      byName.set(name, [...(byName.get(name) ?? []), definition]);
    }
  }
  return byName;
}

function newestOf(definitions: readonly NodeDefinitionData[]): readonly NodeDefinitionData[] {
  const newest = new Map<string, NodeDefinitionData>();
  for (const definition of definitions) {
    if (definition.version > (newest.get(definition.type)?.version ?? 0)) newest.set(definition.type, definition);
  }
  return [...newest.values()]
    .filter((definition) => definition.deprecated !== true)
    .sort((a, b) => a.title.localeCompare(b.title));
}
