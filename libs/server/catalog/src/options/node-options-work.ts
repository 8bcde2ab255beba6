import { NodeError } from '@millrace/node-sdk';
import { optionSources } from '@millrace/nodes';
import { NodeHttp, RunCredentials, SecretMask } from '@millrace/server-credentials';
import { Bell, GuardedHttp, Logger, Queue } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { NODE_OPTIONS_BELL, answerLine, nodeOptionsQueue } from './node-options.queue';
import type { NodeOptionsAnswer, NodeOptionsJob } from './node-options.queue';

const TIMEOUT_MS = 15_000;

/** Asks services for choices, in a worker. Call `start`; `stop` before the database goes. */
@Injectable()
export class NodeOptionsWork {
  private stopping: (() => Promise<void>) | undefined;

  constructor(
    private readonly queue: Queue,
    private readonly bell: Bell,
    private readonly http: GuardedHttp,
    private readonly credentials: RunCredentials,
    private readonly logger: Logger,
  ) {}

  /** Takes jobs from now on. */
  async start(): Promise<void> {
    this.stopping = await this.queue.work(nodeOptionsQueue, { batchSize: 1, concurrency: 4 }, async (jobs) => {
      for (const { data } of jobs) await this.bell.ring(NODE_OPTIONS_BELL, answerLine(await this.answerTo(data)));
    });
  }

  /** Ends what is under way and takes no more. */
  async stop(): Promise<void> {
    await this.stopping?.();
    this.stopping = undefined;
  }

  private async answerTo(job: NodeOptionsJob): Promise<NodeOptionsAnswer> {
    const { askId, workspaceId, userId, credentialId } = job;
    const mask = new SecretMask();
    try {
      const source = optionSources[job.source];
      const place = { workspaceId, executionId: 'node-options', nodeId: job.source };
      const types = source?.credentialTypes ?? [];
      const credential = await this.credentials.resolve({ ...place, authorId: userId, credentialId, types, mask });
      if (source === undefined || credential === undefined) return { askId, choices: null, message: null };
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const http = new NodeHttp({ http: this.http, idempotencyKey: `node-options:${askId}`, signal, mask });
      return { askId, choices: await source.load(credential, { http, nowMs: Date.now() }), message: null };
    } catch (error) {
      if (error instanceof NodeError) return { askId, choices: null, message: mask.text(error.failure.message) };
      this.logger.error({ error: mask.error(error), source: job.source }, 'choices of a param could not be asked for');
      return { askId, choices: null, message: 'The list could not be loaded because of an error in the product.' };
    }
  }
}
