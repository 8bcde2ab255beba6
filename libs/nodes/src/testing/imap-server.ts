import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { selfSigned } from '@millrace/node-sdk/testing';

/** A mailbox on this machine, of the user `ada` with the password `secret`. */
export interface TestImapServer {
  readonly port: number;
  /** Puts a mail into the INBOX, and gives its number. */
  deliver(raw: string, takenAt?: Date): Promise<number>;
  flagsOf(uid: number): Promise<readonly string[]>;
  /** How many connections were opened. */
  connections(): number;
  stop(): Promise<void>;
}

/** With what only a server in this process can do. */
export interface MemoryImapServer extends TestImapServer {
  /** Numbers all mails anew, as after a restore. */
  renumber(): void;
}

/** An IMAP server in this process, which keeps nothing. */
export async function startImapServer(
  options: { secure?: boolean; startTls?: boolean } = {},
): Promise<MemoryImapServer> {
  const server = hoodiecrow({
    plugins: ['ENABLE', 'UNSELECT', 'IDLE', 'ID', ...(options.startTls === true ? ['STARTTLS'] : [])],
    secureConnection: options.secure === true,
    credentials: selfSigned(),
    users: { ada: { password: 'secret' } },
    storage: { INBOX: {}, '': { separator: '/', folders: { Orders: {} } } },
  });
  const sockets = new Set<Socket>();
  let connections = 0;
  server.server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const inbox = server.getMailbox('INBOX');
  return {
    port: (server.server.address() as AddressInfo).port,
    deliver: async (raw, takenAt = new Date()) => server.appendMessage('INBOX', [], takenAt, raw).message.uid,
    flagsOf: async (uid) => inbox.messages.find((message) => message.uid === uid)?.flags ?? [],
    connections: () => connections,
    renumber: () => {
      inbox.uidvalidity += 1;
      inbox.messages.forEach((message, index) => Object.assign(message, { uid: index + 1 }));
      inbox.uidnext = inbox.messages.length + 1;
    },
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
