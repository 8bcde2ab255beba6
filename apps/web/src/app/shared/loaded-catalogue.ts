import { inject, Injectable, signal } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { NodeDefinitionsDocument, type NodeDefinitionsQuery } from '@millrace/web-api/graphql';
import { NodeCatalogue } from '@millrace/web-canvas';
import type { JsonObject, NodeCategory, NodeDefinitionData } from '@millrace/workflow-model';

type Row = NodeDefinitionsQuery['nodeDefinitions'][number];

const RECENT_KEY = 'millrace.recent-nodes';

/** The node definitions of this installation, asked for once. */
@Injectable({ providedIn: 'root' })
export class LoadedCatalogue {
  readonly #api = inject(GraphqlApi);
  readonly catalogue = new NodeCatalogue([], recentOf(localStorage.getItem(RECENT_KEY)));
  readonly #isLoaded = signal(false);
  readonly isLoaded = this.#isLoaded.asReadonly();
  #loading: Promise<NodeCatalogue> | undefined;

  /** Resolves when the catalogue is filled. A failed try is repeated by the next call. @throws ApiError */
  load(): Promise<NodeCatalogue> {
    this.#loading ??= this.#fetch().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** Keeps what was added last over a reload. */
  remember(): void {
    localStorage.setItem(RECENT_KEY, JSON.stringify(this.catalogue.recent().map(({ type }) => type)));
  }

  async #fetch(): Promise<NodeCatalogue> {
    const { nodeDefinitions } = await this.#api.query(NodeDefinitionsDocument, {}, { from: 'cached' });
    this.catalogue.load(nodeDefinitions.map(definitionOf));
    this.#isLoaded.set(true);
    return this.catalogue;
  }
}

/** A definition as the model has it: what is null over the wire is absent, enums are lower case. */
export function definitionOf(row: Row): NodeDefinitionData {
  const { category, startsOn, traits, ...rest } = row;
  return {
    ...(withoutNulls(rest) as object),
    category: category.toLowerCase() as NodeCategory,
    traits: {
      ...(withoutNulls(traits) as object),
      ...(traits.joins && { joins: traits.joins.toLowerCase() as 'all' | 'any' }),
    },
    ...(startsOn && { startsOn: startsOn.toLowerCase() as 'webhook' | 'schedule' | 'event' }),
  } as unknown as NodeDefinitionData;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject).filter(([key, one]) => one !== null && key !== '__typename');
  // Schemas hold nulls that mean something (`default: null`): only our own fields are cleaned.
  return Object.fromEntries(
    entries.map(([key, one]) => [key, key === 'paramsSchema' || key === 'outputSchema' ? one : withoutNulls(one)]),
  );
}

function recentOf(text: string | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
