// The mail of the examples: an SMTP server that takes every mail, and a mailbox into which somebody answers each of them.
import hoodiecrow from 'hoodiecrow-imap';
import { SMTPServer } from 'smtp-server';

const ANSWER = 'Yes, please go on.';

/** Starts both servers; resolves to their ports and `close`. Port 0 takes any free one. */
export async function startExampleMail({ smtpPort = 4025, imapPort = 4143 } = {}) {
  const inbox = hoodiecrow({
    plugins: ['ENABLE', 'UNSELECT', 'IDLE', 'ID'],
    users: { ada: { password: 'mail-for-the-emulator' } },
    storage: { INBOX: {}, '': { separator: '/', folders: {} } },
  });
  const sockets = new Set();
  inbox.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  const outbox = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, _session, done) => {
      const parts = [];
      for await (const part of stream) parts.push(part);
      inbox.appendMessage('INBOX', [], new Date(), answerTo(Buffer.concat(parts).toString('utf8')));
      done();
    },
  });
  await new Promise((resolve) => inbox.listen(imapPort, '127.0.0.1', resolve));
  await new Promise((resolve) => outbox.listen(smtpPort, '127.0.0.1', resolve));
  return {
    smtpPort: outbox.server.address().port,
    imapPort: inbox.server.address().port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => inbox.close(resolve));
      await new Promise((resolve) => outbox.close(resolve));
    },
  };
}

function answerTo(mail) {
  const header = (name) => new RegExp(`^${name}: *(.+)$`, 'im').exec(mail)?.[1]?.trim() ?? '';
  const id = header('Message-ID');
  return [
    `From: ${header('To')}`,
    `To: ${header('From')}`,
    `Subject: Re: ${header('Subject')}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <answer-${Date.now()}@example.com>`,
    `In-Reply-To: ${id}`,
    `References: ${id}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    ANSWER,
    '',
  ].join('\r\n');
}
