import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

/** A mail as the server took it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
  readonly isEncrypted: boolean;
}

/** Answer codes by recipient or, for the whole mail, under `data`. */
export type Refusals = Readonly<Record<string, number>>;

export interface TestSmtpServer {
  readonly port: number;
  readonly taken: TakenMail[];
  /** How many connections were opened. */
  readonly connections: () => number;
  /** From now on these are refused. */
  refuse(refusals: Refusals): void;
  stop(): Promise<void>;
}

/** A mail server on this machine that keeps what it takes. It knows the user `ada` with the password `secret`. */
export async function startSmtpServer(options: SMTPServerOptions = {}): Promise<TestSmtpServer> {
  const taken: TakenMail[] = [];
  let refusals: Refusals = {};
  let connections = 0;
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'ada' && password === 'secret') return done(null, { user: 'ada' });
      done(refusal(refusals['auth'] ?? 535, 'Authentication failed'));
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = refusals[address];
      done(code === undefined ? null : refusal(code, `No such user ${address}`));
    },
    onData: (stream, { envelope, secure }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusals['data'] !== undefined) return done(refusal(refusals['data'], 'Message refused'));
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, source: Buffer.concat(chunks).toString(), isEncrypted: secure });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    taken,
    connections: () => connections,
    refuse: (next) => (refusals = next),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
