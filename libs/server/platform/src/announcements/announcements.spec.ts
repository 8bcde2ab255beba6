import type { SqlClient } from '../database/sql-pool';
import { Announcements, type Announcement } from './announcements';

const client = {} as SqlClient;
const about = (type: string): Announcement => ({ workspaceId: 'w', type, workflowId: null, subjectId: 's' });

it('hands on what is wanted, and nothing else', async () => {
  const announcements = new Announcements();
  const written: string[] = [];
  announcements.connect({
    isWanted: (_workspaceId, type) => type.startsWith('run.'),
    write: async (_client, list) => void written.push(...list.map(({ type }) => type)),
  });
  await announcements.make(client, [about('run.failed'), about('workflow.published'), about('run.done')]);
  await announcements.make(client, [about('workflow.published')]);
  expect(written).toEqual(['run.failed', 'run.done']);
});

it('wants nothing in a process where nobody listens, or listens any more', async () => {
  const announcements = new Announcements();
  expect(announcements.isWanted('w', 'run.failed')).toBe(false);
  const stop = announcements.connect({ isWanted: () => true, write: () => Promise.reject(new Error('gone')) });
  expect(announcements.isWanted('w', 'run.failed')).toBe(true);
  stop();
  await announcements.make(client, [about('run.failed')]);
  expect(announcements.isWanted('w', 'run.failed')).toBe(false);
});
