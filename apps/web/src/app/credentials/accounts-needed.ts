const KEY = 'millrace.accounts-needed';

/** What is remembered of a workflow that was just made of something that had no accounts. */
interface Needed {
  /** Nodes that had an account where they come from. */
  readonly nodeIds: readonly string[];
}

/** Remembers, for this tab, that a new workflow wants its accounts: its editor shows a checklist then. */
export function rememberAccountsNeeded(workflowId: string, nodeIds: readonly string[] = []): void {
  sessionStorage.setItem(`${KEY}.${workflowId}`, JSON.stringify({ nodeIds }));
}

/** What was remembered; undefined when there is nothing to ask. */
export function accountsNeeded(workflowId: string): Needed | undefined {
  try {
    const value = JSON.parse(sessionStorage.getItem(`${KEY}.${workflowId}`) ?? 'null') as Needed | null;
    return value && Array.isArray(value.nodeIds) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody wants to be asked again. */
export function forgetAccountsNeeded(workflowId: string): void {
  sessionStorage.removeItem(`${KEY}.${workflowId}`);
}
