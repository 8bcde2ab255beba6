import type { LlmMessage } from '@millrace/llm';
import { implementNode, output } from '@millrace/node-sdk';
import { textValue } from '../../integrations/llm/generate-text';
import { AgentMemory } from './agent-memory';
import { AgentRun, workOf } from './agent-run';
import { aiAgentDefinition } from './ai-agent.definition';

/** Works on a task with tools until it is done. */
export const aiAgentNode = implementNode(aiAgentDefinition, {
  run: async (ctx, params) => {
    const memory = params.memoryKey === '' ? undefined : new AgentMemory(ctx, params.memoryKey, params.memoryLimit);
    const recalled = (await memory?.recalled()) ?? [];
    const messages: LlmMessage[] = [...recalled, { role: 'user', text: params.aiPrompt }];
    const run = new AgentRun(ctx, params, messages);
    const result = await run.answer();
    await memory?.remember(params.aiPrompt, result.text);
    for (const warning of result.warnings) ctx.log('warn', warning);
    return output({ ...textValue(result), ...workOf(run) });
  },
});
