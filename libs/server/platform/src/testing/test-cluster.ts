import { fork, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const host = path.join('libs', 'server', 'platform', 'src', 'testing', 'cluster-host.mjs');
const READY_TIMEOUT_MS = 60_000;

/** Jest workers share the cluster of the jest process that started them. */
function ownerPid(): number {
  return process.send ? process.ppid : process.pid;
}

function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_CHANNEL_FD: _channel, ...rest } = process.env;
  return rest;
}

/**
 * Address of a running throw-away cluster, as a superuser: the one that `MILLRACE_TEST_PG_URL` names, else one that is
 * started for this test run, shared by all its spec files, and gone when the run ends.
 */
export async function sharedTestCluster(): Promise<string> {
  const given = process.env['MILLRACE_TEST_PG_URL'];
  if (given) return given;
  const folder = path.join(os.tmpdir(), `millrace-test-pg-${ownerPid()}`);
  const urlFile = path.join(folder, 'url');
  if (isFirstToMake(folder)) {
    spawn(process.execPath, [host, folder, String(ownerPid())], {
      detached: true,
      stdio: 'ignore',
      env: environment(),
    }).unref();
  }
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!existsSync(urlFile)) {
    if (Date.now() > deadline) throw new Error(`No Postgres for tests after ${READY_TIMEOUT_MS} ms in ${folder}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return readFileSync(urlFile, 'utf8');
}

function isFirstToMake(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 });
    return true;
  } catch {
    return false;
  }
}

/** A cluster of its own, for tests that stop, kill and start Postgres. Always at the same address. */
export class TestCluster {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** Starts a fresh cluster. */
  static async start(): Promise<TestCluster> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-test-own-pg-'));
    const child = fork(host, [folder], {
      execArgv: [],
      env: environment(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const { url } = await nextAnswer(child);
    if (!url) throw new Error('The cluster for tests did not start');
    return new TestCluster(child, url);
  }

  /** Fast shutdown: connections are cut, data is kept. */
  async stopServer(): Promise<void> {
    await this.#ask('stop');
  }

  /** Immediate shutdown, as after a power cut. */
  async killServer(): Promise<void> {
    await this.#ask('kill');
  }

  /** Starts the server again at the same address. */
  async startServer(): Promise<void> {
    await this.#ask('start');
  }

  /** Removes the cluster. */
  async remove(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await gone;
  }

  async #ask(action: string): Promise<void> {
    const answer = nextAnswer(this.#child);
    this.#child.send(action);
    await answer;
  }
}

function nextAnswer(child: ChildProcess): Promise<{ done: string; url?: string }> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('The host of the test cluster ended'));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.removeListener('exit', onExit);
      resolve(message as { done: string; url?: string });
    });
  });
}
