import type { Json, Problem, WorkflowEdge, WorkflowGroup, WorkflowNode, WorkflowNote } from '@millrace/workflow-model';
import type { PinnedPorts, Pins } from '../pins/pinned-data';
import type { AccountDirectory, NamedAccount } from '../ports/account-directory';
import type { ExpressionTools } from '../ports/expression-tools';

/** Mark of our own clipboard text. */
export const CLIPBOARD_KIND = 'wf/nodes@1';

/** A piece of a workflow, as it travels between tabs. */
export interface ClipboardContent {
  readonly nodes: readonly WorkflowNode[];
  /** Only those between the nodes. */
  readonly edges: readonly WorkflowEdge[];
  readonly stickies: readonly WorkflowNote[];
  /** Only those with all their nodes. */
  readonly groups: readonly WorkflowGroup[];
  /** Pinned outputs: node id to a value per port. */
  readonly pins: Pins;
}

/** Accounts by node and slot. */
type Accounts = ReadonlyMap<string, Readonly<Record<string, NamedAccount>>>;

/** As text that any program can show. Accounts are told by type and name: an id means nothing elsewhere. */
export function writeClipboard(content: ClipboardContent, directory?: Pick<AccountDirectory, 'describe'>): string {
  const nodes = content.nodes.map(({ credentials, ...node }) => {
    const told = Object.entries(credentials ?? {}).flatMap(([slot, id]) => {
      const account = directory?.describe(id);
      return account === undefined ? [] : [[slot, { type: account.type, name: account.name }]];
    });
    return told.length === 0 ? node : { ...node, credentials: Object.fromEntries(told) as object };
  });
  return JSON.stringify({ kind: CLIPBOARD_KIND, ...content, nodes }, undefined, 2);
}

/**
 * Reads clipboard JSON; undefined when it is of another kind. Everything is checked: it may come from anywhere. Nodes get
 * the accounts of this workspace that are called as theirs.
 */
export function readClipboard(
  value: Json,
  { parseDocument }: Pick<ExpressionTools, 'parseDocument'>,
  directory?: Pick<AccountDirectory, 'find'>,
): { readonly content: ClipboardContent } | { readonly problems: readonly Problem[] } | undefined {
  if (!isObject(value) || value['kind'] !== CLIPBOARD_KIND) return undefined;
  const { nodes = [], edges = [], stickies = [], groups = [], pins } = value;
  const [bare, accounts] = apart(nodes);
  const { document, problems } = parseDocument({
    id: 'clipboard',
    name: 'Clipboard',
    nodes: bare,
    edges,
    notes: stickies,
    groups,
  });
  if (document === undefined) return { problems };
  const ids = new Set(document.nodes.map((node) => node.id));
  return {
    content: {
      nodes: document.nodes.map((node) => withAccounts(node, accounts, directory)),
      edges: document.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target)),
      stickies: document.notes,
      groups: document.groups,
      pins: pinsOf(pins, ids),
    },
  };
}

/** Nodes without accounts, and their accounts; ids that somebody wrote are left out. */
function apart(nodes: Json): readonly [Json, Accounts] {
  const accounts = new Map<string, Readonly<Record<string, NamedAccount>>>();
  if (!Array.isArray(nodes)) return [nodes, accounts];
  const bare = nodes.map((node) => {
    if (!isObject(node)) return node;
    const { credentials, ...rest } = node;
    if (isObject(credentials)) accounts.set(String(rest['id']), Object.fromEntries(named(credentials)));
    return rest;
  });
  return [bare, accounts];
}

function named(credentials: Readonly<Record<string, Json>>): readonly (readonly [string, NamedAccount])[] {
  return Object.entries(credentials).flatMap(([slot, account]) => {
    if (!isObject(account)) return [];
    const { type, name } = account;
    return typeof type === 'string' && typeof name === 'string' ? [[slot, { type, name }] as const] : [];
  });
}

function withAccounts(
  node: WorkflowNode,
  accounts: Accounts,
  directory: Pick<AccountDirectory, 'find'> | undefined,
): WorkflowNode {
  const found = Object.entries(accounts.get(node.id) ?? {}).flatMap(([slot, account]) => {
    const id = directory?.find(account);
    return id === undefined ? [] : [[slot, id] as const];
  });
  return found.length === 0 ? node : { ...node, credentials: Object.fromEntries(found) };
}

/** The node without accounts that are not of this workspace. */
export function ownAccountsOnly(
  { credentials, ...node }: WorkflowNode,
  directory: Pick<AccountDirectory, 'describe'> | undefined,
): WorkflowNode {
  const own = Object.entries(credentials ?? {}).filter(([, id]) => directory?.describe(id) !== undefined);
  return own.length === 0 ? node : { ...node, credentials: Object.fromEntries(own) };
}

function pinsOf(pins: Json | undefined, nodeIds: ReadonlySet<string>): Pins {
  if (!isObject(pins)) return {};
  const known = Object.entries(pins).filter(
    (pin): pin is [string, PinnedPorts] => nodeIds.has(pin[0]) && isObject(pin[1]),
  );
  return Object.fromEntries(known);
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
