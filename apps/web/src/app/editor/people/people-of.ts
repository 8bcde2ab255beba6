/** A page on which somebody has the workflow open. */
interface OpenPage {
  readonly clientId: string;
  readonly userId: string;
  readonly name: string;
  /** ISO 8601. */
  readonly since: string;
}

/** Somebody who has the workflow open beside this page. */
export interface PersonHere {
  readonly userId: string;
  readonly name: string;
  /** Whether it is another page of who looks. */
  readonly isSelf: boolean;
  /** ISO 8601. */
  readonly since: string;
}

/** Each person once, since their first page; whoever looks is among them only for another page of their own. */
export function peopleOf(
  pages: readonly OpenPage[],
  own: { readonly clientId: string; readonly userId: string | undefined },
): PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { clientId, userId, name, since } of pages) {
    if (clientId === own.clientId || people.has(userId)) continue;
    people.set(userId, { userId, name, isSelf: userId === own.userId, since });
  }
  return [...people.values()];
}
