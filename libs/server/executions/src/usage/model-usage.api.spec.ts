import { ApiRig, definition } from '../testing/api-rig';

let rig: ApiRig;

beforeAll(async () => {
  rig = await ApiRig.start();
});
afterAll(() => rig.stop());

const ANSWER = { text: 'Hello', usage: { inputTokens: 100, outputTokens: 20, totalTokens: 120 }, costUsd: 0.002 };
const QUERY = `query($w: ID!) { executions(filter: { workflowId: $w }) {
  nodes { id modelUsage { inputTokens outputTokens totalTokens costUsd isPartial } } } }`;

async function workflowWith(type: string, config: object = {}): Promise<string> {
  const document = definition();
  const nodes = (document['nodes'] as { id: string }[]).map((node) =>
    node.id === 'a' ? { ...node, type, config } : node,
  );
  const { body } = await rig.rest('post', '/api/workflows', { ...document, nodes }).expect(201);
  return body.id as string;
}

async function start(workflowId: string): Promise<string> {
  const { body } = await rig.rest('post', `/api/workflows/${workflowId}/execute`, { input: {} }).expect(202);
  return body.executionId as string;
}

async function usages(w: string): Promise<unknown[]> {
  const { executions } = await rig.graphql<{ executions: { nodes: { modelUsage: unknown }[] } }>(QUERY, { w });
  return executions.nodes.map(({ modelUsage }) => modelUsage);
}

it('a list of runs tells what models took in those that are over', async () => {
  const workflowId = await workflowWith('llm', { aiPrompt: 'Say hello' });
  const [first] = [await start(workflowId), await start(workflowId)];
  await rig.finish(first, ANSWER);
  expect(await usages(workflowId)).toEqual([
    null,
    { inputTokens: 100, outputTokens: 20, totalTokens: 120, costUsd: 0.002, isPartial: false },
  ]);
});

it('what a node only hands on was not asked by it', async () => {
  const workflowId = await workflowWith('no-op');
  await rig.finish(await start(workflowId), ANSWER);
  expect(await usages(workflowId)).toEqual([null]);
});
