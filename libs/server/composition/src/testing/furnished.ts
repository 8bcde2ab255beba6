import type { ProductRig, Somebody } from './product-rig';

/** A workspace with one of every kind of thing, all of them called after `mark`. */
export interface Furnished {
  readonly owner: Somebody;
  readonly workflowId: string;
  readonly executionId: string;
}

const node = (id: string, type: string, config: object = {}) => ({
  id,
  type,
  label: id,
  position: { x: 0, y: 0 },
  config,
});

const documentOf = (mark: string): object => ({
  name: `${mark} workflow`,
  nodes: [
    node('start', 'manual-trigger'),
    node('hook', 'webhook-trigger'),
    node('clock', 'schedule-trigger', { mode: 'interval', every: { value: 1, unit: 'hours' } }),
    node('event', 'event-trigger', { eventName: `${mark}.happened` }),
    node('note', 'log', { message: `${mark} message` }),
  ],
  edges: ['start', 'hook', 'clock', 'event'].map((source) => ({
    id: `${source}-note`,
    source,
    sourceHandle: 'main',
    target: 'note',
    targetHandle: 'main',
  })),
  metadata: { description: `${mark} description`, tags: [mark] },
});

/** Makes everything that a person can make, and by hand what only workers make. */
export async function furnish(rig: ProductRig, mark: string): Promise<Furnished> {
  const owner = await rig.person(`${mark} owner`);
  const token = await rig.tokenOf(owner);
  const mutate = async (query: string, variables: object = {}) => {
    const { data, errors } = await rig.graphql(token, query, variables);
    const payload = Object.values((data ?? {}) as Record<string, Record<string, unknown>>)[0];
    const problems = errors ?? (payload?.['errors'] as unknown[]);
    if (problems.length > 0) throw new Error(`${query}: ${JSON.stringify([problems, payload])}`);
    return payload as Record<string, Record<string, string>>;
  };
  const ERRORS = 'errors { code message }';
  const { workflow } = await mutate(
    `mutation($input: WorkflowCreateInput!) { workflowCreate(input: $input) { workflow { id } ${ERRORS} } }`,
    { input: { document: documentOf(mark) } },
  );
  const id = workflow?.['id'] as string;
  const pins = { main: { text: `${mark} pin` } };
  await mutate(
    `mutation($id: ID!, $pins: JSON!) { workflowPinSet(workflowId: $id, nodeId: "note", ports: $pins) { ${ERRORS} } }`,
    { id, pins },
  );
  await mutate(
    `mutation($id: ID!) { workflowCheckpoint(id: $id, input: { name: "${mark} checkpoint" }) { ${ERRORS} } }`,
    { id },
  );
  const testSpec = { description: `${mark} test`, trigger: { text: `${mark} trigger` } };
  await mutate(
    `mutation($id: ID!, $spec: JSON!) {
       workflowTestCreate(workflowId: $id, input: { name: "${mark} test", spec: $spec }) { ${ERRORS} } }`,
    { id, spec: testSpec },
  );
  await mutate(`mutation($id: ID!) { workflowTestsRun(workflowId: $id) { ${ERRORS} } }`, { id });
  await mutate(`mutation($id: ID!) { workflowPublish(id: $id, input: { note: "${mark} note" }) { ${ERRORS} } }`, {
    id,
  });
  await mutate(`mutation($id: ID!) { webhookListen(workflowId: $id, nodeId: "hook") { ${ERRORS} } }`, { id });
  const start = `mutation($id: ID!) { executionStart(workflowId: $id, input: { input: { text: "${mark} payload" } }) { execution { id } ${ERRORS} } }`;
  const runs = [await mutate(start, { id }), await mutate(start, { id })];
  const [executionId = '', doneId = ''] = runs.map(({ execution }) => execution?.['id'] as string);
  await mutate(`mutation($id: ID!) { executionStar(id: $id, starred: true) { ${ERRORS} } }`, { id: executionId });
  await mutate(`mutation { savedRunViewSave(input: { name: "${mark} view", query: "status=failed" }) { ${ERRORS} } }`);
  await mutate(`mutation { eventPublish(name: "${mark}.else", payload: { text: "${mark} event" }) { ${ERRORS} } }`);
  await mutate(
    `mutation { apiTokenCreate(input: { name: "${mark} token", scopes: ["workflow:read"] }) { ${ERRORS} } }`,
  );
  await mutate(
    `mutation { invitationCreate(input: { role: ADMIN, email: "${mark.toLowerCase()}@example.com" }) { ${ERRORS} } }`,
  );
  await rig
    .rest(token, 'POST', '/api/keys', { name: `${mark} key`, key: `${mark} secret`, allowedDomains: ['example.com'] })
    .expect(201);
  const { endpoint } = await mutate(
    `mutation { notificationEndpointCreate(input: { url: "https://example.com/${mark}", events: ["execution.*"] }) { endpoint { id } ${ERRORS} } }`,
  );
  await mutate(`mutation($id: ID!) { notificationEndpointTest(id: $id) { ${ERRORS} } }`, { id: endpoint?.['id'] });
  await mutate(`mutation { workspaceRetentionSet(input: { days: 900 }) { ${ERRORS} } }`);
  await byHand(rig, mark, { workspaceId: owner.workspaceId, workflowId: id, executionId, doneId });
  return { owner, workflowId: id, executionId };
}

