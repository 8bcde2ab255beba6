import { approvalOf, MemoryApprovals } from '../testing/memory-approvals';
import { ApprovalList } from './approval-list';

async function open(...ids: string[]) {
  const server = new MemoryApprovals(ids.map((id) => approvalOf(id)));
  const list = new ApprovalList(server);
  await list.open('mine', '');
  const heard: string[] = [];
  list.follow(({ id }) => heard.push(id));
  return {
    server,
    list,
    heard,
    ids: () =>
      list
        .rows()
        .map(({ id }) => id)
        .join(),
  };
}

it('shows the newest first, and what comes and goes while it is looked at', async () => {
  const { server, ids, heard } = await open('1', '3');
  expect(ids()).toBe('3,1');
  server.changed.next(approvalOf('2'));
  server.changed.next(approvalOf('3', { status: 'REJECTED' }));
  expect(ids()).toBe('2,1');
  expect(heard).toEqual(['2', '3']);
});

it('does not show strangers in what was searched for', async () => {
  const { server, list, ids } = await open('1', '2');
  await list.open('mine', 'Gate 1');
  server.changed.next(approvalOf('9'));
  expect(ids()).toBe('1');
});

it('what is decided is ticked no more', async () => {
  const { server, list } = await open('1', '2');
  list.tick('1');
  list.tick('2');
  server.changed.next(approvalOf('2', { status: 'APPROVED' }));
  expect(list.tickedRows().map(({ id }) => id)).toEqual(['1']);
  list.tick('1');
  expect(list.ticked().size).toBe(0);
});

it('goes from one to the next, and stays at the ends', async () => {
  const { list } = await open('1', '2', '3');
  expect(list.beside(undefined, 1)).toBe('3');
  expect(list.beside('3', 1)).toBe('2');
  expect(list.beside('1', 1)).toBe('1');
  expect(list.beside('3', -1)).toBe('3');
});

it('tells why it could not be read, and keeps what is there', async () => {
  const { server, list, ids } = await open('1');
  server.page = () => Promise.reject(new Error('down'));
  await list.refresh();
  expect(list.status()).toBe('failed');
  expect(list.error()?.message).toBe('down');
  expect(ids()).toBe('1');
});
