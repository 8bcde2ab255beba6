import { slotsOf, type NodeCatalogue } from '@millrace/web-canvas';
import type { WorkflowDocument } from '@millrace/workflow-model';

/** A kind of account that a workflow wants, and where. */
export interface WantedAccount {
  readonly title: string;
  /** Names of the steps that sign in with it. */
  readonly steps: readonly string[];
}

/** The accounts without which a workflow cannot run, each kind once, in the order of its steps. */
export function wantedAccounts(document: WorkflowDocument, catalogue: NodeCatalogue): readonly WantedAccount[] {
  const found = new Map<string, string[]>();
  for (const node of document.nodes.filter(({ enabled }) => enabled)) {
    const definition = catalogue.of(node);
    // "GitHub: create issue" signs in with an account of GitHub.
    const [service = node.label] = definition?.title.split(':') ?? [];
    for (const { title = `${service} account` } of slotsOf(node, definition).filter(({ required }) => required))
      found.set(title, [...(found.get(title) ?? []), node.label]);
  }
  return [...found].map(([title, steps]) => ({ title, steps }));
}
