import { ConfigError } from '@millrace/server-platform';

/** What a person can mend, by the code of the failure: of Postgres, or of the operating system. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'The database cannot be reached. Check the host and port in DATABASE_URL, and that Postgres runs there.',
  ETIMEDOUT: 'The database does not answer. Check the host and port in DATABASE_URL, and the network in between.',
  ENOTFOUND: 'The host in DATABASE_URL has no address. Check its name.',
  EAI_AGAIN: 'The host in DATABASE_URL has no address at the moment. Check its name, and the name server.',
  '28P01': 'The database refuses the user or password in DATABASE_URL.',
  '28000': 'The database refuses the user in DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist. Create it first.',
  '42501': 'The user in DATABASE_URL may not make tables in this database. Grant it CREATE.',
  EADDRINUSE: 'The PORT is taken by another program. End it, or choose another PORT.',
  EACCES: 'This user may not listen on the PORT. Choose one above 1023.',
  EADDRNOTAVAIL: 'This machine has no address as HOST says. Choose another HOST, such as 0.0.0.0.',
};

/** Why a process could not start: a sentence that names the setting where one is to blame, else the whole error. */
export function describeStartFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, stack, message } = error as Partial<NodeJS.ErrnoException>;
  const reason = code === undefined ? undefined : reasons[code];
  return reason ? `${reason} (${message ?? code})` : String(stack ?? error);
}
