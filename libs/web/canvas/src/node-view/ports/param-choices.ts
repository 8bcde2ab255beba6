import { InjectionToken, inject } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { NodeOptionsDocument, ToolWorkflowDocument, ToolWorkflowsDocument } from '@millrace/web-api/graphql';

/** Something that can be chosen for a param. */
export interface ParamChoice {
  readonly value: string;
  readonly label?: string;
  /** Something to know before it is chosen. */
  readonly hint?: string;
}

/** Choices of a param, and where they are from. */
export interface FoundChoices {
  readonly choices: readonly ParamChoice[];
  /** Whether the service itself was asked; else these come with the product. */
  readonly isLive: boolean;
  /** Why the service could not be asked. */
  readonly message?: string;
}

/** Which choices are wanted. */
export interface ChoiceQuestion {
  readonly type: string;
  /** Names on the way to the param, joined by dots. */
  readonly param: string;
  readonly credentialId?: string;
  readonly search?: string;
}

/** Where the choices of params come from. */
export interface ParamChoices {
  /** @throws ApiError */
  find(question: ChoiceQuestion, signal: AbortSignal): Promise<FoundChoices>;
  /** Workflows of the workspace whose name holds the text. @throws ApiError */
  workflows(search: string, signal: AbortSignal): Promise<readonly ParamChoice[]>;
  /** Name of a workflow; undefined when there is none. */
  workflowName(id: string): Promise<string | undefined>;
}

/** Over the API of this installation. */
class GraphqlParamChoices implements ParamChoices {
  readonly #api: GraphqlApi;

  constructor(api: GraphqlApi) {
    this.#api = api;
  }

  async find({ type, param, credentialId, search }: ChoiceQuestion, signal: AbortSignal): Promise<FoundChoices> {
    const variables = { type, param, credentialId: credentialId ?? null, search: search ?? null };
    const { nodeOptions } = await this.#api.query(NodeOptionsDocument, variables, { signal });
    return {
      choices: nodeOptions.options.map(({ value, label, hint }) => ({
        value,
        ...(label && { label }),
        ...(hint && { hint }),
      })),
      isLive: nodeOptions.live,
      ...(nodeOptions.message && { message: nodeOptions.message }),
    };
  }

  async workflows(search: string, signal: AbortSignal): Promise<readonly ParamChoice[]> {
    const { workflows } = await this.#api.query(ToolWorkflowsDocument, { search: search || null }, { signal });
    return workflows.nodes.map(({ id, name, status }) => ({
      value: id,
      label: name,
      ...(status === 'DRAFT' && { hint: 'was never published: it cannot be run yet' }),
    }));
  }

  async workflowName(id: string): Promise<string | undefined> {
    const found = await this.#api.query(ToolWorkflowDocument, { id }).catch(() => undefined);
    return found?.workflow.name;
  }
}

/** Where the choices of params come from. */
export const PARAM_CHOICES = new InjectionToken<ParamChoices>('mr param choices', {
  providedIn: 'root',
  factory: () => new GraphqlParamChoices(inject(GraphqlApi)),
});
