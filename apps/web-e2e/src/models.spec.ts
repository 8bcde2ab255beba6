import { LLMock } from '@copilotkit/aimock';
import { type Client, node, until } from '@millrace/e2e-kit';
import type { Json } from '@millrace/workflow-model';
import { audit } from './testing/audit';
import { row } from './testing/documents';
import { draftOf } from './testing/draft';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

/** Writes slowly, in small pieces, so that one can look on. */
const mock = new LLMock({ port: 0, logLevel: 'silent', latency: 400, chunkSize: 6 });
const journey = stage(async () => {
  await mock.start();
  const ASSISTANT = { ASSISTANT_PROVIDER: 'openai-compatible', ASSISTANT_MODEL: 'local' };
  return { env: { ...ASSISTANT, ASSISTANT_BASE_URL: `${mock.url}/v1` } };
});
afterEach(() => mock.reset());
afterAll(() => mock.stop());

const FOXES = 'Foxes are small, clever and red. They live nearly everywhere, also in cities, and are awake at night.';
const USAGE = { prompt_tokens: 20, completion_tokens: 30, total_tokens: 50 };
const INTENT = 'Send a POST request to Stripe to create a customer named John';

/** The account of the emulated model. */
async function accountOf(client: Client): Promise<string> {
  const values = { apiKey: 'canary-model', baseUrl: `${mock.url}/v1` };
  const body = { type: 'openai-compatible', name: 'Local models', values, allowedDomains: ['127.0.0.1'] };
  return (await client.ok('POST', '/api/credentials', body)).id as string;
}

const withAccount = (one: Json, account: string): Json => ({ ...(one as object), credentials: { account } });

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Gives a picture, as nodes that draw do. */
function drawing(): Json {
  const picture = { fileName: 'fox.png', mimeType: 'image/png', bytes: 70, base64: PNG };
  return node('Draw', 'code', { code: `return { images: [${JSON.stringify(picture)}] };` });
}

journey('a model writes before ones eyes, on the card and in the node, and what it took is told', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const account = await accountOf(client);
  mock.onMessage('Tell me about foxes', { content: FOXES, usage: USAGE });
  const llm = withAccount(node('Write', 'llm', { aiModel: 'local', aiPrompt: 'Tell me about foxes' }), account);
  const bench = await Workbench.open(page, client, row('Writes', [node('Start', 'manual-trigger'), llm]));
  await bench.run();
  await expectVisible(page.getByTestId('live-tail').getByText(/clever/));
  const view = await bench.openNode('Write');
  const pane = view.getByTestId('output-pane');
  await expectVisible(pane.getByTestId('live-text').getByText(/^Foxes are small/));
  await expectVisible(pane.getByTestId('node-cost').getByText(/50 tokens/));
  await expectGone(pane.getByTestId('live-view'));
  await expectVisible(view.getByTestId('choices-origin').getByText('Live from the provider'));
  expect(await audit(page)).toEqual([]);
  await bench.closeNode();
  const id = await client.graphql('query { executions(first: 1) { nodes { id } } }');
  await page.goto(`/runs/${id.data.executions.nodes[0].id}`);
  await expectVisible(page.getByTestId('run-cost').getByText(/50 tokens/));
});

journey('an agent is given a tool in forms, and its turns are seen while it works', async (visitor) => {
  const { page, stage: scene } = visitor;
  const client = await visitor.signIn();
  const account = await accountOf(client);
  const call = { id: 'c1', name: 'look_up', arguments: '{"city":"Oslo"}' };
  mock.on({ userMessage: 'What is the weather?', hasToolResult: false }, { toolCalls: [call] });
  mock.on({ userMessage: 'What is the weather?', hasToolResult: true }, { content: `It is fine in Oslo. ${FOXES}` });
  const agent = withAccount(node('Ask', 'ai-agent', { aiModel: 'local', aiPrompt: 'What is the weather?' }), account);
  const bench = await Workbench.open(page, client, row('Asks', [node('Start', 'manual-trigger'), agent]));
  const view = await bench.openNode('Ask');
  await view.getByRole('button', { name: 'Add tool' }).click();
  await page.getByRole('menuitem', { name: 'HTTP call' }).click();
  const tool = view.getByRole('region', { name: /^Tool / });
  await tool.getByRole('textbox', { name: 'Name', exact: true }).fill('look_up');
  await tool.getByRole('textbox', { name: 'Description' }).fill('Gives the weather of a city.');
  await tool.getByRole('button', { name: 'Add field' }).click();
  await tool.getByRole('textbox', { name: 'Name of field 1' }).fill('city');
  await tool.getByRole('textbox', { name: 'Name of field 1' }).press('Tab');
  await tool.getByRole('textbox', { name: 'URL' }).fill(scene.canary.url('/now?city='));
  await tool.getByRole('button', { name: 'Insert args.city, which the model gives' }).click();
  await expectVisible(tool.getByText(/HTTP call · GET/));
  expect(await audit(page)).toEqual([]);
  await view.getByTestId('run-step').click();
  const pane = view.getByTestId('output-pane');
  await expectVisible(pane.getByTestId('live-view').getByText('Turn 2'));
  await expectVisible(pane.getByTestId('live-view').getByText('answered'));
  await expectVisible(pane.getByTestId('node-cost'));
  expect(scene.canary.hits.map(({ path }) => path)).toContain('/now?city=Oslo');
  await pane.getByText('Log', { exact: true }).click();
  await expectVisible(pane.getByText(/Turn 1: look_up answered/));
});

