import { generateImage } from '@millrace/llm';
import { implementNode, output } from '@millrace/node-sdk';
import { MODEL_TIMEOUT_MS } from '../../../llm/generate-text';
import { modelAccount } from '../../../llm/model-account';
import { generateImageDefinition } from './generate-image.definition';

/** Draws images and gives them as files. */
export const generateImageNode = implementNode(generateImageDefinition, {
  run: async (ctx, params) => {
    const { images, revisedPrompt, usage } = await generateImage(await modelAccount(ctx), {
      model: params.imageModel,
      prompt: params.imagePrompt,
      size: params.size,
      format: params.outputFormat,
      count: params.n,
      timeoutMs: MODEL_TIMEOUT_MS,
      ...(params.quality === undefined ? {} : { quality: params.quality }),
      ...(params.background === undefined ? {} : { background: params.background }),
    });
    const files = images.map(({ base64, mimeType }, index) => ({
      fileName: `image-${index + 1}.${params.outputFormat}`,
      mimeType,
      bytes: Buffer.byteLength(base64, 'base64'),
      base64,
    }));
    return output({
      images: files,
      ...(revisedPrompt === undefined ? {} : { revisedPrompt }),
      ...(usage === undefined ? {} : { usage: { ...usage } }),
    });
  },
});