/** What only workers, strangers and time make. */
async function byHand(
  rig: ProductRig,
  mark: string,
  {
    workspaceId,
    workflowId,
    executionId,
    doneId,
  }: Record<'workspaceId' | 'workflowId' | 'executionId' | 'doneId', string>,
): Promise<void> {
  await rig.rows(`update execution set status = 'completed', finished_at = now() where id = $1`, [doneId]);
  await rig.rows(`insert into payload (id, execution_id, bytes, body) values (gen_random_uuid(), $1, 10, $2)`, [
    executionId,
    JSON.stringify(`${mark} value`),
  ]);
  await rig.rows(`insert into key_value (workspace_id, key, value) values ($1, $2, $3)`, [
    workspaceId,
    `${mark} key`,
    JSON.stringify(`${mark} kept`),
  ]);
  await rig.rows(
    `insert into wait (workspace_id, execution_id, node_id, kind, name, token) values ($1, $2, 'note', 'event', $3, $4)`,
    [workspaceId, executionId, `${mark} signal`, `${mark} wait`],
  );
  await rig.rows(
    `insert into wait (workspace_id, execution_id, node_id, kind, name, token, ask)
     values ($1, $2, 'gate', 'event', $3, gen_random_uuid()::text, $4)`,
    [workspaceId, executionId, `${mark} approval`, JSON.stringify({ kind: 'approval', message: `${mark} question` })],
  );
  await rig.rows(
    `insert into recent_event (id, workspace_id, name, payload, published_at) values (gen_random_uuid(), $1, $2, $3, now())`,
    [workspaceId, `${mark} recent`, JSON.stringify(`${mark} event`)],
  );
  await rig.rows(
    `insert into event_receipt (event_id, execution_id) select id, $2 from recent_event where workspace_id = $1`,
    [workspaceId, executionId],
  );
  await rig.rows(
    `insert into approval_vote (approval_id, person, decision, payload_version, via)
     select id, $2, 'approved', 0, 'app' from approval where execution_id = $1`,
    [executionId, `mail:${mark.toLowerCase()}@example.com`],
  );
  await rig.rows(
    `insert into polled_trigger (id, workspace_id, workflow_id, node_id, version_id, source, live, last_error)
     values (gen_random_uuid(), $1, $2, 'mail', gen_random_uuid(), 'source', false, $3)`,
    [workspaceId, workflowId, `${mark} trouble`],
  );
  await rig.rows(
    `insert into notification_delivery (id, notification_id, endpoint_id, workspace_id, type, due_at)
     select gen_random_uuid(), n.id, n.subject_id::uuid, n.workspace_id, n.type, now() from notification n
      where n.workspace_id = $1`,
    [workspaceId],
  );
  await rig.rows('update notification set body = $2 where workspace_id = $1', [workspaceId, `${mark} body`]);
  await rig.rows('insert into run_size (execution_id, workspace_id, bytes) values ($1, $2, 1)', [doneId, workspaceId]);
  await rig.rows(
    `insert into concurrency_lane (lane, workspace_id, workflow_id, key, max) values ($1, $2, $3, $4, 1)`,
    [workflowId, workspaceId, workflowId, `${mark} customer`],
  );
  await rig.rows(`insert into run_failure (execution_id, workspace_id, retry_at) values ($1, $2, 'infinity')`, [
    doneId,
    workspaceId,
  ]);
  await rig.rows(
    `insert into workflow_pause (workflow_id, workspace_id, failures, execution_id, ended_at) values ($1, $2, 3, $3, now())`,
    [workflowId, workspaceId, doneId],
  );
  await rig.rows(`insert into run_defaults (workspace_id, error_workflow_id) values ($1, $2)`, [
    workspaceId,
    workflowId,
  ]);
  await rig.rows(
    `insert into schedule_backfill (id, workspace_id, schedule_id, from_at, to_at, instants, at_once, created_by, status)
     select gen_random_uuid(), workspace_id, id, now(), now(), '{}', 1, $2, 'completed' from schedule where workflow_id = $1`,
    [workflowId, `${mark} somebody`],
  );
  await rig.rows(`update schedule set pause_reason = $2 where workflow_id = $1`, [workflowId, `${mark} reason`]);
  const [listener] = await rig.rows<{ node_id: string }>(
    'select node_id from webhook_listener where workflow_id = $1',
    [workflowId],
  );
  if (!listener) throw new Error('nobody listens');
}
