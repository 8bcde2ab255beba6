import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ImapFlow } from 'imapflow';
import type { TestImapServer } from './imap-server';

const BINARY = '/usr/sbin/dovecot';
const PATIENCE_MS = 20_000;

/** Whether Debian's dovecot is installed here, and may be started. */
export function hasDovecot(): boolean {
  return existsSync(BINARY) && process.getuid?.() === 0;
}

/** Dovecot in a folder of its own. */
export async function startDovecot(): Promise<TestImapServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'millrace-dovecot-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { uid, gid } = nobody();
  mkdirSync(path.join(folder, 'home'), { mode: 0o777 });
  chmodSync(path.join(folder, 'home'), 0o777);
  const file = path.join(folder, 'dovecot.conf');
  writeFileSync(file, configuration({ folder, port, uid, gid }));
  const server = spawn(BINARY, ['-F', '-c', file], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await listening(port);
  return {
    port,
    deliver: (raw, takenAt) =>
      withClient(port, async (client) => {
        const answer = await client.append('INBOX', raw, [], takenAt ?? new Date());
        return answer === false ? 0 : Number(answer.uid);
      }),
    flagsOf: (number) =>
      withClient(port, async (client) => {
        await client.mailboxOpen('INBOX', { readOnly: true });
        const found = await client.fetchOne(String(number), { flags: true }, { uid: true });
        return found ? [...(found.flags ?? [])] : [];
      }),
    connections: () => 0,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function withClient<T>(port: number, use: (client: ImapFlow) => Promise<T>): Promise<T> {
  const auth = { user: 'ada', pass: 'secret' };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false, disableAutoIdle: true });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.logout();
  }
}

function configuration({ folder, port, uid, gid }: { folder: string; port: number; uid: number; gid: number }): string {
  return `
base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/home/Maildir
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}

/** The user that owns nothing. */
function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function listening(port: number): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => setTimeout(() => resolve(false), 20));
    });
    if (isOpen) return;
    if (Date.now() > giveUpAt) throw new Error('dovecot did not come up');
  }
}
