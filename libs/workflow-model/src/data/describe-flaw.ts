import { LIMITS } from '../limits';
import type { JsonFlaw } from './json-flaws';

/** Second half of a sentence about a flaw, after "…at this place": what is wrong and how to mend it. */
export function describeFlaw(kind: JsonFlaw['kind']): string {
  switch (kind) {
    case 'forbidden-key':
      return 'is a key that objects use themselves; give it another name';
    case 'too-deep':
      return `lies too deep: objects and lists may lie ${LIMITS.configDepth} deep inside one another; make it flatter or keep it as JSON text`;
    case 'not-json':
      return 'is not a JSON value; use text, a finite number, true, false, null, a list or an object';
    case 'unstorable-text':
      return 'holds a NUL character or half of a surrogate pair, which cannot be stored; take it out';
  }
}
