import { Injectable, InjectionToken, computed, inject, signal } from '@angular/core';
import { type ApiError, GraphqlApi, accepted, apiErrorOf } from '@millrace/web-api';
import {
  AssistantStatusDocument,
  AutoConfigureNodeDocument,
  DraftWorkflowDocument,
} from '@millrace/web-api/graphql/models';
import type { JsonObject, WorkflowDocument } from '@millrace/workflow-model';
import type { MagicContext } from '../session/magic/magic-context';

/** Whether there is a model behind Magic Input. */
export interface AssistantState {
  readonly ready: boolean;
  readonly provider?: string;
  readonly model?: string;
  /** What whoever runs the product has to set. */
  readonly missing?: string;
}

/** What a model took. */
export interface AssistantPrice {
  readonly tokens?: number;
  readonly costUsd?: number;
}

/** What is asked for a node. */
export interface ConfigureQuestion {
  readonly nodeType: string;
  readonly intent: string;
  readonly context: MagicContext;
}

/** Something that a person still has to decide. */
export interface OpenQuestion {
  readonly param?: string;
  readonly question: string;
}

/** What a model proposes for a node. */
export interface Proposal extends AssistantPrice {
  readonly config: JsonObject;
  readonly explanation: string;
  readonly open: readonly OpenQuestion[];
  /** The account that it needs. */
  readonly account?: { readonly slot: string; readonly type: string; readonly title: string };
}

/** A workflow that a model drafted. */
export interface Draft extends AssistantPrice {
  readonly document: WorkflowDocument;
  readonly explanation: string;
  /** What is left to mend. */
  readonly problems: readonly { readonly message: string; readonly isError: boolean }[];
}

/** The server behind Magic Input. */
export interface AssistantApi {
  /** @throws ApiError */
  status(): Promise<AssistantState>;
  /** @throws ApiError */
  configure(question: ConfigureQuestion): Promise<Proposal>;
  /** @throws ApiError */
  draft(description: string): Promise<Draft>;
}

/** Whether Magic Input is there, and what it proposes. */
@Injectable({ providedIn: 'root' })
export class Assistant {
  readonly #api = inject(ASSISTANT_API);
  readonly #state = signal<AssistantState | undefined>(undefined);
  readonly #error = signal<ApiError | undefined>(undefined);
  /** Undefined until it is known. */
  readonly state = this.#state.asReadonly();
  /** Why it is not known. */
  readonly error = this.#error.asReadonly();
  readonly isReady = computed(() => this.#state()?.ready === true);

  /** Asks whether there is a model; what is set is known at once the next time. Never rejects: see `error`. */
  async load(): Promise<void> {
    if (this.isReady()) return;
    try {
      this.#state.set(await this.#api.status());
      this.#error.set(undefined);
    } catch (error) {
      this.#error.set(apiErrorOf(error));
    }
  }

  /** @throws ApiError */
  configure(question: ConfigureQuestion): Promise<Proposal> {
    return this.#api.configure(question);
  }

  /** @throws ApiError */
  draft(description: string): Promise<Draft> {
    return this.#api.draft(description);
  }
}

/** Over the API of this installation. */
class GraphqlAssistantApi implements AssistantApi {
  readonly #api: GraphqlApi;

  constructor(api: GraphqlApi) {
    this.#api = api;
  }

  async status(): Promise<AssistantState> {
    const { ready, provider, model, missing } = (await this.#api.query(AssistantStatusDocument, {})).assistantStatus;
    return { ready, ...(provider && { provider }), ...(model && { model }), ...(missing && { missing }) };
  }

  async configure({ nodeType, intent, context }: ConfigureQuestion): Promise<Proposal> {
    const variables = { nodeType, intent, context };
    const answer = accepted((await this.#api.mutate(AutoConfigureNodeDocument, variables)).autoConfigureNode);
    const { config, explanation, open, credential } = answer;
    return {
      config: (config ?? {}) as JsonObject,
      explanation: explanation ?? '',
      open: (open ?? []).map(({ param, question }) => ({ question, ...(param && { param }) })),
      ...(credential && { account: credential }),
      ...priceOf(answer),
    };
  }

  async draft(description: string): Promise<Draft> {
    const answer = accepted((await this.#api.mutate(DraftWorkflowDocument, { description })).draftWorkflow);
    return {
      document: answer.document as unknown as WorkflowDocument,
      explanation: answer.explanation ?? '',
      problems: (answer.problems ?? []).map(({ message, severity }) => ({ message, isError: severity === 'ERROR' })),
      ...priceOf(answer),
    };
  }
}

function priceOf(answer: {
  readonly usage: { readonly totalTokens: number } | null;
  readonly costUsd: number | null;
}): AssistantPrice {
  return {
    ...(answer.usage && { tokens: answer.usage.totalTokens }),
    ...(answer.costUsd !== null && { costUsd: answer.costUsd }),
  };
}

/** The server behind Magic Input. */
export const ASSISTANT_API = new InjectionToken<AssistantApi>('mr assistant api', {
  providedIn: 'root',
  factory: () => new GraphqlAssistantApi(inject(GraphqlApi)),
});
