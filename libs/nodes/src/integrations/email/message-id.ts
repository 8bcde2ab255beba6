import { createHash } from 'node:crypto';
import { addressIn } from './addresses';

const LONGEST = 160;
const DOMAIN = /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i;

/**
 * `<execution.node[.path]@domain>`, from the idempotency key `<execution>:<node>:<path>`: every attempt makes the same, so a
 * mail that is sent again is the same message for mailboxes and threads.
 */
export function messageIdOf(idempotencyKey: string, from: string): string {
  const [execution = '', node = '', path = '0', ...step] = idempotencyKey.split(':');
  const places = [...(path === '0' ? [] : path.split('/')), ...step];
  const name = [execution, node, ...places].map(atom).join('.');
  const domain = (addressIn(from) ?? '').split('@')[1] ?? '';
  const short = name.length <= LONGEST ? name : createHash('sha256').update(idempotencyKey).digest('hex');
  return `<${short}@${DOMAIN.test(domain) ? domain.toLowerCase() : 'millrace.invalid'}>`;
}

/** A part as headers may hold it; what had to be changed gets a hash, so that two parts stay two. */
function atom(part: string): string {
  const plain = part.replace(/[^\w-]/g, '-');
  if (plain === part && part !== '') return part;
  return `${plain}-${createHash('sha256').update(part).digest('hex').slice(0, 8)}`;
}
