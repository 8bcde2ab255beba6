import { ApiRig } from '../testing/api-rig';

let rig: ApiRig;
let workflowId: string;

beforeAll(async () => {
  rig = await ApiRig.start();
  workflowId = await rig.workflow();
});
afterAll(() => rig.stop());

interface Payload {
  readonly errors: { readonly code: string; readonly path: string[] | null }[];
}

async function refused(field: string, type: string, input: object, target = { id: workflowId }): Promise<unknown[]> {
  const idName = field === 'executionSignal' ? 'id' : 'workflowId';
  const data = await rig.graphql<Record<string, Payload>>(
    `mutation($id: ID!, $i: ${type}!) { ${field}(${idName}: $id, input: $i) { errors { code path } } }`,
    { ...target, i: input },
  );
  return (data[field]?.errors ?? []).map(({ code, path }) => [code, path?.join('.') ?? null]);
}

const long = (length: number): string => 'x'.repeat(length);

describe('inputs about runs', () => {
  it('of a start have bounds for version, trigger and key', async () => {
    const input = { version: long(101), triggerNodeId: long(201), idempotencyKey: '' };
    expect(await refused('executionStart', 'ExecutionStartInput', input)).toEqual([
      ['VALIDATION_FAILED', 'input.version'],
      ['VALIDATION_FAILED', 'input.triggerNodeId'],
      ['VALIDATION_FAILED', 'input.idempotencyKey'],
    ]);
    expect(await refused('executionStart', 'ExecutionStartInput', { input: {}, idempotencyKey: long(500) })).toEqual(
      [],
    );
  });

  it('of a partial run have bounds for nodes', async () => {
    const input = { mode: 'STEP', nodeId: long(201), triggerNodeId: long(201) };
    expect(await refused('executionStartPartial', 'ExecutionPartialInput', input)).toEqual([
      ['VALIDATION_FAILED', 'input.nodeId'],
      ['VALIDATION_FAILED', 'input.triggerNodeId'],
    ]);
  });

  it('of a signal need a name', async () => {
    expect(await refused('executionSignal', 'ExecutionSignalInput', { name: '', correlation: long(501) })).toEqual([
      ['VALIDATION_FAILED', 'input.name'],
      ['VALIDATION_FAILED', 'input.correlation'],
    ]);
  });

  it('that name a run or workflow which is none find nothing, whatever the id looks like', async () => {
    for (const id of ['zz', long(300)]) {
      expect(await refused('executionStart', 'ExecutionStartInput', {}, { id })).toEqual([['NOT_FOUND', null]]);
      expect(await refused('executionSignal', 'ExecutionSignalInput', { name: 'a' }, { id })).toEqual([
        ['EXECUTION_NOT_FOUND', null],
      ]);
      const { executions } = await rig.graphql<{ executions: { nodes: object[] } }>(
        'query($id: ID) { executions(filter: { workflowId: $id }) { nodes { id } } }',
        { id },
      );
      expect(executions.nodes).toEqual([]);
    }
  });

  it('of a list are refused at the top', async () => {
    const list = (filter: object, first = 20): Promise<unknown> =>
      rig.graphql('query($f: ExecutionFilter, $n: Int) { executions(first: $n, filter: $f) { nodes { id } } }', {
        f: filter,
        n: first,
      });
    await expect(list({ errorText: long(201), version: long(201) })).rejects.toThrow(
      /filter\.version.*filter\.errorText.*BAD_USER_INPUT/s,
    );
    await expect(list({}, 0)).rejects.toThrow(/INVALID_PAGE_SIZE/);
    await expect(list({ version: 'a\u0000' })).rejects.toThrow(/TEXT_NOT_STORABLE/);
    await expect(list({ statuses: ['FAILED'], createdAfter: '2026-01-01T00:00:00Z', errorText: 'a' })).resolves.toEqual(
      { executions: { nodes: [] } },
    );
  });
});
