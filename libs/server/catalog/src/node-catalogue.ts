import { definitionData, type NodeImplementation } from '@millrace/node-sdk';
import type { DefinitionLookup, NodeDefinitionData } from '@millrace/workflow-model';

interface CatalogueEntry {
  readonly data: NodeDefinitionData;
  readonly implementation: NodeImplementation;
}

/** Every version of one type, newest first. */
interface TypeEntries {
  readonly newest: CatalogueEntry;
  readonly byVersion: ReadonlyMap<number, CatalogueEntry>;
}

/** The nodes that this installation knows: definitions as data for people and validators, implementations for the runner. */
export class NodeCatalogue {
  private readonly byName = new Map<string, TypeEntries>();
  private readonly entries: readonly CatalogueEntry[];

  /**
   * `definitions` tell the implementations as data, in the same order; docs and icons come with them.
   * @throws Error when two definitions claim the same type and version, or one name; a bug of the build.
   */
  constructor(
    implementations: readonly NodeImplementation[],
    definitions: readonly NodeDefinitionData[] = implementations.map(({ definition }) => definitionData(definition)),
  ) {
    this.entries = implementations.map((implementation, index) => ({
      data: Object.freeze(definitions[index] ?? definitionData(implementation.definition)),
      implementation,
    }));
    for (const [type, entries] of groupedByType(this.entries)) this.register(type, entries);
  }

  /** Finds a definition by type or alias; the newest version when none is named. */
  readonly lookup: DefinitionLookup = (type, version) => this.find(type, version)?.data;

  /** @throws Error when the catalogue has no such type and version; validation keeps such documents from running. */
  implementation(type: string, version: number): NodeImplementation {
    const entry = this.find(type, version);
    if (!entry) throw new Error(`No node ${type} version ${version} in the catalogue.`);
    return entry.implementation;
  }

  /** Every version of every type, ordered by type and then version. */
  all(): NodeDefinitionData[] {
    return this.entries
      .map(({ data }) => data)
      .sort((a, b) => (a.type === b.type ? a.version - b.version : a.type < b.type ? -1 : 1));
  }

  /** The newest version of every type, ordered by type. */
  newest(): NodeDefinitionData[] {
    return this.all().filter((data) => this.find(data.type)?.data === data);
  }

  /** How many types there are. */
  get typeCount(): number {
    return this.newest().length;
  }

  private find(type: string, version?: number): CatalogueEntry | undefined {
    const entries = this.byName.get(type);
    return version === undefined ? entries?.newest : entries?.byVersion.get(version);
  }

  private register(type: string, entries: readonly CatalogueEntry[]): void {
    const byVersion = new Map<number, CatalogueEntry>();
    for (const entry of entries) {
      if (byVersion.has(entry.data.version)) throw new Error(`Two nodes are ${type} version ${entry.data.version}.`);
      byVersion.set(entry.data.version, entry);
    }
    const newest = entries.reduce((best, entry) => (entry.data.version > best.data.version ? entry : best));
    const names = new Set([type, ...entries.flatMap(({ data }) => data.aliases ?? [])]);
    for (const name of names) {
      if (this.byName.has(name)) throw new Error(`Two nodes answer to the name ${name}.`);
      this.byName.set(name, { newest, byVersion });
    }
  }
}

function groupedByType(entries: readonly CatalogueEntry[]): Map<string, CatalogueEntry[]> {
  const groups = new Map<string, CatalogueEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.data.type) ?? [];
    group.push(entry);
    groups.set(entry.data.type, group);
  }
  return groups;
}
