export { flawsOf } from './answer-schema';
export { addUsage, checkNotRefused, generate } from './generate';
export { generateImage } from './generate-image';
export type { GeneratedImage, ImageRequest, ImageResult } from './generate-image';
export { listModels } from './list-models';
export { featuresOf, settledParams } from './model-features';
export type { ModelFeatures } from './model-features';
export { endOf, shippedModels, usualModel } from './models';
export type { ModelChoice } from './models';
export { costOf } from './prices';
export { baseUrlOf, isLlmProvider, providers } from './providers';
export type { ProviderFacts } from './providers';
export type {
  FinishReason,
  LlmAccount,
  LlmMessage,
  LlmProvider,
  LlmRequest,
  LlmResult,
  LlmTool,
  LlmToolCall,
  LlmUsage,
  ReasoningEffort,
} from './llm-types';
