import diff from 'microdiff';
import type { Json } from '../json';
import type { ChangedValue } from './document-diff';

/** Every place at which two values of the model differ. A list is compared by index. */
export function changedValues(before: object, after: object): readonly ChangedValue[] {
  if (before === after) return [];
  return diff(present(before), present(after), { cyclesFix: false }).map((difference) => ({
    path: difference.path,
    ...(difference.type === 'CREATE' ? {} : { before: difference.oldValue as Json }),
    ...(difference.type === 'REMOVE' ? {} : { after: difference.value as Json }),
  }));
}

/** What is undefined counts as absent, as it does once it is stored. */
function present(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
