import { startWorkflowsApp, type Caller, type WorkflowsApp } from '../testing/workflows-app';

let app: WorkflowsApp;
let owner: Caller;
let id: string;

beforeAll(async () => {
  app = await startWorkflowsApp();
  owner = app.caller();
  const made = await owner.ask<{ workflow: { id: string } }>(
    'workflowCreate',
    'mutation { workflowCreate(input: { name: "a" }) { workflow { id } } }',
    {},
  );
  id = made.workflow.id;
});
afterAll(() => app.stop());

interface Payload {
  readonly errors: { readonly code: string; readonly path: string[] | null }[];
}

async function refused(field: string, input: object): Promise<unknown[]> {
  const type = `W${field.slice(1)}Input`;
  const [declared, given] = input && field.match(/Create|Import/) ? ['', ''] : ['$id: ID!, ', 'id: $id, '];
  const { errors } = await owner.ask<Payload>(
    field,
    `mutation(${declared}$i: ${type}!) { ${field}(${given}input: $i) { errors { code path } } }`,
    { id, i: input },
  );
  return errors.map(({ code, path }) => [code, path?.join('.') ?? null]);
}

const long = (length: number): string => 'x'.repeat(length);

describe('inputs about workflows', () => {
  it.each<[string, object, [string, string][]]>([
    ['workflowCreate', { name: long(201) }, [['VALIDATION_FAILED', 'input.name']]],
    ['workflowImport', { document: {}, name: long(201) }, [['VALIDATION_FAILED', 'input.name']]],
    ['workflowSaveDraft', { document: {}, expectedRevision: -1 }, [['VALIDATION_FAILED', 'input.expectedRevision']]],
    ['workflowPublish', { note: long(2_001) }, [['INVALID_NOTE', 'input.note']]],
    ['workflowPublish', { name: long(101) }, [['INVALID_NAME', 'input.name']]],
    ['workflowPublish', { expectedRevision: -1 }, [['VALIDATION_FAILED', 'input.expectedRevision']]],
    ['workflowCheckpoint', { name: long(101) }, [['INVALID_NAME', 'input.name']]],
    ['workflowCheckpoint', { note: long(2_001) }, [['INVALID_NOTE', 'input.note']]],
  ])('of %s have bounds: %j', async (field, input, expected) => {
    expect(await refused(field, input)).toEqual(expected);
  });

  it('that name a version which is none find nothing, whatever the id looks like', async () => {
    for (const versionId of ['zz', long(300)]) {
      expect(await refused('workflowRestore', { versionId })).toEqual([['NOT_FOUND', null]]);
    }
  });

  it('of the list have bounds', async () => {
    const list = async (args: object): Promise<unknown> => {
      const query =
        'query($s: String, $t: [String!], $n: Int) { workflows(search: $s, tags: $t, first: $n) { totalCount } }';
      const { errors } = await owner.graphql(query, { ...args });
      return errors;
    };
    expect(await list({ s: long(200), t: ['a'], n: 1 })).toBeUndefined();
    expect(await list({ s: long(201) })).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await list({ t: [long(101)] })).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await list({ t: Array.from({ length: 51 }, String) })).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(await list({ n: 101 })).toMatchObject([{ extensions: { reason: 'INVALID_PAGE_SIZE' } }]);
  });
});
