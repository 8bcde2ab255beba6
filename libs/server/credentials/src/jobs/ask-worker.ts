import { Bell, Queue } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { workerSilent } from '../credentials.errors';
import { CREDENTIAL_BELL, credentialWorkQueue, type CredentialJob } from './credential-work.queue';

/** In case a notice is lost. */
const LOOK_EVERY_MS = 2_000;

/** Sends a job and waits for what the row says once it is done. */
@Injectable()
export class AskWorker {
  constructor(
    private readonly queue: Queue,
    private readonly bell: Bell,
  ) {}

  /**
   * @param id rung when the job is done
   * @param look what the row says; undefined while it says nothing
   * @throws DomainError `WORKER_SILENT`
   */
  async ask<T>(job: CredentialJob, id: string, look: () => Promise<T | undefined>, timeoutMs = 25_000): Promise<T> {
    let wake = (): void => undefined;
    const stop = this.bell.on(CREDENTIAL_BELL, (payload) => {
      if (payload === id) wake();
    });
    try {
      await this.queue.send(credentialWorkQueue, job);
      for (const endMs = performance.now() + timeoutMs; performance.now() < endMs;) {
        const rung = new Promise<void>((resolve) => (wake = resolve));
        const found = await look();
        if (found !== undefined) return found;
        await withinMs(rung, Math.min(LOOK_EVERY_MS, endMs - performance.now()));
      }
      throw workerSilent();
    } finally {
      stop();
    }
  }
}

async function withinMs(rung: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, Math.max(0, ms))));
  await Promise.race([rung, late]);
  clearTimeout(timer);
}