journey('a sentence fills in an HTTP request: looked at, taken over, and taken back in one step', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const secret = { type: 'stripe', name: 'Shop', values: { secretKey: 'sk_test_canary' } };
  const { id: account } = await client.ok('POST', '/api/credentials', secret);
  const config = {
    method: 'POST',
    url: 'https://api.stripe.com/v1/customers',
    bodyType: 'form',
    body: { name: 'John' },
  };
  const proposal = { config, credentialType: 'stripe', open: [], explanation: 'Creates a customer named John.' };
  mock.onMessage('customer named John', { content: JSON.stringify(proposal) });
  const nodes = [node('Start', 'manual-trigger'), node('Call', 'http-request', { url: 'https://private.example.com' })];
  const bench = await Workbench.open(page, client, row('Calls', nodes));
  const view = await bench.openNode('Call');
  await view.getByTestId('magic-input').click();
  const dialog = page.getByRole('dialog', { name: 'Describe what Call should do' });
  await dialog.getByTestId('magic-intent').fill(INTENT);
  await dialog.getByRole('button', { name: 'Fill in' }).click();
  await expectVisible(dialog.getByText('Creates a customer named John.'));
  await expectVisible(dialog.getByText('https://api.stripe.com/v1/customers'));
  await dialog.getByRole('combobox', { name: /Stripe account/ }).click();
  await page.getByRole('option', { name: 'Shop' }).click();
  expect(await audit(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Accept all' }).click();
  await expectGone(dialog);
  await bench.closeNode();
  await bench.saved();
  const { document } = await draftOf(client, bench.workflowId);
  const call = document.nodes.find(({ label }) => label === 'Call') as unknown as Record<string, unknown>;
  expect(call).toMatchObject({ config, credentials: { account } });
  expect(JSON.stringify(call)).not.toContain('sk_test');
  expect(JSON.stringify(mock.getRequests().map(({ body }) => body))).not.toContain('private.example.com');
  await page.keyboard.press('Control+z');
  await bench.saved();
  await until('the node is as it was', async () => {
    const before = await draftOf(client, bench.workflowId);
    return JSON.stringify(before.document.nodes[1]?.config) === '{"url":"https://private.example.com"}';
  });
});

journey(
  'a workflow is described on the empty canvas, drafted, laid out, and taken back in one step',
  async (visitor) => {
    const { page } = visitor;
    await visitor.signIn();
    const sketch = {
      name: 'Morning news',
      nodes: [
        { id: 'start', type: 'manual-trigger', label: 'Start', config: {} },
        { id: 'fetch', type: 'http-request', label: 'Fetch news', config: { url: 'https://example.com/news' } },
        { id: 'tell', type: 'log', label: 'Tell', config: { message: 'Got {{ Fetchnews.body }}' } },
      ],
      edges: [
        { source: 'start', target: 'fetch' },
        { source: 'fetch', target: 'tell' },
      ],
      explanation: 'Fetches the news and logs them.',
    };
    const answers = [{ types: ['manual-trigger', 'http-request', 'log'] }, sketch];
    let asked = 0;
    mock.onMessage('Fetch the news', () => ({ content: JSON.stringify(answers[Math.min(asked++, 1)]) }));
    const bench = await Workbench.begin(page);
    await page.getByTestId('describe-workflow').click();
    const dialog = page.getByRole('dialog', { name: 'Describe a workflow' });
    await dialog.getByTestId('draft-description').fill('Fetch the news and log them');
    await dialog.getByRole('button', { name: 'Draft', exact: true }).click();
    await expectVisible(dialog.getByText('Fetches the news and logs them.'));
    expect(await audit(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Put it on the canvas' }).click();
    await bench.hasCards(3);
    await bench.hasEdges(2);
    await expectVisible(page.getByText('Morning news'));
    await page.keyboard.press('Control+z');
    await bench.hasCards(0);
  },
);

journey('what no step is called is described, and pictures are shown as such', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, row('Draws', [node('Start', 'manual-trigger'), drawing()]));
  const view = await bench.openNode('Draw');
  await view.getByTestId('run-step').click();
  await expectVisible(view.getByRole('img', { name: 'fox.png' }));
  const download = page.waitForEvent('download');
  await view.getByRole('button', { name: 'Download fox.png' }).click();
  expect((await download).suggestedFilename()).toBe('fox.png');
  expect(await audit(page)).toEqual([]);
  await bench.closeNode();
  await page.keyboard.press('n');
  await page.getByTestId('palette-search').fill('tell the blorgs');
  await page.getByTestId('palette-describe').click();
  const dialog = page.getByRole('dialog', { name: 'Describe what HTTP request should do' });
  expect(await dialog.getByTestId('magic-intent').inputValue()).toBe('tell the blorgs');
  await bench.hasCards(3);
});

journey('an empty list of workflows offers to describe the first one', async (visitor) => {
  const { page } = visitor;
  await visitor.signIn();
  await page.goto('/workflows');
  await page.getByTestId('describe-first').click();
  await expectVisible(page.getByRole('dialog', { name: 'Describe a workflow' }));
});
