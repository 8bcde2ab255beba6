import { itemOf } from '@millrace/web-ui';
import { workflowMenu, type WorkflowMenuActions } from './workflow-menu';
import type { WorkflowItem } from './workflow-list';

const actions = Object.fromEntries(
  ['open', 'showRuns', 'duplicate', 'setEnabled', 'export', 'delete', 'restore'].map((name) => [name, jest.fn()]),
) as unknown as WorkflowMenuActions;
const row = (parts: Partial<WorkflowItem>): WorkflowItem =>
  ({ id: 'w', name: 'W', status: 'ENABLED', enabled: true, publishedVersion: { id: 'v' }, ...parts }) as WorkflowItem;
const items = (parts: Partial<WorkflowItem>, mayWrite = true) =>
  workflowMenu(row(parts), actions, mayWrite)
    .map((entry) => itemOf(entry))
    .filter((item) => item !== undefined);
const labels = (parts: Partial<WorkflowItem>, mayWrite = true): string[] =>
  items(parts, mayWrite).map(({ label }) => label);

it('offers what the state allows', () => {
  expect(labels({})).toEqual(['Open', 'Show runs', 'Export', 'Duplicate', 'Disable', 'Delete']);
  expect(labels({ enabled: false })).toContain('Enable');
  expect(labels({ status: 'DELETED' })).toEqual(['Restore']);
});

it('says that a workflow must be published before it can be enabled', () => {
  const enable = items({ enabled: false, publishedVersion: null }).find(({ label }) => label === 'Enable');
  expect(enable).toMatchObject({ disabled: true, hint: 'publish first' });
});

it('offers nothing that changes to those who may only look', () => {
  expect(labels({}, false)).toEqual(['Open', 'Show runs', 'Export']);
});

it('does what it says, to its row', () => {
  items({})
    .find(({ label }) => label === 'Disable')
    ?.run?.();
  expect(actions.setEnabled).toHaveBeenCalledWith(expect.objectContaining({ id: 'w' }), false);
  items({})
    .find(({ label }) => label === 'Export')
    ?.children?.map((entry) => itemOf(entry)?.run?.());
  expect(actions.export).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'w' }), 'exchange');
});
