import { NodeError, implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { createHash } from 'node:crypto';
import { given, objectOf, stepKey, textOf } from '../../../../shared/service-call';
import { callLinear } from '../../linear.client';
import { createTicketDefinition } from './create-ticket.definition';

type Params = ParamsOf<typeof createTicketDefinition>;

const FIELDS = 'id identifier url title';
const CREATE = `mutation CreateTicket($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { ${FIELDS} } } }`;
const FIND = `query FindTicket($id: String!) { issue(id: $id) { ${FIELDS} } }`;
const FIRST_TEAM = 'query FirstTeam { teams(first: 1) { nodes { id } } }';

/** Opens the ticket under an id of ours, so that a second try finds the first one's ticket in place of making another. */
export const createTicketNode = implementNode(createTicketDefinition, {
  run: async (ctx, params) => {
    const id = ticketId(stepKey(ctx));
    const input = inputOf(params, { id, teamId: params.teamId ?? (await usualTeam(ctx)) });
    return output(await created(ctx, id, input));
  },
});

async function created(ctx: RunContext, id: string, input: JsonObject): Promise<JsonObject> {
  try {
    const { issueCreate } = await callLinear(ctx, CREATE, { input });
    return ticketOf(objectOf(issueCreate)['issue']);
  } catch (error) {
    if (!(error instanceof NodeError) || error.failure.code !== 'LINEAR_INVALID_REQUEST') throw error;
    const made = await earlierTicket(ctx, id);
    if (made) return made;
    throw error;
  }
}

/** What an earlier try has made, if that is why this one is refused. */
async function earlierTicket(ctx: RunContext, id: string): Promise<JsonObject | undefined> {
  try {
    const { issue } = await callLinear(ctx, FIND, { id });
    return objectOf(issue)['id'] === id ? ticketOf(issue) : undefined;
  } catch (error) {
    if (error instanceof NodeError && error.failure.fault === 'user') return undefined;
    throw error;
  }
}

async function usualTeam(ctx: RunContext): Promise<string> {
  const own = textOf((await ctx.credential())?.fields['teamId']);
  if (own !== '') return own;
  const { nodes } = objectOf((await callLinear(ctx, FIRST_TEAM, {}))['teams']);
  const id = Array.isArray(nodes) ? textOf(objectOf(nodes[0])['id']) : '';
  if (id !== '') return id;
  const message = 'The account of Linear sees no team. Let it see one, or give the id of a team.';
  throw new NodeError({ code: 'LINEAR_NOT_FOUND', fault: 'user', message });
}

function inputOf(params: Params, { id, teamId }: { id: string; teamId: string }): JsonObject {
  return given<Json>({
    id,
    teamId,
    title: params.ticketTitle,
    description: params.ticketDescription,
    priority: Number(params.ticketPriority),
    assigneeId: params.assigneeId,
    stateId: params.stateId,
    labelIds: params.labelIds?.length ? params.labelIds : undefined,
    projectId: params.projectId,
    dueDate: params.dueDate || undefined,
  });
}

function ticketOf(issue: Json | undefined): JsonObject {
  const { id = null, identifier = null, url = null, title = null } = objectOf(issue);
  return { id, identifier, url, title };
}

/** A UUID of version 4 that follows from the step: Linear takes no other. */
function ticketId(step: string): string {
  const hex = createHash('sha256').update(`linear ticket ${step}`).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
