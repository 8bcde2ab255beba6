import type { Client } from '@millrace/e2e-kit';

/** The draft as the server has it: `Log.main>Merge`, sorted. */
export async function wiresOf(client: Client, workflowId: string): Promise<string[]> {
  const { document } = await draftOf(client, workflowId);
  const nameOf = new Map(document.nodes.map(({ id, label }) => [id, label]));
  return document.edges
    .map((edge) => `${nameOf.get(edge.source)}.${edge.sourceHandle}>${nameOf.get(edge.target)}`)
    .sort();
}

/** A draft as the server answers it. */
export interface Draft {
  readonly document: {
    readonly nodes: { readonly id: string; readonly label: string; readonly type: string }[];
    readonly edges: { readonly source: string; readonly sourceHandle: string; readonly target: string }[];
  };
}

/** The draft, whole. */
export async function draftOf(client: Client, workflowId: string): Promise<Draft> {
  const query = 'query ($id: ID!) { workflow(id: $id) { draft { document } } }';
  const { data } = await client.graphql(query, { id: workflowId });
  return data.workflow.draft;
}
