import type { IconName } from '@millrace/web-ui';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { isObject, textAt } from './schema';

/** What an agent's tool does. */
export type ToolKind = 'workflow' | 'http' | 'action';

/** A tool of an agent as its card shows it. */
export interface ToolLook {
  readonly kind: ToolKind;
  readonly icon: IconName;
  /** "HTTP call · GET https://…". */
  readonly summary: string;
  /** What is still missing, as a sentence; undefined when it is complete. */
  readonly missing?: string;
}

/** Words and signs of the kinds. */
export const TOOL_KINDS: readonly { readonly value: ToolKind; readonly label: string; readonly icon: IconName }[] = [
  { value: 'workflow', label: 'Workflow', icon: 'workflow' },
  { value: 'http', label: 'HTTP call', icon: 'globe' },
  { value: 'action', label: 'Node', icon: 'box' },
];

const NAME = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/;

/** A new tool of a kind, with a name that no other has. */
export function newTool(kind: ToolKind, others: readonly Json[]): JsonObject {
  const taken = new Set(others.flatMap((other) => (isObject(other) ? [textAt(other, 'name')] : [])));
  const stem = { workflow: 'run_workflow', http: 'call_api', action: 'use_node' }[kind];
  let name = stem;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}_${number}`;
  return { kind, name, description: '', ...(kind === 'http' && { values: { method: 'GET' } }) };
}

/** How a tool looks in the list. */
export function toolLook(tool: JsonObject, others: readonly Json[] = []): ToolLook {
  const kind = kindOf(tool);
  const known = TOOL_KINDS.find(({ value }) => value === kind);
  const values = isObject(tool['values']) ? tool['values'] : {};
  const about = {
    workflow: '',
    http: [textAt(values, 'method'), textAt(values, 'url')].filter(Boolean).join(' '),
    action: textAt(tool, 'action') ?? '',
  }[kind];
  const missing = missingOf(tool, kind, others);
  return {
    kind,
    icon: known?.icon ?? 'box',
    summary: [known?.label, about].filter(Boolean).join(' · '),
    ...(missing !== undefined && { missing }),
  };
}

/** What kind a tool is of; a workflow when it does not say. */
export function kindOf(tool: JsonObject): ToolKind {
  const { kind } = tool;
  return kind === 'http' || kind === 'action' ? kind : 'workflow';
}

/** The tool as another kind: what only the other kind had goes. */
export function withKind(tool: JsonObject, kind: ToolKind): JsonObject {
  const { workflowId: _workflow, action: _action, values: _values, account, ...rest } = tool;
  return {
    ...rest,
    kind,
    ...(kind !== 'workflow' && account !== undefined && { account }),
    ...(kind === 'http' && { values: { method: 'GET' } }),
  };
}

/** A text as a fixed value: JSON where it is an object or a list, else as it is. */
export function fixedValue(text: string): Json {
  if (!/^\s*(?:\{(?!\{)|\[)/.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Names of what the model gives, for `{{ args.name }}`. */
export function argumentNames(tool: JsonObject): readonly string[] {
  const { parameters } = tool;
  const properties = isObject(parameters) ? parameters['properties'] : undefined;
  return isObject(properties) ? Object.keys(properties) : [];
}

function missingOf(tool: JsonObject, kind: ToolKind, others: readonly Json[]): string | undefined {
  const name = textAt(tool, 'name');
  const values = isObject(tool['values']) ? tool['values'] : {};
  if (name === undefined) return 'It needs a name.';
  if (!NAME.test(name)) return 'Its name: letters, digits, _ and -, beginning with a letter.';
  if (others.filter((other) => isObject(other) && other['name'] === name).length > 1)
    return 'Another tool has this name.';
  if (kind === 'workflow' && textAt(tool, 'workflowId') === undefined) return 'Choose the workflow.';
  if (kind === 'action' && textAt(tool, 'action') === undefined) return 'Choose the node.';
  if (kind === 'http' && values['url'] === undefined) return 'It needs a URL.';
  return textAt(tool, 'description') === undefined ? 'Say when the agent is to use it.' : undefined;
}
