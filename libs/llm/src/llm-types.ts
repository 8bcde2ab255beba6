import type { CancelSignal, HttpPort, ResolvedCredential } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';

/** Who answers. `openai-compatible` is any server that speaks OpenAI's chat completions. */
export type LlmProvider = 'openai' | 'anthropic' | 'gemini' | 'groq' | 'openai-compatible';

/** How hard a model thinks. Models take different ones: see `featuresOf`. */
export type ReasoningEffort = 'none' | 'default' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** A way to a provider: what a call is sent through, to where, and as whom. */
export interface LlmAccount {
  readonly provider: LlmProvider;
  readonly http: HttpPort;
  readonly credential?: ResolvedCredential;
  /** Base URL; the provider's own when absent or empty. */
  readonly baseUrl?: string;
  /** Further headers, such as the organisation of an account. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Names the first call; the further ones that a repair takes get a number behind it. */
  readonly idempotencyKey?: string;
  /** Ends a call early. */
  readonly signal?: CancelSignal;
  /** Milliseconds since the epoch; dates of waits and prices are read against it. */
  readonly nowMs: number;
}

/** A function that the model may ask for. */
export interface LlmTool {
  /** Letters, digits, `_` and `-`; at most 64. */
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly parameters: JsonObject;
}

/** What the model asks for. */
export interface LlmToolCall {
  readonly id: string;
  readonly name: string;
  /** Undefined when what the model wrote is no JSON. */
  readonly arguments: Json | undefined;
  readonly argumentsText: string;
}

/** One part of a conversation. */
export type LlmMessage =
  | { readonly role: 'user'; readonly text: string }
  | {
      readonly role: 'assistant';
      readonly text: string;
      readonly toolCalls?: readonly LlmToolCall[];
      /** What the provider wants back word for word in the next turn, such as encrypted thoughts. */
      readonly native?: Json;
    }
  | { readonly role: 'tool'; readonly toolCallId: string; readonly name: string; readonly text: string };

/** Exactly one of `prompt` and `messages`. */
export interface LlmRequest {
  readonly model: string;
  readonly system?: string;
  readonly prompt?: string;
  readonly messages?: readonly LlmMessage[];
  /** JSON Schema that the answer fulfils; the answer is then in `object`. */
  readonly schema?: JsonObject;
  readonly tools?: readonly LlmTool[];
  readonly maxOutputTokens?: number;
  readonly temperature?: number;
  readonly reasoningEffort?: ReasoningEffort;
  /** Milliseconds for one exchange with the provider; 300_000 when absent. */
  readonly timeoutMs?: number;
  /** Told the text as it is written; the answer then comes as a stream. */
  readonly onDelta?: (text: string) => void;
}

/** Why a model stopped writing. */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'tool-calls' | 'refusal' | 'error';

/** Tokens as providers count them. */
export interface LlmUsage {
  /** All of the input, with what came from a cache. */
  readonly inputTokens: number;
  /** All of the output, with thoughts. */
  readonly outputTokens: number;
  readonly totalTokens: number;
  /** Part of the input that was read from the provider's cache. */
  readonly cachedTokens?: number;
  /** Part of the input that was written to the provider's cache. */
  readonly cacheWriteTokens?: number;
}

/** What came of a call. */
export interface LlmResult {
  readonly text: string;
  /** Present when the request had a schema: fits it. */
  readonly object?: Json;
  readonly toolCalls: readonly LlmToolCall[];
  readonly finishReason: FinishReason;
  readonly usage: LlmUsage;
  /** Dollars; absent when the price of the model is not known. */
  readonly costUsd?: number;
  /** The model that answered, as the provider names it. */
  readonly model: string;
  readonly id: string;
  /** Sentences about what was left out or done otherwise. */
  readonly warnings: readonly string[];
  /** To be put into the assistant's message when the conversation goes on. */
  readonly native?: Json;
}

/** An answer of a protocol, before it is checked and priced. */
export type RawAnswer = Omit<LlmResult, 'object' | 'costUsd' | 'warnings'>;

/** A request whose params the model takes, as a protocol gets it. */
export interface SettledRequest {
  readonly model: string;
  readonly system: string | undefined;
  readonly messages: readonly LlmMessage[];
  readonly tools: readonly LlmTool[];
  /** Schema that the provider enforces itself. */
  readonly nativeSchema: JsonObject | undefined;
  readonly maxOutputTokens: number | undefined;
  readonly temperature: number | undefined;
  readonly reasoningEffort: ReasoningEffort | undefined;
  /** Whether the model thinks before it answers. */
  readonly reasons: boolean;
  readonly timeoutMs: number;
  /** 1 for the first call of a request. */
  readonly call: number;
  readonly onDelta: ((text: string) => void) | undefined;
}

/** One of the ways in which providers are spoken to. */
export type Protocol = (account: LlmAccount, request: SettledRequest) => Promise<RawAnswer>;
