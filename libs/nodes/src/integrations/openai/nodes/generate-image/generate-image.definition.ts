import { shippedModels } from '@millrace/llm';
import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { MODEL_TIMEOUT_MS } from '../../../llm/generate-text';
import { modelSlot } from '../../../llm/model-account';
import { usageSchema } from '../../../llm/text-params';

const models = shippedModels('openai', 'image').map(({ id }) => id);

export const generateImageDefinition = defineNode({
  type: 'openai/generate-image',
  version: 1,
  title: 'OpenAI: generate image',
  description: 'Draws images from a description with a model of OpenAI.',
  category: 'action',
  keywords: ['picture', 'image', 'draw', 'art', 'photo', 'ai', 'gpt-image', 'dall-e'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The images as files.' }],
  params: z.object({
    imageModel: z
      .string()
      .trim()
      .min(1, 'choose a model')
      .max(200)
      .default('gpt-image-2.5-flare')
      .meta({
        title: 'Model',
        description: 'Name of the model; any name may be typed.',
        examples: models,
        ui: { control: 'model', options: 'openai/image-models' },
      }),
    imagePrompt: z
      .string()
      .min(1, 'describe the image')
      .max(32_000)
      .meta({
        title: 'Description',
        description: 'What the image shows; templates are filled in.',
        ui: { control: 'textarea', rows: 4, placeholder: 'A red fox in the snow, as a woodcut' },
      }),
    size: z
      .string()
      .regex(/^(auto|\d{2,5}x\d{2,5})$/, 'write width and height, such as 1024x1024')
      .default('1024x1024')
      .meta({
        title: 'Size',
        description: 'Width and height, such as `1536x1024`, or `auto`.',
        ui: { control: 'text' },
      }),
    quality: z
      .enum(['auto', 'low', 'medium', 'high', 'xhigh', 'max'])
      .optional()
      .meta({ title: 'Quality', description: 'Better images cost more.', ui: { control: 'select', advanced: true } }),
    background: z
      .enum(['auto', 'transparent', 'opaque'])
      .optional()
      .meta({
        title: 'Background',
        description: 'Transparent ones need PNG or WebP.',
        ui: { control: 'select', advanced: true },
      }),
    outputFormat: z
      .enum(['png', 'jpeg', 'webp'])
      .default('png')
      .meta({ title: 'File type', description: 'Type of the files.', ui: { control: 'select', advanced: true } }),
    n: z.coerce
      .number()
      .int()
      .min(1)
      .max(10)
      .default(1)
      .meta({ title: 'How many', description: 'Images to draw, 1 to 10.', ui: { control: 'number', advanced: true } }),
  }),
  output: z.object({
    images: z.array(z.object({ fileName: z.string(), mimeType: z.string(), bytes: z.number(), base64: z.string() })),
    revisedPrompt: z.string().optional(),
    usage: usageSchema.optional(),
  }),
  summary: '{{imagePrompt}}',
  traits: { ignoresInput: true, effect: 'read' },
  timeoutMs: MODEL_TIMEOUT_MS,
  credentials: [modelSlot(['openai'])],
});
