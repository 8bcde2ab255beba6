import type { SandboxPort, SandboxRequest, SandboxResult } from '@millrace/node-sdk';
import { SandboxChild } from './child-process';
import type { ChildDeath, ChildRequest } from './child-process';
import { readAnswer } from './read-answer';
import { SandboxError, outOfMemory, outputTooLarge, timedOut, unavailable } from './sandbox-error';
import { KILL_GRACE_MS, MAX_TIMEOUT_MS, settingsOf } from './sandbox-options';
import type { SandboxPoolOptions, SandboxSettings } from './sandbox-options';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const MAX_FAILED_STARTS = 3;

interface Waiting {
  resolve(child: SandboxChild): void;
  reject(error: SandboxError): void;
}

/**
 * Untrusted JavaScript in a pool of killable child processes. Every script gets an isolate of its own inside a child;
 * children are started at the first use, replaced when they die, and end with this process.
 */
export class SandboxPool implements SandboxPort {
  private readonly settings: SandboxSettings;
  private readonly children = new Set<SandboxChild>();
  private readonly idle: SandboxChild[] = [];
  private readonly queue: Waiting[] = [];
  private failedStarts = 0;
  private closed = false;

  constructor(options: SandboxPoolOptions) {
    this.settings = settingsOf(options);
  }

  /** Starts the children before the first script asks for them. Resolves when one can run scripts (or none could start). */
  async warm(): Promise<void> {
    this.fill();
    await Promise.race([...this.children].map((child) => child.ready));
  }

  /** Ends every child; scripts that run or wait fail with `SANDBOX_UNAVAILABLE`. */
  async close(): Promise<void> {
    this.closed = true;
    for (const waiting of this.queue.splice(0)) waiting.reject(unavailable('The server is stopping.'));
    const children = [...this.children];
    for (const child of children) child.kill('closed');
    await Promise.all(children.map((child) => child.exited));
  }

  async run(request: SandboxRequest): Promise<SandboxResult> {
    const prepared = this.prepared(request);
    const child = await this.acquire(request);
    const cancel = (): void => child.kill('cancelled');
    request.signal?.addEventListener('abort', cancel, { once: true });
    try {
      if (request.signal?.aborted === true) throw cancelled();
      const answer = await child.run(prepared, prepared.timeoutMs + KILL_GRACE_MS);
      if (answer.status === 'died') throw this.deathOf(answer as ChildDeath, prepared.timeoutMs);
      return readAnswer(answer as Exclude<typeof answer, ChildDeath>, {
        ...this.settings,
        timeoutMs: prepared.timeoutMs,
      });
    } finally {
      request.signal?.removeEventListener('abort', cancel);
      this.release(child);
    }
  }

  private prepared(request: SandboxRequest): ChildRequest {
    const names = Object.keys(request.globals);
    const wrong = names.find((name) => !IDENTIFIER.test(name));
    if (wrong !== undefined) throw new TypeError(`"${wrong}" cannot be the name of a global in a script.`);
    const globals = JSON.stringify(Object.values(request.globals));
    if (globals.length > this.settings.maxGlobalsBytes) {
      const message = `The code is given more than ${this.settings.maxGlobalsBytes} bytes of JSON. Pass less on to this node.`;
      throw new SandboxError({ code: 'CODE_INPUT_TOO_LARGE', message });
    }
    const timeoutMs = Math.min(Math.max(1, request.timeoutMs ?? MAX_TIMEOUT_MS), MAX_TIMEOUT_MS);
    return { code: request.code, names, globals, timeoutMs };
  }

  private async acquire(request: SandboxRequest): Promise<SandboxChild> {
    if (this.closed) throw unavailable('The server is stopping.');
    if (request.signal?.aborted === true) throw cancelled();
    const child = this.takeIdle();
    if (child !== undefined) return child;
    if (this.queue.length >= this.settings.maxQueue) throw unavailable('Too many scripts are waiting to run.');
    this.fill();
    return this.inTurn(request);
  }

  private inTurn(request: SandboxRequest): Promise<SandboxChild> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.queue.splice(this.queue.indexOf(waiting), 1);
        reject(cancelled());
      };
      const settled = (): void => request.signal?.removeEventListener('abort', leave);
      const waiting: Waiting = {
        resolve: (child) => (settled(), resolve(child)),
        reject: (error) => (settled(), reject(error)),
      };
      this.queue.push(waiting);
      request.signal?.addEventListener('abort', leave, { once: true });
    });
  }

  private takeIdle(): SandboxChild | undefined {
    let child = this.idle.pop();
    while (child !== undefined && !child.alive) child = this.idle.pop();
    return child;
  }

  private release(child: SandboxChild): void {
    if (child.runs >= this.settings.maxRunsPerChild) child.kill('closed');
    if (child.alive) this.offer(child);
  }

  private offer(child: SandboxChild): void {
    const next = this.queue.shift();
    if (next === undefined) this.idle.push(child);
    else next.resolve(child);
  }

  private fill(): void {
    while (!this.closed && this.children.size < this.settings.size) this.start();
  }

  private start(): void {
    const child = new SandboxChild(this.settings);
    this.children.add(child);
    void child.ready.then((ready) => {
      this.failedStarts = ready ? 0 : this.failedStarts + 1;
      if (ready && !this.closed) this.offer(child);
    });
    void child.exited.then(() => this.replace(child));
  }

  /** A dead child is followed by a new one, unless starting fails again and again: then those who wait are told. */
  private replace(child: SandboxChild): void {
    this.children.delete(child);
    if (this.failedStarts < MAX_FAILED_STARTS) return this.fill();
    this.failedStarts = 0;
    const error = unavailable('The sandbox for code could not be started. Look at the server log.');
    for (const waiting of this.queue.splice(0)) waiting.reject(error);
  }

  private deathOf(death: ChildDeath, timeoutMs: number): SandboxError {
    if (death.reason === 'deadline') return timedOut(timeoutMs);
    if (death.reason === 'protocol') return outputTooLarge(this.settings.maxResultBytes);
    if (death.reason === 'cancelled') return cancelled();
    if (death.reason === 'closed') return unavailable('The server is stopping.');
    if (death.signal === 'SIGSEGV' || death.signal === 'SIGBUS') {
      return new SandboxError({ code: 'CODE_ERROR', message: 'The code crashed its sandbox.' });
    }
    // SIGKILL from itself or the kernel, SIGABRT and SIGTRAP from V8: all of them mean that memory ran out.
    return outOfMemory(this.settings.memoryLimitMb);
  }
}

function cancelled(): SandboxError {
  return new SandboxError({ code: 'CODE_CANCELLED', message: 'The code was stopped because the run was cancelled.' });
}
