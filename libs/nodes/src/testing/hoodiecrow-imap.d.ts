/** The part of the IMAP server for tests that we use; the package has no types. */
declare module 'hoodiecrow-imap' {
  interface StoredMessage {
    readonly uid: number;
    readonly flags: string[];
    readonly raw: string;
  }

  interface StoredMailbox {
    readonly messages: StoredMessage[];
    uidvalidity: number;
    uidnext: number;
  }

  interface ImapServer {
    readonly server: import('node:net').Server;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    getMailbox(name: string): StoredMailbox;
    appendMessage(mailbox: string, flags: string[], date: Date, raw: string): { message: StoredMessage };
  }

  export default function hoodiecrow(options: {
    readonly plugins?: readonly string[];
    readonly secureConnection?: boolean;
    readonly credentials?: { readonly key: string; readonly cert: string };
    readonly users?: Readonly<Record<string, { readonly password: string }>>;
    readonly storage?: Readonly<Record<string, object>>;
  }): ImapServer;
}
