import { inject, Injectable, signal } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import type { NodeCardsQuery, NodeDetailsQuery } from '@millrace/web-api/graphql';
import { NodeCardsDocument, NodeDetailsDocument } from '@millrace/web-api/graphql/editor';
import { NodeCatalogue } from '@millrace/web-canvas';
import type { JsonObject, NodeCategory, NodeDefinitionData, NodeEffect, NodeTraits } from '@millrace/workflow-model';

type Card = NodeCardsQuery['nodeDefinitions'][number];
type Details = NodeDetailsQuery['nodeDefinitions'][number];

const RECENT_KEY = 'millrace.recent-nodes';
/** Stands for the params of a node type that are not loaded yet: takes every config. */
const NOT_LOADED: JsonObject = { additionalProperties: true };

/**
 * The node definitions of this installation, each asked for once: first what the cards of a workflow show, then the schemas and docs
 * of its types, and everything else when somebody works or nothing else is to be done.
 */
@Injectable({ providedIn: 'root' })
export class LoadedCatalogue {
  readonly #api = inject(GraphqlApi);
  readonly catalogue = new NodeCatalogue([], recentOf(localStorage.getItem(RECENT_KEY)));
  readonly #isLoaded = signal(false);
  /** Whether every definition is there as a whole. */
  readonly isLoaded = this.#isLoaded.asReadonly();
  #cards: Promise<void> | undefined;
  /** Types whose cards were asked for by name: those that are not there do not exist. */
  readonly #asked = new Set<string>();
  readonly #hasAll = signal(false);
  /** Whether all cards are there. */
  readonly hasCards = this.#hasAll.asReadonly();
  #loading: Promise<NodeCatalogue> | undefined;

  /** Resolves when the cards of these types can be shown; types that nobody knows are left out. @throws ApiError */
  async showCards(types: readonly string[]): Promise<void> {
    const missing = [...new Set(types)].filter((type) => this.catalogue.lookup(type) === undefined).sort();
    if (missing.length > 0 && this.#cards === undefined) await this.#fetchCards(missing);
    else await this.#cards;
  }

  /** Resolves when all cards and the drawer of nodes can be shown. A failed try is repeated by the next call. @throws ApiError */
  loadCards(): Promise<void> {
    this.#cards ??= this.#fetchCards().catch((error: unknown) => {
      this.#cards = undefined;
      throw error;
    });
    return this.#cards;
  }

  /** Resolves when these types are there as a whole; those that nobody knows are left out. @throws ApiError */
  async describe(types: readonly string[]): Promise<void> {
    await this.showCards(types);
    const wanted = types.flatMap((type) => this.catalogue.lookup(type)?.type ?? []);
    const missing = [...new Set(wanted)].filter((type) => !this.isDescribed(type)).sort();
    if (missing.length > 0) await this.#fetchDetails(missing);
  }

  /** Whether what a step of this type is opened with is there; true for types that nobody knows. */
  isDescribed(type: string): boolean {
    const definition = this.catalogue.lookup(type);
    return definition === undefined ? this.#asked.has(type) || this.#hasAll() : definition.paramsSchema !== NOT_LOADED;
  }

  /** Resolves when everything is there. A failed try is repeated by the next call. @throws ApiError */
  load(): Promise<NodeCatalogue> {
    this.#loading ??= this.#fetchAll().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** Keeps what was added last over a reload. */
  remember(): void {
    localStorage.setItem(RECENT_KEY, JSON.stringify(this.catalogue.recent().map(({ type }) => type)));
  }

  async #fetchCards(types?: readonly string[]): Promise<void> {
    const { nodeDefinitions } = await this.#api.query(NodeCardsDocument, types ? { types } : {});
    for (const type of types ?? []) this.#asked.add(type);
    const known = new Set(this.catalogue.all().map(nameOf));
    const cards = nodeDefinitions.filter((row) => !known.has(nameOf(row))).map(cardOf);
    this.catalogue.load([...this.catalogue.all(), ...cards]);
    if (types === undefined) this.#hasAll.set(true);
  }

  async #fetchAll(): Promise<NodeCatalogue> {
    await Promise.all([this.loadCards(), this.#fetchDetails()]);
    this.#isLoaded.set(true);
    return this.catalogue;
  }

  async #fetchDetails(types?: readonly string[]): Promise<void> {
    const { nodeDefinitions } = await this.#api.query(NodeDetailsDocument, types ? { types } : {});
    await (types ? this.showCards(types) : this.loadCards());
    const details = new Map(nodeDefinitions.map((one) => [nameOf(one), one]));
    // What is there as a whole stays the object that it is: forms are made of it.
    const merged = this.catalogue.all().map((one) => {
      const more = details.get(nameOf(one));
      return more && one.paramsSchema === NOT_LOADED ? withDetails(one, more) : one;
    });
    this.catalogue.load(merged);
  }
}

const nameOf = ({ type, version }: { readonly type: string; readonly version: number }): string => `${type} ${version}`;

/** A definition as the model has it, without its schemas: what is null over the wire is absent, enums are lower case. */
function cardOf(row: Card): NodeDefinitionData {
  const { category, startsOn, traits, ...rest } = row;
  return {
    ...(withoutNulls(rest) as object),
    paramsSchema: NOT_LOADED,
    category: category.toLowerCase() as NodeCategory,
    traits: {
      ...(withoutNulls(traits) as object),
      ...(traits.joins && { joins: traits.joins.toLowerCase() as 'all' | 'any' }),
    },
    ...(startsOn && { startsOn: startsOn.toLowerCase() as NonNullable<NodeDefinitionData['startsOn']> }),
  } as unknown as NodeDefinitionData;
}

function withDetails(
  card: NodeDefinitionData,
  { docs, paramsSchema, outputSchema, traits: { answersCaller, effect, ignoresInput, readsWhen } }: Details,
): NodeDefinitionData {
  return {
    ...card,
    traits: {
      ...card.traits,
      answersCaller,
      ignoresInput,
      ...(effect !== null && { effect: effect.toLowerCase() as NodeEffect }),
      ...(readsWhen !== null && { readsWhen: readsWhen as unknown as NonNullable<NodeTraits['readsWhen']> }),
    },
    paramsSchema: paramsSchema as JsonObject,
    ...(docs !== null && { docs }),
    ...(outputSchema !== null && { outputSchema: outputSchema as JsonObject }),
  };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutNulls(one)]));
}

function recentOf(text: string | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
