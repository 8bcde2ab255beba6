import type { EditorSession } from '@millrace/web-canvas';
import type { WorkflowTestSpec } from '@millrace/workflow-model';
import { replaced, without } from './lists';
import { checkOf } from './new-assertion';
import { TestDraft } from './test-draft';

const spec: WorkflowTestSpec = {
  trigger: { a: 1 },
  mocks: [],
  missing: 'fail',
  answers: [],
  failures: [],
  assertions: [{ kind: 'status', status: 'completed' }],
};

function made(): TestDraft {
  const draft = new TestDraft({} as EditorSession);
  draft.open({ id: 't', revision: 1, spec });
  return draft;
}

it('is changed when it means something else than what is kept, whatever the order of keys', () => {
  const draft = made();
  expect(draft.isDirty()).toBe(false);
  draft.change({ trigger: { a: 2, b: 1 } });
  expect(draft.isDirty()).toBe(true);
  draft.change({ trigger: { a: 1 }, startAt: undefined });
  expect(draft.isDirty()).toBe(false);
});

it('keeps what was changed when the same test is read again, and forgets it for another one', () => {
  const draft = made();
  draft.change({ trigger: 5 });
  draft.open({ id: 't', revision: 2, spec });
  expect(draft.spec().trigger).toBe(5);
  draft.open({ id: 'other', revision: 1, spec });
  expect([draft.spec().trigger, draft.isDirty()]).toEqual([{ a: 1 }, false]);
});

it('takes over what the server has when nothing was changed', () => {
  const draft = made();
  draft.open({ id: 't', revision: 2, spec: { ...spec, trigger: 7 } });
  expect(draft.spec().trigger).toBe(7);
});

it('cannot be kept while a field is no JSON', () => {
  const draft = made();
  draft.note('trigger', 'not JSON yet');
  expect([draft.flaw(), draft.isDirty()]).toEqual(['not JSON yet', true]);
  draft.note('trigger', undefined);
  expect([draft.flaw(), draft.isDirty()]).toEqual([undefined, false]);
});

it('is as it was when changes are discarded, and has none once it is saved', () => {
  const draft = made();
  draft.change({ trigger: 5 });
  draft.revert();
  expect(draft.spec()).toEqual(spec);
  draft.change({ trigger: 6 });
  draft.saved();
  expect([draft.isDirty(), draft.spec().trigger]).toEqual([false, 6]);
});

it('a check of another kind keeps the value where it has one', () => {
  expect(checkOf('equals', { kind: 'snapshot', value: 5 })).toEqual({ kind: 'equals', value: 5 });
  expect(checkOf('contains', { kind: 'exists' })).toEqual({ kind: 'contains', value: null });
  expect(checkOf('snapshot', { kind: 'equals', value: 5 })).toEqual({ kind: 'snapshot', value: 5 });
  expect(checkOf('snapshot', { kind: 'exists' })).toEqual({ kind: 'snapshot' });
});

it('lists change at one place', () => {
  expect([replaced([1, 2, 3], 1, 9), without([1, 2, 3], 0)]).toEqual([
    [1, 9, 3],
    [2, 3],
  ]);
});
