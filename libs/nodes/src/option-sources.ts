import { modelOptions } from './integrations/llm/model-options';
import type { OptionSource } from './option-source';

/** Every source of choices, by the name that params ask for. */
export const optionSources: Readonly<Record<string, OptionSource>> = { ...modelOptions };
