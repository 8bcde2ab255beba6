import { workflowStateOf } from './workflow-state';

const publishedVersion = { id: 'v', version: '1.2.0', createdAt: '' };

it.each([
  ['ENABLED', publishedVersion, false, { status: 'live', text: 'Live v1.2.0', isAhead: false }],
  ['ENABLED', publishedVersion, true, { status: 'live', text: 'Live v1.2.0', isAhead: true }],
  ['DISABLED', publishedVersion, true, { status: 'disabled', text: 'Disabled v1.2.0', isAhead: true }],
  ['DRAFT', null, true, { status: 'draft', text: 'Never published', isAhead: false }],
  ['DELETED', publishedVersion, false, { status: 'cancelled', text: 'Deleted', isAhead: false }],
] as const)('%s is told in words', (status, version, hasUnpublishedChanges, expected) => {
  expect(workflowStateOf({ status, publishedVersion: version, hasUnpublishedChanges })).toEqual(expected);
});
