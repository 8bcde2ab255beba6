import { workflowStateOf } from './workflow-state';

const publishedVersion = { id: 'v', version: '1.2.0', createdAt: '' };

it.each([
  ['ENABLED', publishedVersion, false, { status: 'live', text: 'Live v1.2.0', isAhead: false }],
  ['ENABLED', publishedVersion, true, { status: 'live', text: 'Live v1.2.0', isAhead: true }],
  ['DISABLED', publishedVersion, true, { status: 'disabled', text: 'Disabled v1.2.0', isAhead: true }],
  ['DRAFT', null, true, { status: 'draft', text: 'Never published', isAhead: false }],
  ['DELETED', publishedVersion, false, { status: 'cancelled', text: 'Deleted', isAhead: false }],
] as const)('%s is told in words', (status, version, hasUnpublishedChanges, expected) => {
  const workflow = { status, publishedVersion: version, hasUnpublishedChanges, autoPause: null };
  expect(workflowStateOf(workflow)).toEqual(expected);
});

it('tells when it was switched off because its runs failed', () => {
  const workflow = {
    status: 'DISABLED',
    publishedVersion,
    hasUnpublishedChanges: false,
    autoPause: { failures: 5, pausedAt: '2026-01-01T00:00:00Z', executionId: 'r1', error: null },
  } as const;
  expect(workflowStateOf(workflow)).toEqual({ status: 'failed', text: 'Off after 5 failures', isAhead: false });
});
