import { addUsage, checkNotRefused, generate, usualModel } from '@millrace/llm';
import type { LlmMessage, LlmResult, LlmToolCall, LlmUsage } from '@millrace/llm';
import { NodeError } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { modelAccount } from '../../integrations/llm/model-account';
import { answerSchema } from '../../integrations/llm/text-params';
import { asLlmTool, checkTools, useTool } from './agent-tool';
import type { AgentTool } from './agent-tool';
import type { aiAgentDefinition } from './ai-agent.definition';

export type AgentParams = ParamsOf<typeof aiAgentDefinition>;

/** Characters of a tool's answer that the model reads. */
const LONGEST_FOR_MODEL = 40_000;
/** Characters of it that the output and the log keep. */
const LONGEST_KEPT = 2_000;

/** What the output tells about the use of a tool. */
interface UsedTool {
  readonly turn: number;
  readonly name: string;
  readonly arguments: Json;
  readonly ok: boolean;
  readonly result: string;
}

/** One task of an agent: turns of the model and what its tools say, until it has an answer. */
export class AgentRun {
  readonly used: UsedTool[] = [];
  turns = 0;
  private usage: LlmUsage | undefined;
  private costUsd: number | undefined = 0;
  private readonly warnings = new Set<string>();
  private readonly tools: readonly AgentTool[];

  constructor(
    private readonly ctx: RunContext,
    private readonly params: AgentParams,
    private readonly messages: LlmMessage[],
  ) {
    checkTools(params.tools);
    this.tools = params.tools;
  }

  /** @throws NodeError `AGENT_TURNS_EXCEEDED`, and those of the model */
  async answer(): Promise<LlmResult> {
    while (this.turns < this.params.maxTurns) {
      this.turns += 1;
      const result = await this.turn();
      if (result.toolCalls.length === 0) return this.summed(result);
      const { text, toolCalls, native } = result;
      this.messages.push({ role: 'assistant', text, toolCalls, ...(native === undefined ? {} : { native }) });
      const told = toolCalls.map((call, index) => this.use(call, `turn-${this.turns}-call-${index + 1}`));
      this.messages.push(...(await Promise.all(told)));
    }
    const message = `The agent has not finished after ${this.turns} turns. Raise "maxTurns", or say in the instructions when it is done.`;
    const details = { turns: this.turns, toolCalls: this.used as unknown as Json };
    throw new NodeError({ code: 'AGENT_TURNS_EXCEEDED', fault: 'user', message, details });
  }

  private async turn(): Promise<LlmResult> {
    const { ctx, params, turns } = this;
    const account = await modelAccount(ctx, `turn-${turns}`);
    const schema = answerSchema(params.aiFormat, params.aiSchema);
    ctx.progress({ kind: 'turn', turn: turns });
    const result = await generate(account, {
      model: params.aiModel === '' ? usualModel(account.provider) : params.aiModel,
      system: systemOf(params),
      messages: this.messages,
      tools: this.tools.map(asLlmTool),
      onDelta: (delta) => ctx.progress({ kind: 'text', turn: turns, delta }),
      ...(schema === undefined ? {} : { schema }),
      ...(params.maxOutputTokens === undefined ? {} : { maxOutputTokens: params.maxOutputTokens }),
      ...(params.temperature === undefined ? {} : { temperature: params.temperature }),
      ...(params.reasoningEffort === undefined ? {} : { reasoningEffort: params.reasoningEffort }),
    });
    checkNotRefused(result);
    this.count(result);
    return result;
  }

  private count(result: LlmResult): void {
    this.usage = this.usage === undefined ? result.usage : addUsage(this.usage, result.usage);
    this.costUsd =
      this.costUsd === undefined || result.costUsd === undefined ? undefined : this.costUsd + result.costUsd;
    for (const warning of result.warnings) this.warnings.add(warning);
    const wanted = result.toolCalls.map(({ name }) => name);
    const says = wanted.length === 0 ? 'answers' : `asks for ${wanted.join(', ')}`;
    this.ctx.log('info', `Turn ${this.turns}: the model ${says}.`, { usage: { ...result.usage }, model: result.model });
  }

  /** What a tool says. An error is told to the model, which may try otherwise. */
  private async use(call: LlmToolCall, step: string): Promise<LlmMessage> {
    const { ctx, turns } = this;
    ctx.progress({ kind: 'tool', turn: turns, step, name: call.name, status: 'running' });
    const { ok, text } = await this.outcomeOf(call, step);
    const kept = text.slice(0, LONGEST_KEPT);
    this.used.push({ turn: turns, name: call.name, arguments: call.arguments ?? call.argumentsText, ok, result: kept });
    ctx.log(ok ? 'info' : 'warn', `Turn ${turns}: ${call.name} ${ok ? 'answered' : 'failed'}.`, {
      ...{ step, arguments: call.arguments ?? call.argumentsText, result: kept },
    });
    ctx.progress({ kind: 'tool', turn: turns, step, name: call.name, status: ok ? 'completed' : 'failed' });
    return { role: 'tool', toolCallId: call.id, name: call.name, text };
  }

  private async outcomeOf(call: LlmToolCall, step: string): Promise<{ ok: boolean; text: string }> {
    const tool = this.tools.find(({ name }) => name === call.name);
    if (tool === undefined) return { ok: false, text: `Error: there is no tool called "${call.name}".` };
    try {
      return { ok: true, text: shortened(await useTool(this.ctx, tool, { ...call, step })) };
    } catch (error) {
      if (!(error instanceof NodeError) || this.ctx.signal.aborted) throw error;
      return { ok: false, text: `Error ${error.failure.code}: ${error.failure.message}` };
    }
  }

  private summed(result: LlmResult): LlmResult {
    const { costUsd: _cost, ...rest } = result;
    const cost = this.costUsd === undefined ? {} : { costUsd: Number(this.costUsd.toFixed(8)) };
    return { ...rest, ...cost, usage: this.usage ?? result.usage, warnings: [...this.warnings] };
  }
}

/** The output's part about the work. */
export function workOf(run: AgentRun): JsonObject {
  // Tools of one turn answer in any order; the output always tells them in the same.
  const inOrder = [...run.used].sort((one, other) => one.turn - other.turn);
  return { turns: run.turns, toolCalls: inOrder as unknown as Json };
}

function systemOf({ role, instructions }: AgentParams): string {
  return [role.trim() === '' ? '' : `You are: ${role.trim()}`, instructions.trim()]
    .filter((part) => part !== '')
    .join('\n\n');
}

function shortened(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length <= LONGEST_FOR_MODEL) return text;
  return `${text.slice(0, LONGEST_FOR_MODEL)}\n… (${text.length - LONGEST_FOR_MODEL} more characters were left out)`;
}
