import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { BROWSER } from '@millrace/web-api';
import { FakeServer } from '@millrace/web-api/testing';
import { ApprovalApi } from './api/approval-api';
import { ApprovalCounts } from './api/approval-counts';
import { approvalsRoutes } from './approvals.routes';
import { approvalOf, MemoryApprovals } from './testing/memory-approvals';
import type { ApprovalRow } from './model/approval-row';

@Component({ selector: 'mr-root-of-spec', imports: [RouterOutlet], template: '<router-outlet />' })
class Root {}

async function open(rows: readonly ApprovalRow[], address = '/approvals') {
  const server = new MemoryApprovals(rows);
  TestBed.configureTestingModule({
    providers: [
      { provide: BROWSER, useValue: new FakeServer() },
      { provide: ApprovalApi, useValue: server },
      { provide: ApprovalCounts, useValue: { now: () => ({ mine: 1, open: 2, overdue: 0 }) } },
      provideRouter([{ path: 'approvals', children: approvalsRoutes }], withComponentInputBinding()),
    ],
  });
  const fixture = TestBed.createComponent(Root);
  document.body.append(fixture.nativeElement as HTMLElement);
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 8; round += 1) await fixture.whenStable();
  };
  await TestBed.inject(Router).navigateByUrl(address);
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  return {
    server,
    settle,
    words: (root: Element = page) => root.textContent?.replace(/\s+/g, ' ') ?? '',
    url: () => TestBed.inject(Router).url,
    press: async (testId: string) => {
      document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.click();
      await settle();
    },
    key: async (key: string) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await settle();
    },
    find: (selector: string) => document.querySelector<HTMLElement>(selector),
  };
}

afterEach(() => {
  TestBed.resetTestingModule();
  document.body.replaceChildren();
});

it('says what will appear while nothing waits, and leads to what waits for others', async () => {
  const page = await open([approvalOf('1', { mayDecide: false })]);
  expect(page.words()).toContain('Nothing waits for you');
  expect(page.words()).toContain('Show all open');
});

it('the keyboard alone goes through the list and decides, after it was asked', async () => {
  const page = await open([approvalOf('1'), approvalOf('2')]);
  await page.key('j');
  expect(page.url()).toBe('/approvals/2');
  await page.key('j');
  await page.key('k');
  expect(page.url()).toBe('/approvals/2');
  await page.key('a');
  expect(page.server.decisions).toEqual([]);
  expect(page.words(document.body)).toContain('Approve “Gate 2”?');
  await page.press('decide-confirm');
  expect(page.server.decisions).toMatchObject([{ id: '2', decision: 'APPROVED' }]);
  expect(page.words()).toContain('Approved by Ada');
  await page.press('next-approval');
  expect(page.url()).toBe('/approvals/1');
});

it('whoever was slower is told who won, and sees the outcome', async () => {
  const page = await open([approvalOf('1')], '/approvals/1');
  page.server.winner = { by: 'Grace', message: '"Gate 1" was rejected by Grace.' };
  await page.press('approve');
  expect(page.words()).toContain('Somebody was faster');
  expect(page.words()).toContain('was rejected by Grace');
});

it('what others do shows at once', async () => {
  const page = await open([approvalOf('1'), approvalOf('2')], '/approvals/2');
  page.server.changed.next(approvalOf('2', { status: 'REJECTED', mayDecide: false, decidedBy: 'Grace' }));
  await page.settle();
  expect(page.words()).toContain('Rejected by Grace');
  expect(page.find('[data-approval="2"]')).toBeNull();
});

it('data that may be edited is a form; what was changed is told, and goes with the decision', async () => {
  const payload = { amount: 10, note: 'x' };
  const page = await open([approvalOf('1', { editable: true, payload, originalPayload: payload })], '/approvals/1');
  const field = [...document.querySelectorAll('input')].find(({ value }) => value === '10');
  if (!field) throw new Error(page.words());
  field.value = '12';
  field.dispatchEvent(new Event('input'));
  await page.settle();
  expect(page.words(page.find('[data-testid="payload-changes"]') ?? document.body)).toContain('amount');
  expect(page.words()).toContain('Approve with changes');
  await page.press('approve');
  expect(page.server.decisions[0]?.input.payload).toEqual({ amount: 12, note: 'x' });
});

it('what is being written stays while others vote, and when what was sent does not fit', async () => {
  const payload = { amount: 10 };
  const row = approvalOf('1', { editable: true, payload, originalPayload: payload, quorum: 2 });
  const page = await open([row], '/approvals/1');
  const field = () => document.querySelector<HTMLInputElement>('mr-schema-form input');
  field()!.value = '90';
  field()!.dispatchEvent(new Event('input'));
  await page.settle();
  page.server.changed.next({ ...row, escalatedAt: '2026-11-20T11:00:00.000Z' });
  await page.settle();
  expect(field()?.value).toBe('90');
  page.server.refusal = { code: 'APPROVAL_PAYLOAD_INVALID', message: 'The edited data does not fit.' };
  await page.press('approve');
  expect(page.words()).toContain('The edited data does not fit.');
  expect(field()?.value).toBe('90');
  // Somebody else changed it: then that is what is decided on.
  page.server.changed.next({ ...row, payload: { amount: 20 }, payloadVersion: 2 });
  await page.settle();
  expect(field()?.value).toBe('20');
});

it('several are decided at once only after it was asked', async () => {
  const page = await open([approvalOf('1'), approvalOf('2'), approvalOf('3', { mayDecide: false })]);
  for (const box of document.querySelectorAll<HTMLInputElement>('mr-approval-item input[type=checkbox]')) box.click();
  await page.settle();
  expect(page.words()).toContain('2 selected');
  await page.press('bulk-reject');
  expect(page.words(document.body)).toContain('Reject 2 approvals?');
  await page.press('decide-confirm');
  expect(page.server.decisions.map(({ id, decision }) => `${id} ${decision}`).sort()).toEqual([
    '1 REJECTED',
    '2 REJECTED',
  ]);
});

it('one that is for others says for whom', async () => {
  const assignees = [{ id: 'mail:g', kind: 'MAIL' as const, name: 'Grace' }];
  const page = await open([approvalOf('1', { mayDecide: false, assignees })], '/approvals/1');
  expect(page.words()).toContain('This is for Grace.');
  expect(page.find('[data-testid="approve"]')).toBeNull();
});

it('one that is gone says so', async () => {
  const page = await open([], '/approvals/9');
  expect(page.words()).toContain('This approval does not exist any more.');
});
