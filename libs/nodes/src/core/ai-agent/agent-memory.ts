import type { LlmMessage } from '@millrace/llm';
import type { RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { createHash } from 'node:crypto';

/** Characters of one remembered message. */
const LONGEST = 8_000;

type Exchange = {
  readonly asked: string;
  readonly answered: string;
  /** The attempt that wrote it, so that one that is run again does not remember twice. */
  readonly by: string;
};

/** What an agent remembers of earlier runs under a key: questions and answers, not what tools said. */
export class AgentMemory {
  private readonly name: string;

  constructor(
    private readonly ctx: RunContext,
    key: string,
    private readonly limit: number,
  ) {
    const hash = createHash('sha256').update(key).digest('base64url');
    this.name = `ai-agent/${ctx.execution.workflowId}/${ctx.node.id}/${hash}`;
  }

  /** Earlier exchanges, the oldest first. */
  async recalled(): Promise<LlmMessage[]> {
    const kept = (await this.read()).filter(({ by }) => by !== this.ctx.idempotencyKey).slice(-this.limit);
    return kept.flatMap(({ asked, answered }): LlmMessage[] => [
      { role: 'user', text: asked },
      { role: 'assistant', text: answered },
    ]);
  }

  /** Adds an exchange and forgets the oldest above the limit. */
  async remember(asked: string, answered: string): Promise<void> {
    const by = this.ctx.idempotencyKey;
    const earlier = (await this.read()).filter((exchange) => exchange.by !== by);
    const fresh = { asked: asked.slice(0, LONGEST), answered: answered.slice(0, LONGEST), by };
    await this.ctx.storage.write(this.name, { exchanges: [...earlier, fresh].slice(-this.limit) });
  }

  private async read(): Promise<Exchange[]> {
    const value = (await this.ctx.storage.read(this.name)) as JsonObject | undefined;
    const exchanges: Json | undefined = value?.['exchanges'];
    return Array.isArray(exchanges) ? (exchanges as unknown as Exchange[]) : [];
  }
}
