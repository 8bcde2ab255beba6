import { flawsOf } from '@millrace/llm';
import type { LlmTool, LlmToolCall } from '@millrace/llm';
import { NodeError } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { z } from 'zod';

/** Slots of the agent whose accounts tools may use. */
export const TOOL_SLOTS = ['tools', 'tools-2', 'tools-3'] as const;

const NAME = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/;
const ANY_ARGUMENTS = { type: 'object', properties: {} };

/** One tool as it stands in the config. Its fixed values are templates over what the model gives: `{{ args.city }}`. */
export const toolSchema = z.object({
  kind: z.enum(['workflow', 'http', 'action']).meta({
    title: 'Kind',
    description: 'A published workflow, an HTTP call, or what another node does.',
    ui: { control: 'select', labels: { workflow: 'Workflow', http: 'HTTP call', action: 'Node' } },
  }),
  name: z
    .string()
    .regex(NAME, 'use letters, digits, _ and -, and begin with a letter')
    .meta({ title: 'Name', description: 'What the model calls it.', ui: { placeholder: 'find_customer' } }),
  description: z
    .string()
    .min(1, 'say what it is good for')
    .max(2_000)
    .meta({
      title: 'Description',
      description: 'When the model is to use it, and what it gives.',
      ui: { control: 'textarea' },
    }),
  parameters: z
    .json()
    .optional()
    .meta({
      title: 'What the model gives',
      description: 'JSON Schema of an object; the model fills it in.',
      ui: { control: 'json' },
    }),
  workflowId: z
    .string()
    .optional()
    .meta({
      title: 'Workflow',
      description: 'Id of a published workflow of this workspace.',
      ui: { control: 'options', options: 'workflows', showWhen: { param: 'kind', is: ['workflow'] } },
    }),
  action: z
    .string()
    .optional()
    .meta({
      title: 'Node',
      description: 'Type of the node, such as `storage`.',
      ui: { control: 'options', options: 'actions', showWhen: { param: 'kind', is: ['action'] } },
    }),
  values: z
    .record(z.string(), z.json())
    .default({})
    .meta({
      title: 'Fixed values',
      description: 'Params that the model cannot change; `{{ args.name }}` puts in what it gave.',
      ui: { control: 'json' },
    }),
  account: z
    .enum(TOOL_SLOTS)
    .optional()
    .meta({
      title: 'Account',
      description: 'Slot of this node whose account the tool uses.',
      ui: { control: 'select' },
    }),
});

export type AgentTool = z.output<typeof toolSchema>;

/** @throws NodeError `AGENT_TOOL_INVALID` when one is not complete, or two have one name */
export function checkTools(tools: readonly AgentTool[]): void {
  for (const tool of tools) checkTool(tool);
  const names = tools.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw invalidTool(`there are two tools called "${twice}"`);
}

/** A tool as a model is told about it. */
export function asLlmTool(tool: AgentTool): LlmTool {
  return { name: tool.name, description: tool.description, parameters: parametersOf(tool) };
}

/**
 * Does what the model asks for. The arguments are checked against the tool's schema first; what the schema does not name is
 * left out, and fixed values win.
 * @throws NodeError of the tool, or `TOOL_ARGUMENTS_INVALID`
 */
export async function useTool(
  ctx: RunContext,
  tool: AgentTool,
  call: LlmToolCall & { readonly step: string },
): Promise<Json> {
  const args = checkedArguments(tool, call);
  const values = ctx.evaluate(tool.values, { args }) as JsonObject;
  const params = { ...args, ...values };
  if (tool.kind === 'workflow') {
    return ctx.actions.runWorkflow({ workflowId: tool.workflowId as string, input: params, step: call.step });
  }
  const account = tool.account === undefined ? undefined : await ctx.credential(tool.account);
  return ctx.actions.call({
    type: tool.kind === 'http' ? 'http-request' : (tool.action as string),
    params: tool.kind === 'http' ? values : params,
    step: call.step,
    ...(account === undefined ? {} : { credentials: { account: account.id } }),
  });
}

function checkTool({ kind, name, workflowId, action, values }: AgentTool): void {
  if (kind === 'workflow' && !workflowId) throw invalidTool(`the tool "${name}" names no workflow`);
  if (kind === 'action' && !action) throw invalidTool(`the tool "${name}" names no node`);
  if (kind === 'http' && values['url'] === undefined)
    throw invalidTool(`the tool "${name}" has no "url" among its values`);
}

function parametersOf({ name, parameters }: AgentTool): JsonObject {
  const schema = typeof parameters === 'string' ? parsed(name, parameters) : parameters;
  return isObject(schema) && Object.keys(schema).length > 0 ? schema : ANY_ARGUMENTS;
}

function parsed(name: string, text: string): Json {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidTool(`the "parameters" of the tool "${name}" are no JSON`);
  }
}

function checkedArguments(tool: AgentTool, call: LlmToolCall): JsonObject {
  const schema = parametersOf(tool);
  const flaws = call.arguments === undefined ? ['it is no JSON'] : flawsOf(schema, call.arguments);
  if (flaws.length > 0 || !isObject(call.arguments)) {
    const message = `The arguments do not fit: ${flaws.join('; ') || 'an object is wanted'}.`;
    throw new NodeError({ code: 'TOOL_ARGUMENTS_INVALID', fault: 'user', message });
  }
  const known = isObject(schema['properties']) ? schema['properties'] : {};
  return Object.fromEntries(Object.entries(call.arguments).filter(([name]) => Object.hasOwn(known, name)));
}

function invalidTool(reason: string): NodeError {
  return new NodeError({ code: 'AGENT_TOOL_INVALID', fault: 'user', message: `The tools cannot be used: ${reason}.` });
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
