import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { FrameReader, encodeFrame } from './frames';
import type { ChildAnswer } from './read-answer';
import type { SandboxSettings } from './sandbox-options';

const RSS_CHECK_MS = 25;
const START_TIMEOUT_MS = 15_000;
const PAGE_BYTES = 4_096;
const ANSWER_OVERHEAD_BYTES = 512 * 1024;

/** A script on its way to a child. */
export interface ChildRequest {
  readonly code: string;
  readonly names: readonly string[];
  /** JSON list of the values of `names`. */
  readonly globals: string;
  readonly timeoutMs: number;
}

/** How a child ended while a script was running in it. */
export interface ChildDeath {
  readonly status: 'died';
  /** Why we killed it; absent when it died by itself. */
  readonly reason?: KillReason;
  readonly signal: string | null;
}

export type KillReason = 'start' | 'deadline' | 'rss' | 'protocol' | 'cancelled' | 'closed';

/** One child process: runs one script at a time, dies when told to and never hangs its caller. */
export class SandboxChild {
  readonly ready: Promise<boolean>;
  readonly exited: Promise<void>;
  runs = 0;
  private readonly process: ChildProcessByStdio<Writable, Readable, null>;
  private readonly reader: FrameReader;
  private settle: ((result: ChildAnswer | ChildDeath) => void) | undefined;
  private announceReady: (ready: boolean) => void = () => undefined;
  private killedFor: KillReason | undefined;
  private id = 0;

  constructor(private readonly settings: SandboxSettings) {
    this.reader = new FrameReader(settings.maxResultBytes + settings.maxLogBytes * 6 + ANSWER_OVERHEAD_BYTES);
    this.ready = new Promise((resolve) => (this.announceReady = resolve));
    this.process = spawn(process.execPath, flagsOf(settings), {
      // UTC so that dates in scripts do not depend on the machine; nothing else of the environment gets in.
      env: { TZ: 'UTC' },
      cwd: path.parse(settings.childFile).root,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.exited = new Promise((resolve) => {
      this.process.once('error', () => this.ended(null, resolve));
      this.process.once('exit', (_code, signal) => this.ended(signal, resolve));
    });
    this.process.stdout.on('data', (chunk: Buffer) => this.receive(chunk));
    // A child that is gone cannot be written to; its exit tells the story.
    this.process.stdin.on('error', () => undefined);
    const start = setTimeout(() => this.kill('start'), START_TIMEOUT_MS);
    void this.ready.then(() => clearTimeout(start));
    this.unref();
  }

  /** Runs one script; `deadlineMs` after the call the child is killed. Never rejects. */
  async run(request: ChildRequest, deadlineMs: number): Promise<ChildAnswer | ChildDeath> {
    const { code, names, timeoutMs } = request;
    const { maxResultBytes, maxLogLines, maxLogBytes } = this.settings;
    this.runs += 1;
    this.id += 1;
    const header = { id: this.id, code, names, timeoutMs, maxResultBytes, maxLogLines, maxLogBytes };
    const deadline = setTimeout(() => this.kill('deadline'), deadlineMs);
    const watch = setInterval(() => void this.checkMemory(), RSS_CHECK_MS);
    try {
      return await new Promise<ChildAnswer | ChildDeath>((resolve) => {
        this.settle = resolve;
        this.process.stdin.write(encodeFrame(header, request.globals));
      });
    } finally {
      clearTimeout(deadline);
      clearInterval(watch);
      this.settle = undefined;
    }
  }

  /** Ends the process at once; a running script is answered with its death. */
  kill(reason: KillReason): void {
    this.killedFor ??= reason;
    // Whoever waits for the end must see it, even when nothing else keeps the process alive.
    this.process.ref();
    this.process.kill('SIGKILL');
  }

  get alive(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null && this.killedFor === undefined;
  }

  private receive(chunk: Buffer): void {
    try {
      for (const { header, body } of this.reader.push(chunk)) this.accept(header, body);
    } catch {
      // Only a child that is no longer ours writes such frames.
      this.kill('protocol');
    }
  }

  private accept(header: unknown, body: string): void {
    const told = header as { ready?: boolean; id?: number; status?: string };
    if (told.ready === true) this.announceReady(true);
    else if (told.id === this.id) this.settle?.({ status: String(told.status), text: body });
  }

  private ended(signal: string | null, exited: () => void): void {
    this.announceReady(false);
    this.settle?.({ status: 'died', signal, ...(this.killedFor === undefined ? {} : { reason: this.killedFor }) });
    exited();
  }

  /** The child watches itself too; this one holds when the child no longer obeys. Linux only. */
  private async checkMemory(): Promise<void> {
    const statm = await readFile(`/proc/${this.process.pid}/statm`, 'utf8').catch(() => '');
    const residentBytes = Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES;
    if (residentBytes > this.settings.maxRssMb * 1024 * 1024) this.kill('rss');
  }

  /** An idle child keeps nobody's process alive. */
  private unref(): void {
    this.process.unref();
    for (const stream of [this.process.stdin, this.process.stdout]) (stream as unknown as { unref?(): void }).unref?.();
  }
}

/** Node's own permission walls: two folders to read, one addon, no writing, no children, no threads. */
function flagsOf(settings: SandboxSettings): string[] {
  const { childFile, memoryLimitMb, maxRssMb } = settings;
  const isolated = path.dirname(createRequire(childFile).resolve('isolated-vm'));
  const loader = path.dirname(createRequire(path.join(isolated, 'isolated-vm.js')).resolve('node-gyp-build'));
  const readable = [path.dirname(childFile), isolated, loader, '/etc/alpine-release'];
  return [
    '--no-node-snapshot',
    '--permission',
    '--allow-addons',
    ...readable.map((entry) => `--allow-fs-read=${entry}`),
    '--disable-warning=SecurityWarning',
    childFile,
    JSON.stringify({ memoryLimitMb, maxRssMb }),
  ];
}
