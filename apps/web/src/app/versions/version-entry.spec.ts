import { DRAFT, draftEntryOf, versionEntryOf } from './version-entry';

const parts = {
  id: 'v',
  kind: 'PUBLISHED',
  version: '1.2.0',
  name: null,
  note: 'New limit',
  createdAt: '2026-11-20T10:00:00Z',
  createdByName: 'Ada',
  sourceVersionId: null,
} as const;

it('a published version is called by its number, and by its name where it has one', () => {
  expect(versionEntryOf(parts, 'v')).toMatchObject({ kind: 'published', title: 'v1.2.0', isLive: true, author: 'Ada' });
  expect(versionEntryOf({ ...parts, name: 'Autumn' }, undefined)).toMatchObject({
    title: 'v1.2.0 · Autumn',
    isLive: false,
  });
});

it('what was kept or restored is called by its name, else by what it is', () => {
  expect(versionEntryOf({ ...parts, kind: 'CHECKPOINT', version: null }, undefined).title).toBe('Checkpoint');
  expect(versionEntryOf({ ...parts, kind: 'RESTORED', version: null }, undefined).title).toBe('Restored');
  expect(versionEntryOf({ ...parts, kind: 'CHECKPOINT', version: null, name: 'Before' }, undefined).title).toBe(
    'Before',
  );
});

it('the draft stands on top as a point of its own', () => {
  expect(draftEntryOf(parts.createdAt)).toMatchObject({ id: DRAFT, kind: 'draft', title: 'Draft', isLive: false });
});
