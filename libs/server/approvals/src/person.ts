import { isAtLeast, roleMay, roles, type Actor, type Role } from '@millrace/server-identity';

/** How somebody came to decide: in the editor or the inbox, by the API, or by a link in a mail. */
export type DecisionWay = 'app' | 'api' | 'link';

/** Somebody who wants to decide. */
export interface Decider {
  /** `user:<id>` or `mail:<address>`; one vote for each. */
  readonly person: string;
  /** Every assignee that means this person. */
  readonly keys: readonly string[];
  /** Null for people without an account, and for the product itself. */
  readonly userId: string | null;
  /** As the record shows it: an address if there is one. */
  readonly label: string;
  /** Whether an approval that names nobody is for them. */
  readonly mayControl: boolean;
  readonly via: DecisionWay;
}

/** A member as far as approvals ask. */
export interface KnownMember {
  readonly userId: string;
  readonly email: string;
  readonly role: Role;
}

/** Every assignee that means a member: the account, the address, and roles from their own downwards. */
export function keysOf({ userId, email, role }: KnownMember): string[] {
  const below = roles.filter((other) => isAtLeast(role, other));
  return [`user:${userId}`, `mail:${email.toLowerCase()}`, ...below.map((name) => `role:${name}`)];
}

/** A member as a decider. `scopes` are those of the token that they came with. */
export function memberDecider(member: KnownMember, via: DecisionWay, scopes?: Actor['scopes']): Decider {
  const mayControl = roleMay(member.role, 'execution:control') && (scopes?.includes('execution:control') ?? true);
  const { userId, email } = member;
  return { person: `user:${userId}`, keys: keysOf(member), userId, label: email, mayControl, via };
}

/** Somebody without an account, whose address the gate names. */
export function strangerDecider(address: string, via: DecisionWay): Decider {
  const email = address.toLowerCase();
  const person = `mail:${email}`;
  return { person, keys: [person], userId: null, label: email, mayControl: false, via };
}

/** Whether an approval is theirs to decide. */
export function isFor(assignees: readonly string[], { keys, mayControl }: Decider): boolean {
  return assignees.length === 0 ? mayControl : assignees.some((assignee) => keys.includes(assignee));
}

/** What follows the colon of `user:<id>`, `mail:<address>` and `role:<role>`. */
export function partsOf(person: string): { kind: 'user' | 'mail' | 'role'; value: string } {
  const colon = person.indexOf(':');
  const kind = person.slice(0, colon);
  return { kind: kind === 'user' || kind === 'role' ? kind : 'mail', value: person.slice(colon + 1) };
}
