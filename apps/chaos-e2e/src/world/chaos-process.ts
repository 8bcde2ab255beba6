import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, writeFileSync, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { until } from '@millrace/e2e-kit';
import type { TcpProxy } from './tcp-proxy';

/** How a process of the product is started. */
export interface ProcessParts {
  readonly app: 'api' | 'worker';
  readonly name: string;
  readonly port: number;
  /** Folder for its log and the file that moves its clock. */
  readonly folder: string;
  readonly proxy: TcpProxy;
  /** Database address as the proxy serves it. */
  readonly databaseUrl: string;
  readonly env: Readonly<Record<string, string>>;
}

const JUMP_FILE = path.join('apps', 'chaos-e2e', 'src', 'world', 'clock-jump.mjs');

/** One process of the product that is killed, frozen and started again. Every life has a name and a pid of its own. */
export class ChaosProcess {
  readonly #log: WriteStream;
  #child: ChildProcess | undefined;
  /** Pid by the name under which that life writes to Postgres. */
  readonly lives = new Map<string, number>();
  /** Whether a fault has it in hand just now. */
  isTroubled = false;
  /** How it ended though nobody told it to, after it had been ready. */
  readonly selfEnds: string[] = [];
  #wasReady = false;

  constructor(private readonly parts: ProcessParts) {
    this.#log = createWriteStream(this.logFile, { flags: 'a' });
    this.setClock(0);
  }

  get name(): string {
    return this.parts.name;
  }

  get app(): 'api' | 'worker' {
    return this.parts.app;
  }

  get proxy(): TcpProxy {
    return this.parts.proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.parts.port}`;
  }

  get logFile(): string {
    return path.join(this.parts.folder, `${this.parts.name}.log`);
  }

  get #clockFile(): string {
    return path.join(this.parts.folder, `${this.parts.name}.clock`);
  }

  /** Starts a new life; the last one must be over. */
  start(): void {
    const { app, name, port, databaseUrl, env } = this.parts;
    const life = `${name}.${this.lives.size + 1}`;
    const url = new URL(databaseUrl);
    url.searchParams.set('application_name', life);
    const main = path.join('dist', 'apps', app, 'main.js');
    const child = spawn(process.execPath, ['--import', `./${JUMP_FILE}`, '--enable-source-maps', main], {
      env: {
        ...{ PATH: process.env['PATH'], ...env, PORT: String(port), DATABASE_URL: url.toString() },
        CHAOS_CLOCK_FILE: this.#clockFile,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(this.#log, { end: false });
    child.stderr.pipe(this.#log, { end: false });
    this.#child = child;
    this.#wasReady = false;
    this.lives.set(life, child.pid ?? 0);
    child.once('exit', (code, signal) => {
      if (this.#wasReady && this.#child === child) this.selfEnds.push(`${life} ended by itself with ${code ?? signal}`);
    });
  }

  /** Resolves when it says that it is ready. A start that fails, as without a database, is made again: so do supervisors. */
  async ready(timeoutMs = 60_000): Promise<void> {
    await until(`${this.name} is ready`, () => this.#isReady(), timeoutMs);
    this.#wasReady = true;
  }

  async #isReady(): Promise<boolean> {
    if (this.#hasEnded) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      this.start();
    }
    return fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  get #hasEnded(): boolean {
    const { exitCode, signalCode } = this.#child ?? { exitCode: 0, signalCode: null };
    return exitCode !== null || signalCode !== null;
  }

  /** Sends a signal; resolves when the process is gone, at once for those that only stop it or let it go on. */
  async signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    if (this.#child === undefined || this.#hasEnded) return;
    const ended = once(this.#child, 'exit');
    if (name === 'SIGKILL' || name === 'SIGTERM') this.#wasReady = false;
    this.#child.kill(name);
    if (name === 'SIGKILL' || name === 'SIGTERM') await ended;
  }

  /** Hours by which its clock is wrong. */
  setClock(hours: number): void {
    writeFileSync(this.#clockFile, String(hours));
  }

  /** Ends it for good, gracefully if it can be done in time. */
  async end(): Promise<void> {
    await this.signal('SIGCONT');
    const timer = setTimeout(() => void this.signal('SIGKILL'), 20_000);
    await this.signal('SIGTERM');
    clearTimeout(timer);
    this.#log.end();
  }
}
