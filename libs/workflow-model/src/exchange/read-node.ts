import { isObject } from '../data/is-object';
import { nearestKey } from '../data/nearest-key';
import type { DefinitionLookup } from '../node-definition';
import type { Problem } from '../problem';
import { TRIGGER_KINDS, triggerType } from './trigger-types';

/** A node in our own form, as far as it can be read. */
export interface ReadNode {
  readonly node: unknown;
  readonly problems: readonly Problem[];
}

/** The reading of a type and of the config keys that only served to name it. */
interface ReadType {
  readonly type: unknown;
  readonly config: unknown;
  readonly problems: readonly Problem[];
}

/** Reads one node of the exchange form. What is no node at all is left for the document's schema to judge. */
export function readNode(input: unknown, index: number, lookup: DefinitionLookup): ReadNode {
  if (!isObject(input)) return { node: input, problems: [] };
  const present = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  );
  const config = present['config'] ?? {};
  const { type, config: rest, problems } = readType({ node: { ...present, config }, index }, lookup);
  const definition = typeof type === 'string' ? lookup(type, versionOf(present)) : undefined;
  const newest = definition ?? (typeof type === 'string' ? lookup(type) : undefined);
  const accounts = readCredentials({ node: present, index });
  const node = {
    ...accounts.node,
    type: newest?.type ?? type,
    config: rest,
    label: present['label'] ?? newest?.title ?? present['id'],
    typeVersion: present['typeVersion'] ?? newest?.version ?? 1,
  };
  return { node, problems: [...problems, ...accounts.problems] };
}

/** Names of slots stand for accounts that were left out. */
function readCredentials(where: Where): { node: Readonly<Record<string, unknown>>; problems: readonly Problem[] } {
  const { credentials, ...node } = where.node;
  if (!Array.isArray(credentials)) return { node: where.node, problems: [] };
  const problems = credentials.slice(0, 20).map((slot: unknown): Problem => {
    const message = `Node "${String(node['id'])}" had an account in "${String(slot)}", which is not part of the document. Choose one.`;
    const path = ['nodes', where.index, 'credentials'];
    const { id } = node;
    const about = typeof id === 'string' ? { nodeId: id } : {};
    return { code: 'CREDENTIAL_NOT_INCLUDED', severity: 'warning', message, ...about, path };
  });
  return { node, problems };
}

function versionOf(node: Readonly<Record<string, unknown>>): number | undefined {
  const version = node['typeVersion'];
  return typeof version === 'number' ? version : undefined;
}

interface Where {
  readonly node: Readonly<Record<string, unknown>>;
  readonly index: number;
}

function readType(where: Where, lookup: DefinitionLookup): ReadType {
  const { type, config } = where.node;
  if (!isObject(config)) return { type, config, problems: [] };
  if (type === 'trigger') return readTrigger(where, config, lookup);
  if (type === 'action' || type === 'activity') return readAction(where, config);
  return { type, config, problems: [] };
}

function readTrigger(where: Where, config: Readonly<Record<string, unknown>>, lookup: DefinitionLookup): ReadType {
  const { triggerType: given, ...rest } = config;
  const kind = given ?? 'manual';
  const type = triggerType(kind, lookup);
  if (type !== undefined) return { type, config: rest, problems: [] };
  const near = typeof kind === 'string' ? nearestKey(TRIGGER_KINDS, kind) : undefined;
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  const message = `Trigger "${String(where.node['id'])}" has the triggerType ${JSON.stringify(kind)}; use one of ${TRIGGER_KINDS.join(', ')}.${meant}`;
  return {
    type: where.node['type'],
    config,
    problems: [problem('UNKNOWN_TRIGGER_TYPE', message, where, 'triggerType')],
  };
}

function readAction(where: Where, config: Readonly<Record<string, unknown>>): ReadType {
  const { actionId, ...rest } = config;
  if (typeof actionId === 'string' && actionId !== '') return { type: actionId, config: rest, problems: [] };
  const message = `Node "${String(where.node['id'])}" is an action without config.actionId; name the function that it calls, such as "system/http-request".`;
  return { type: where.node['type'], config, problems: [problem('MISSING_ACTION_ID', message, where, 'actionId')] };
}

function problem(code: string, message: string, where: Where, param: string): Problem {
  const { id } = where.node;
  const path = ['nodes', where.index, 'config', param];
  return { code, severity: 'error', message, ...(typeof id === 'string' ? { nodeId: id } : {}), path };
}
