import type { DefinitionLookup } from '../node-definition';

const TYPE_BY_KIND: ReadonlyMap<string, string> = new Map([
  ['manual', 'manual-trigger'],
  ['webhook', 'webhook-trigger'],
  ['schedule', 'schedule-trigger'],
  ['event', 'event-trigger'],
]);

const KIND_BY_TYPE: ReadonlyMap<string, string> = new Map([...TYPE_BY_KIND].map(([kind, type]) => [type, kind]));

/** Words of the exchange form for the kinds of trigger. */
export const TRIGGER_KINDS: readonly string[] = [...TYPE_BY_KIND.keys()];

/** Type of the trigger that `config.triggerType` names, in any case; also triggers that only the catalogue knows. */
export function triggerType(kind: unknown, lookup: DefinitionLookup): string | undefined {
  if (typeof kind !== 'string') return undefined;
  const word = kind.trim().toLowerCase();
  return TYPE_BY_KIND.get(word) ?? lookup(`${word}-trigger`)?.type;
}

/** Word of the exchange form for a trigger's type. */
export function triggerKind(type: string): string | undefined {
  return KIND_BY_TYPE.get(type);
}
