import fc from 'fast-check';
import type {
  WorkflowDocument,
  WorkflowEdge,
  WorkflowGroup,
  WorkflowMetadata,
  WorkflowNode,
  WorkflowNote,
} from '../document';
import type { Edit } from '../edit/edit';
import type { Json, JsonObject } from '../json';
import type { WorkflowSettings } from '../workflow-settings';

const NODE_IDS = ['a', 'b', 'c', 'd', 'e'];
const nodeId = fc.constantFrom(...NODE_IDS);
const edgeId = fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5', 'e6');
const smallId = fc.constantFrom('x', 'y', 'z');
const word = fc.constantFrom('', 'One', 'Two words', 'Ünïcode 🚀');
const position = fc.record({ x: fc.integer(), y: fc.integer() });
const index = fc.option(fc.nat(7), { nil: undefined });

const value: fc.Arbitrary<Json> = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom<Json>(null, true, 0, 'text', '{{a.b}}', [], {}, [1, 2, 3], { list: [{ k: 1 }, { k: 2 }] }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);
const key = fc.constantFrom('url', 'list', 'rules', 'k', 'length', '__proto__', '0');
const config = fc
  .dictionary(fc.constantFrom('url', 'list', 'rules'), value)
  .map((entries): JsonObject => ({ ...entries }));
const path = fc.array(fc.oneof(key, fc.nat(4)), { maxLength: 4 });
const settings = fc.constantFrom(
  { onError: 'stop' as const },
  { onError: 'error-port' as const, timeoutMs: 5 },
  { onError: 'continue' as const, join: 'any' as const, alwaysOutput: true },
);

const node: fc.Arbitrary<WorkflowNode> = fc
  .record(
    {
      id: nodeId,
      type: fc.constantFrom('no-op', 'http-request'),
      typeVersion: fc.integer({ min: 1, max: 3 }),
      label: word,
      description: word,
      parent: nodeId,
      enabled: fc.boolean(),
      position,
      config,
      settings,
    },
    { requiredKeys: ['id', 'type', 'typeVersion', 'label', 'enabled', 'position', 'config', 'settings'] },
  )
  .map((made) => ({ ...made }));

const edge: fc.Arbitrary<WorkflowEdge> = fc
  .record(
    { id: edgeId, source: nodeId, sourceHandle: word, target: nodeId, targetHandle: word, label: word },
    { requiredKeys: ['id', 'source', 'sourceHandle', 'target', 'targetHandle'] },
  )
  .map((made) => ({ ...made }));

const note: fc.Arbitrary<WorkflowNote> = fc
  .record({ id: smallId, text: word, position, size: fc.constant({ width: 10, height: 10 }) })
  .map((made) => ({ ...made }));

const group: fc.Arbitrary<WorkflowGroup> = fc
  .record({ id: smallId, label: word, nodeIds: fc.uniqueArray(nodeId) })
  .map((made) => ({ ...made }));

const byId = { selector: (element: { id: string }) => element.id };
const metadata = fc.constantFrom<WorkflowMetadata>({ tags: [] }, { tags: ['a'], author: 'me' });

/** A document with ids from a small pool, so that edits often meet what they name; edges may lead nowhere. */
export const editedDocument: fc.Arbitrary<WorkflowDocument> = fc
  .record({
    nodes: fc.uniqueArray(node, byId),
    edges: fc.uniqueArray(edge, byId),
    notes: fc.uniqueArray(note, byId),
    groups: fc.uniqueArray(group, byId),
    metadata,
  })
  .map((parts) => ({ id: 'w', name: 'W', version: '1.0.0', settings: { timezone: 'UTC' }, ...parts }));

const nodeEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('addNode' as const), node, index }).map(compact),
  fc.record({ kind: fc.constant('removeNode' as const), nodeId }),
  fc.record({ kind: fc.constant('replaceNode' as const), node }),
  fc.record({ kind: fc.constant('moveNodes' as const), moves: fc.array(fc.record({ nodeId, position })) }),
  fc.record({ kind: fc.constant('updateConfig' as const), nodeId, path, value }),
  fc.record({ kind: fc.constant('updateConfig' as const), nodeId, path }),
  fc.record({ kind: fc.constant('renameNode' as const), nodeId, label: word }),
  fc
    .record({ kind: fc.constant('describeNode' as const), nodeId, description: fc.option(word, { nil: undefined }) })
    .map(compact),
  fc.record({ kind: fc.constant('setNodeSettings' as const), nodeId, settings }),
  fc
    .record({ kind: fc.constant('setParent' as const), nodeId, parent: fc.option(nodeId, { nil: undefined }) })
    .map(compact),
  fc.record({ kind: fc.constant('setEnabled' as const), nodeId, enabled: fc.boolean() }),
  fc
    .record({
      kind: fc.constant('setCredential' as const),
      nodeId,
      slot: fc.constantFrom('account', 'model', '__proto__'),
      credentialId: fc.option(fc.constantFrom('c1', 'c2'), { nil: undefined }),
    })
    .map(compact),
);

const elementEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('addEdge' as const), edge, index }).map(compact),
  fc.record({ kind: fc.constant('replaceEdge' as const), edge }),
  fc.record({ kind: fc.constant('removeEdge' as const), edgeId }),
  fc.record({ kind: fc.constant('addNote' as const), note, index }).map(compact),
  fc.record({ kind: fc.constant('updateNote' as const), note }),
  fc.record({ kind: fc.constant('removeNote' as const), noteId: smallId }),
  fc.record({ kind: fc.constant('addGroup' as const), group, index }).map(compact),
  fc.record({ kind: fc.constant('updateGroup' as const), group }),
  fc.record({ kind: fc.constant('removeGroup' as const), groupId: smallId }),
);

const workflowEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('setName' as const), name: word }),
  fc.record({ kind: fc.constant('setMetadata' as const), metadata }),
  fc.record({
    kind: fc.constant('setWorkflowSettings' as const),
    settings: fc.constantFrom<WorkflowSettings>(
      { timezone: 'UTC' },
      { timezone: 'Europe/Berlin', timeoutMs: 5_000, priority: 'low' },
      {
        timezone: 'UTC',
        concurrency: { limit: 1, key: { $expr: 'trigger' }, onLimit: 'skip' },
        retention: { days: 3 },
      },
    ),
  }),
);

/** Takes away what is undefined, as JSON does. */
function compact<T extends object>(made: T): Edit {
  return Object.fromEntries(Object.entries(made).filter(([, part]) => part !== undefined)) as unknown as Edit;
}

/** Any edit, batches inside batches too. */
export const { edit: anyEdit } = fc.letrec<{ edit: Edit }>((tie) => ({
  edit: fc.oneof(
    { maxDepth: 3 },
    { weight: 6, arbitrary: nodeEdit },
    { weight: 4, arbitrary: elementEdit },
    { weight: 1, arbitrary: workflowEdit },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('batch' as const), edits: fc.array(tie('edit'), { maxLength: 4 }) }),
    },
  ),
}));
