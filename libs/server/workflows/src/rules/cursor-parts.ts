import { invalid, keyOf } from '@millrace/server-platform';
import { validate as isUuid } from 'uuid';

/**
 * Value and id inside a cursor that `cursorOf([list, value, id])` made.
 * @throws DomainError `INVALID_CURSOR` for anything else, also for a cursor of another list or order
 */
export function cursorParts(cursor: string, list: string, kind: 'time' | 'text'): { value: string; id: string } {
  const [from, value, id] = keyOf(cursor, 3);
  const isOurs = from === list && typeof value === 'string' && isUuid(id) && !value.includes('\u0000');
  if (!isOurs || (kind === 'time' && Number.isNaN(Date.parse(value)))) {
    throw invalid('INVALID_CURSOR', 'The cursor belongs to another list or order: start again without it.');
  }
  return { value, id: String(id) };
}
