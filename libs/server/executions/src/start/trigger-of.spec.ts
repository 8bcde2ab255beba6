import type { DefinitionLookup, NodeDefinitionData, WorkflowDocument } from '@millrace/workflow-model';
import { workflowDocumentSchema } from '@millrace/workflow-model';
import { triggerOf } from './trigger-of';

const lookup: DefinitionLookup = (type) =>
  type === 'unknown' ? undefined : ({ type, traits: { trigger: type === 'trigger' } } as NodeDefinitionData);

/** Nodes as `id:type`, with `<loop` for those inside one and `-` for those that are off. */
function documentOf(nodes: readonly string[], edges: readonly string[] = []): WorkflowDocument {
  return workflowDocumentSchema.parse({
    id: 'w',
    name: 'W',
    nodes: nodes.map((text) => {
      const [, id, type, parent, off] = /^(\w+):(\w+)(?:<(\w+))?(-)?$/.exec(text) ?? [];
      return { id, type, label: id, ...(parent && { parent }), ...(off && { enabled: false }) };
    }),
    edges: edges.map((text) => {
      const [source, target] = text.split('>');
      return { id: text, source, target };
    }),
  });
}
const codeOf = (act: () => unknown): string => {
  try {
    return String(act());
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('is the first that is enabled, whatever lies about before it', () => {
  const document = documentOf(
    ['lost:step', 'inner:step<loop', 'off:trigger-', 'start:trigger', 'loop:step'],
    ['start>loop'],
  );
  expect(triggerOf(document, undefined, lookup)).toBe('start');
});

it('is the one that is wanted, if it is one', () => {
  const document = documentOf(['a:trigger', 'b:trigger', 'off:trigger-', 'step:step'], ['b>step']);
  expect(triggerOf(document, 'b', lookup)).toBe('b');
  for (const wanted of ['step', 'off', 'nowhere']) {
    expect(codeOf(() => triggerOf(document, wanted, lookup))).toBe('TRIGGER_NOT_FOUND');
  }
});

it('is told by the edges where the type is not known', () => {
  const document = documentOf(['inner:unknown<loop', 'step:unknown', 'start:unknown', 'loop:step'], ['start>step']);
  expect(triggerOf(document, undefined, lookup)).toBe('start');
  expect(codeOf(() => triggerOf(document, 'step', lookup))).toBe('TRIGGER_NOT_FOUND');
});

it('is missing where nothing can start a run', () => {
  expect(codeOf(() => triggerOf(documentOf(['lost:step', 'off:trigger-']), undefined, lookup))).toBe(
    'WORKFLOW_HAS_NO_TRIGGER',
  );
});
