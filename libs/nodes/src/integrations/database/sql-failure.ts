import { NodeError } from '@millrace/node-sdk';
import type { Fault } from '@millrace/node-sdk';
import type { JsonObject } from '@millrace/workflow-model';
import type { SqlPhase, SqlTrouble } from './sql-session';

/** What drivers tell about a failure. */
interface DriverError {
  readonly code?: string;
  readonly message: string;
  /** Of MySQL. */
  readonly sqlState?: string;
  readonly errno?: number;
  readonly sqlMessage?: string;
  /** Of PostgreSQL. */
  readonly severity?: string;
  readonly position?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
}

type Verdict = readonly [code: string, fault: Fault, advice: string];

const LONGEST_TOLD = 300;
const TLS_TROUBLE = /certificate|self.signed|altname|hostname\/ip|wrong version number|ssl|tls|secure connection/i;
/** Numbers of MySQL that its SQLSTATE does not tell apart. */
const MYSQL: Readonly<Record<number, string>> = {
  1040: '53300',
  1064: '42601',
  1044: '28000',
  1045: '28000',
  1049: '3D000',
  1203: '53300',
  1205: '55P03',
  1213: '40P01',
  1226: '53300',
  1317: '57014',
  1698: '28000',
  1792: '25006',
  1836: '25006',
  1969: '57014',
  3024: '57014',
  1053: '57P01',
  1927: '57P01',
};

const BY_STATE: Readonly<Record<string, Verdict>> = {
  '57014': [
    'DATABASE_TIMEOUT',
    'user',
    'stopped the statement because it ran too long. Make it faster, or raise the timeout.',
  ],
  '25006': [
    'DATABASE_READ_ONLY',
    'user',
    'refuses to change anything: the node is set to only read. Turn off "Only read".',
  ],
  '3D000': ['DATABASE_NOT_FOUND', 'user', 'has no such database. Check the credential.'],
  '42601': ['DATABASE_SYNTAX', 'user', 'does not understand the statement. A node takes one statement.'],
  '55P03': ['DATABASE_BUSY', 'transient', 'is held up by another transaction.'],
  '42501': ['DATABASE_FORBIDDEN', 'user', 'does not allow this to the user of the credential.'],
};

const BY_CLASS: Readonly<Record<string, Verdict>> = {
  '08': ['DATABASE_CONNECTION', 'transient', 'cannot be reached, or hung up.'],
  '23': ['DATABASE_CONSTRAINT', 'user', 'refuses the values: they break a rule of the table.'],
  '28': ['DATABASE_AUTH', 'user', 'does not accept user and password. Enter them again in the credential.'],
  '40': ['DATABASE_BUSY', 'transient', 'gave another transaction the right of way.'],
  '53': ['DATABASE_BUSY', 'transient', 'takes no more work at the moment.'],
  '57': ['DATABASE_CONNECTION', 'transient', 'is being stopped or started.'],
};

const REFUSED: Verdict = ['DATABASE_REFUSED', 'user', 'refuses the statement.'];
const UNCERTAIN: Verdict = [
  'DATABASE_UNCERTAIN',
  'user',
  'hung up while the change was made final, so it may have been made or not. Look there before you run the node again.',
];

/** A failure of a statement. Holds its SQLSTATE and names of the schema, never the statement or its values. */
export function sqlFailure({ cause, phase }: SqlTrouble, host: string, readOnly: boolean): NodeError {
  const error = cause as DriverError;
  const state = stateOf(error);
  const [code, fault, advice] = verdictOn(error, state, { phase, readOnly });
  const told = state === undefined ? '' : toldBy(error);
  const message = `${host} ${advice}${told === '' ? '' : ` It says: ${told}`}`;
  return new NodeError({ code, fault, message, ...detailsOf(error, state) }, { cause });
}

function stateOf({ errno, sqlState, code, severity }: DriverError): string | undefined {
  if (errno !== undefined && MYSQL[errno] !== undefined) return MYSQL[errno];
  if (sqlState !== undefined && sqlState !== '') return sqlState;
  return severity !== undefined && /^[\dA-Z]{5}$/.test(code ?? '') ? code : undefined;
}

function verdictOn(
  error: DriverError,
  state: string | undefined,
  { phase, readOnly }: { phase: SqlPhase; readOnly: boolean },
): Verdict {
  if (state !== undefined) {
    const verdict = BY_STATE[state] ?? BY_CLASS[state.slice(0, 2)] ?? REFUSED;
    return isLost(verdict) && phase === 'commit' && !readOnly ? UNCERTAIN : verdict;
  }
  if (phase === 'begin' && TLS_TROUBLE.test(`${error.code ?? ''} ${error.message}`)) {
    return ['DATABASE_TLS', 'user', 'cannot be reached over an encrypted connection that is good. Check "Encryption".'];
  }
  return phase === 'commit' && !readOnly ? UNCERTAIN : BY_CLASS['08']!;
}

function isLost([code]: Verdict): boolean {
  return code === 'DATABASE_CONNECTION';
}

/** The sentence of the server without values, which it puts into quotes at the end. */
function toldBy(error: DriverError): string {
  return (error.sqlMessage ?? error.message)
    .replace(/: ["'][\s\S]*$/, '')
    .replace(/(?:entry|value:?|near) '[\s\S]*?'(?= for | at |$)/gi, (part) => `${part.split(' ')[0] ?? ''} …`)
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_TOLD);
}

function detailsOf(error: DriverError, state: string | undefined): { details?: JsonObject } {
  if (state === undefined) return {};
  const { constraint, table, column, position } = error;
  const known = Object.entries({ constraint, table, column, position }).filter(([, value]) => value !== undefined);
  return { details: { sqlState: error.sqlState || state, ...(Object.fromEntries(known) as JsonObject) } };
}
