import { itemOf } from '@millrace/web-ui';
import type { RunRow } from '../shared/run-row';
import { runMenu, type RunMenuActions, type RunRights } from './run-menu';

const actions = new Proxy({} as RunMenuActions, { get: () => jest.fn() });
const everything = { mayControl: true, mayPurge: true };
const labels = (row: Partial<RunRow>, rights: RunRights = everything): (string | undefined)[] =>
  runMenu({ id: 'r', workflowId: 'w', status: 'COMPLETED', starred: false, ...row } as RunRow, actions, rights)
    .filter((entry) => entry !== 'divider')
    .map((entry) => itemOf(entry)?.label);

it('a run that is over can be run again and deleted', () => {
  expect(labels({})).toEqual([
    'Open',
    'Open the workflow',
    'Star',
    'Run again',
    'Download JSON',
    'Copy run id',
    'Delete…',
  ]);
});

it('a run that goes on can be cancelled only', () => {
  expect(labels({ status: 'WAITING' })).toContain('Cancel');
  expect(labels({ status: 'WAITING' })).not.toContain('Delete…');
});

it('a run of a document that nobody saved has no workflow to open', () => {
  expect(labels({ workflowId: null, starred: true })).toEqual([
    'Open',
    'Take the star away',
    'Run again',
    'Download JSON',
    'Copy run id',
    'Delete…',
  ]);
});

it('somebody finds in it what they may do, and nothing else', () => {
  const looking = { mayControl: false, mayPurge: false };
  expect(labels({}, looking)).toEqual(['Open', 'Open the workflow', 'Download JSON', 'Copy run id']);
  expect(labels({ status: 'WAITING' }, looking)).not.toContain('Cancel');
  const operating = { mayControl: true, mayPurge: false };
  expect(labels({}, operating)).toContain('Run again');
  expect(labels({}, operating)).not.toContain('Delete…');
  expect(labels({ status: 'WAITING' }, operating)).toContain('Cancel');
});

it('somebody who may change workflows makes tests of runs that are over', () => {
  const writing = { ...everything, mayWrite: true };
  expect(labels({}, writing)).toContain('Save as test…');
  expect(labels({ status: 'WAITING' }, writing)).not.toContain('Save as test…');
  expect(labels({ workflowId: null }, writing)).not.toContain('Save as test…');
});
