import { inject, Injectable, signal } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { NodeDefinitionsDocument, type NodeDefinitionsQuery } from '@millrace/web-api/graphql';
import { NodeCatalogue } from '@millrace/web-canvas';
import type { JsonObject, NodeDefinitionData } from '@millrace/workflow-model';

type Definition = NodeDefinitionsQuery['nodeDefinitions'][number];

/** The node definitions of the server, read once. */
@Injectable({ providedIn: 'root' })
export class LoadedCatalogue {
  private readonly api = inject(GraphqlApi);
  private reading: Promise<void> | undefined;
  private readonly loaded = signal(false);
  readonly catalogue = new NodeCatalogue();
  readonly isLoaded = this.loaded.asReadonly();

  /** Reads them unless they are there or on their way. @throws ApiError */
  async load(): Promise<NodeCatalogue> {
    this.reading ??= this.read();
    try {
      await this.reading;
    } catch (error) {
      this.reading = undefined;
      throw error;
    }
    return this.catalogue;
  }

  private async read(): Promise<void> {
    const { nodeDefinitions } = await this.api.query(NodeDefinitionsDocument, {}, { from: 'cached' });
    this.catalogue.load(nodeDefinitions.map(definitionDataOf));
    this.loaded.set(true);
  }
}

/** A definition of the API as the model has it: enums in lower case, nothing instead of null. */
export function definitionDataOf(definition: Definition): NodeDefinitionData {
  const { category, startsOn, traits, paramsSchema, outputSchema, ...rest } = definition;
  return withoutNulls({
    ...rest,
    category: category.toLowerCase(),
    startsOn: startsOn?.toLowerCase(),
    traits: withoutNulls({ ...traits, joins: traits.joins?.toLowerCase() }),
    paramsSchema: paramsSchema as JsonObject,
    outputSchema: outputSchema as JsonObject | null,
    inputs: definition.inputs.map(withoutNulls),
    outputs: definition.outputs.map(withoutNulls),
    dynamicOutputs: definition.dynamicOutputs && withoutNulls(definition.dynamicOutputs),
  }) as unknown as NodeDefinitionData;
}

function withoutNulls(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([key, one]) => one !== null && one !== undefined && key !== '__typename'),
  );
}
