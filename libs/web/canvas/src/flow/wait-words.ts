import type { RecordedWait } from '@millrace/engine';
import type { NodeRun } from '../session/run/node-run';

type EventWait = Extract<RecordedWait, { kind: 'event' }>;

/** What a step waits for in few words, for its card: "until 14:05", "for approval by Ana, until Mon 14:05". Empty when it waits for nothing. */
export function waitWords({ status, wait, waitsUntilMs }: NodeRun, nowMs: number): string {
  if (status !== 'waiting' && status !== 'retrying') return '';
  const until = waitsUntilMs === undefined ? '' : `until ${timeWords(waitsUntilMs, nowMs)}`;
  if (status === 'retrying') return until === '' ? '' : `tries again at ${until.slice('until '.length)}`;
  if (wait?.kind !== 'event') return until;
  return [`for ${asked(wait)}`, until].filter((part) => part !== '').join(', ');
}

const ASKED: Readonly<Record<string, string>> = {
  approval: 'approval',
  form: 'its form',
  webhook: 'a call',
  workflow: 'its workflow',
};

function asked({ name, prompt }: EventWait): string {
  const { kind, assignees } = isObject(prompt) ? prompt : {};
  const words = ASKED[String(kind)];
  if (words === undefined) return `the event “${name}”`;
  const people = Array.isArray(assignees) ? assignees.flatMap((one) => personWords(String(one))) : [];
  return people.length === 0 ? words : `${words} by ${people.join(', ')}`;
}

/** `role:editor` is editors, `mail:ana.lovelace@example.com` Ana Lovelace; who `user:<id>` is, nobody can tell here. */
function personWords(assignee: string): readonly string[] {
  const [kind, ...rest] = assignee.split(':');
  const name = rest.join(':');
  if (kind === 'role') return [`${name}s`];
  if (kind !== 'mail') return [];
  const [local = ''] = name.split('@');
  const words = local.split(/[._+-]+/).filter((word) => word !== '');
  return [words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')];
}

const DAY_MS = 86_400_000;

/** The time alone today, with the weekday within six days, else with the date. */
function timeWords(atMs: number, nowMs: number): string {
  const at = new Date(atMs);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (at.toDateString() === new Date(nowMs).toDateString()) return time;
  const isNear = atMs > nowMs && atMs - nowMs < 6 * DAY_MS;
  const day = at.toLocaleDateString('en-GB', isNear ? { weekday: 'short' } : { day: 'numeric', month: 'short' });
  return `${day} ${time}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
