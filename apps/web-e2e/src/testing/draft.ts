import type { Client } from '@millrace/e2e-kit';

/** The draft as the server has it: `Log.main>Merge`, sorted. */
export async function wiresOf(client: Client, workflowId: string): Promise<string[]> {
  const { document } = await draftOf(client, workflowId);
  const nameOf = new Map(document.nodes.map(({ id, label }) => [id, label]));
  return document.edges
    .map((edge) => `${nameOf.get(edge.source)}.${edge.sourceHandle}>${nameOf.get(edge.target)}`)
    .sort();
}

/** A point of the canvas. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A draft as the server answers it. */
export interface Draft {
  readonly document: {
    readonly nodes: {
      readonly id: string;
      readonly label: string;
      readonly type: string;
      readonly position: Place;
      readonly config: Readonly<Record<string, unknown>>;
    }[];
    readonly edges: { readonly source: string; readonly sourceHandle: string; readonly target: string }[];
    readonly notes?: { readonly id: string; readonly text: string; readonly position: Place }[];
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly groups?: { readonly id: string; readonly label: string; readonly nodeIds: readonly string[] }[];
  };
}

/** The draft, whole. */
export async function draftOf(client: Client, workflowId: string): Promise<Draft> {
  const query = 'query ($id: ID!) { workflow(id: $id) { draft { document } } }';
  const { data } = await client.graphql(query, { id: workflowId });
  return data.workflow.draft;
}

/** Where the cards of the draft stand, by their names. */
export async function placesOf(client: Client, workflowId: string): Promise<Readonly<Record<string, Place>>> {
  const { document } = await draftOf(client, workflowId);
  return Object.fromEntries(document.nodes.map(({ label, position }) => [label, position]));
}
