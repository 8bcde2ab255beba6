import { ProductRig } from './testing/product-rig';

/* What a guest can use up, and that the limits end with the account. */
let rig: ProductRig;
let token: string;

beforeAll(async () => {
  rig = await ProductRig.start({
    MILLRACE_GUESTS: 'on',
    RATE_LIMIT_GUEST_PER_HOUR: '0',
    RATE_LIMIT_GUEST_RUN_PER_HOUR: '2',
  });
});
afterAll(() => rig.stop());
beforeEach(async () => {
  const { data } = await rig.graphql(null, 'mutation { guestStart { session { accessToken } } }');
  token = data.guestStart.session.accessToken;
});

const node = (id: string, type: string) => ({ id, type, label: id, position: { x: 0, y: 0 }, config: {} });
const documentWith = (...triggers: string[]) => ({
  name: 'Trying',
  nodes: [node('note', 'log'), ...triggers.map((type, index) => node(`t${index}`, type))].map((one) =>
    one.type === 'log' ? { ...one, config: { message: 'x' } } : one,
  ),
  edges: triggers.map((_, index) => ({
    id: `e${index}`,
    source: `t${index}`,
    sourceHandle: 'main',
    target: 'note',
    targetHandle: 'main',
  })),
});

const ERRORS = 'errors { code message }';
async function create(document: object) {
  const query = `mutation($input: WorkflowCreateInput!) { workflowCreate(input: $input) { workflow { id } ${ERRORS} } }`;
  return (await rig.graphql(token, query, { input: { document } })).data.workflowCreate;
}
async function publish(document: object) {
  const { workflow } = await create(document);
  const query = `mutation($id: ID!) { workflowPublish(id: $id, input: {}) { ${ERRORS} } }`;
  return (await rig.graphql(token, query, { id: workflow.id })).data.workflowPublish.errors;
}
const start = (id: string) =>
  rig.graphql(
    token,
    `mutation($id: ID!) { executionStart(workflowId: $id, input: { input: {} }) { execution { id } ${ERRORS} } }`,
    { id },
  );

it('a guest starts so many runs an hour, over GraphQL and REST alike', async () => {
  const { workflow } = await create(documentWith('manual-trigger'));
  for (let count = 0; count < 2; count += 1) expect((await start(workflow.id)).data.executionStart.errors).toEqual([]);
  expect((await start(workflow.id)).errors?.[0]?.extensions).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    reason: 'GUEST_LIMIT_REACHED',
  });
  const { status, headers, body } = await rig.rest(token, 'POST', `/api/workflows/${workflow.id}/execute`, {});
  expect([status, body.error.code]).toEqual([429, 'GUEST_LIMIT_REACHED']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(60);
});

it('a guest has so many workflows; who signs up has more', async () => {
  for (let count = 0; count < 20; count += 1) expect((await create(documentWith('manual-trigger'))).errors).toEqual([]);
  expect((await create(documentWith('manual-trigger'))).errors).toMatchObject([{ code: 'GUEST_LIMIT_REACHED' }]);
  const input = { email: 'former-guest@example.com', password: 'correct horse battery' };
  const signUp = 'mutation($input: SignUpInput!) { signUp(input: $input) { session { accessToken } } }';
  token = (await rig.graphql(token, signUp, { input })).data.signUp.session.accessToken;
  expect((await create(documentWith('manual-trigger'))).errors).toEqual([]);
});

it('a guest publishes so many webhooks', async () => {
  expect(await publish(documentWith('webhook-trigger', 'webhook-trigger'))).toEqual([]);
  expect(await publish(documentWith('manual-trigger'))).toEqual([]);
  expect(await publish(documentWith('webhook-trigger', 'webhook-trigger'))).toMatchObject([
    { code: 'GUEST_LIMIT_REACHED' },
  ]);
});

it('a guest has no accounts of services, also not for one run, and no help of a model', async () => {
  await rig.rest(token, 'POST', '/api/keys', { name: 'x', key: 'y', allowedDomains: ['example.com'] }).expect(403);
  const sent = { definition: documentWith('manual-trigger'), integrations: { 'http-bearer': { token: 'a secret' } } };
  const { body } = await rig.rest(token, 'POST', '/api/v2/workflows', sent);
  expect(body.error).toMatchObject({ code: 'GUEST_LIMIT_REACHED' });
  const { errors } = await rig.graphql(token, `mutation { draftWorkflow(description: "x") { ${ERRORS} } }`);
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});
