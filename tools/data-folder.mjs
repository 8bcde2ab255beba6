// The folder of the embedded database and keys: one start at a time, and a signing key that stays the same.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './pg.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets workflows reach the service of the examples on this machine, and nothing else inside, unless the settings say more. */
export function exampleService() {
  const isSet = process.env.OUTBOUND_ALLOW !== undefined || process.env.NODE_ENV === 'production';
  return isSet ? {} : { OUTBOUND_ALLOW: '127.0.0.1:4010,127.0.0.1:4025,127.0.0.1:4143' };
}

/** The setting with the folder of the encrypted secrets, and of the key that opens them. */
export function secretsFolder(dataDir) {
  return { MILLRACE_SECRETS_DIR: process.env.MILLRACE_SECRETS_DIR ?? path.join(dataDir, 'secrets') };
}

/** Whether `pid` still is the process that we think it is: pids are used again. */
function isOurs(pid, words) {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || words.some((word) => readFileSync(commandLine, 'utf8').includes(word));
}

/** Data of `npm start` and `npm run dev`. */
export class DataFolder {
  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    this.lockFile = path.join(folder, 'millrace.lock');
  }

  /** Refuses a second start on the same data; ends what a killed start left behind. */
  async take(stopTimeoutMs) {
    mkdirSync(this.folder, { recursive: true });
    const held = existsSync(this.lockFile) ? JSON.parse(readFileSync(this.lockFile, 'utf8')) : {};
    if (held.pid && held.pid !== process.pid && isOurs(held.pid, ['tools/start.mjs', 'tools/dev.mjs'])) {
      console.error(
        `Millrace already runs on this data (${this.folder}), as process ${held.pid}: http://localhost:${held.port}`,
      );
      process.exit(1);
    }
    for (let waited = 0; held.child && isOurs(held.child, ['main.js']) && waited < stopTimeoutMs; waited += 100) {
      if (waited === 0) process.kill(held.child, 'SIGTERM');
      await pause(100);
    }
    this.rememberChild();
  }

  /** Writes down which process serves, so that the next start can end it when this one was killed. */
  rememberChild(child) {
    writeFileSync(this.lockFile, JSON.stringify({ pid: process.pid, port: this.port, child: child?.pid }));
  }

  release() {
    rmSync(this.lockFile, { force: true });
  }

  /** The setting with the signing key of this folder, made on first start and readable by its owner only; nothing in production. */
  signingKey() {
    if (process.env.JWT_SECRET_KEY || process.env.NODE_ENV === 'production') return {};
    const file = path.join(this.folder, 'jwt-secret');
    if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
    return { JWT_SECRET_KEY: readFileSync(file, 'utf8').trim() };
  }
}
