import { Component, computed, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { BROWSER, Permissions } from '@millrace/web-api';
import { FakeServer } from '@millrace/web-api/testing';
import { ApprovalApi } from '../approvals/api/approval-api';
import type { ApprovalRow } from '../approvals/model/approval-row';
import { approvalOf, MemoryApprovals } from '../approvals/testing/memory-approvals';
import { AnswerBox } from './answer-box';
import { RunApprovals } from './run-approvals';
import type { WaitingStep } from './waiting-steps';
import { waitWords } from './wait-words';

const prompt = { kind: 'approval', title: 'Release', message: 'Pay?', details: { supplier: 'Halden' } };
const step: WaitingStep = { key: 'gate', nodeId: 'gate', label: 'Release', kind: 'approval', event: 'e', prompt };
const steps = signal<readonly WaitingStep[]>([]);

@Component({
  selector: 'mr-host-of-spec',
  imports: [AnswerBox],
  providers: [RunApprovals],
  template: `
    @for (step of steps(); track step.key) {
      <mr-answer-box executionId="run" [step]="step" />
    }
  `,
})
class Host {
  readonly steps = steps;

  constructor() {
    inject(RunApprovals).follow(
      signal('run'),
      computed(() => steps()),
    );
  }
}

const childStep: WaitingStep = {
  ...{ key: 'run', nodeId: 'run', label: 'Run', kind: 'workflow', event: 'workflow.ended/r1' },
  prompt: { kind: 'workflow', executionId: 'r1' },
};

async function show(rows: readonly ApprovalRow[], waiting: WaitingStep, mayControl = true) {
  steps.set([waiting]);
  const server = new MemoryApprovals(rows);
  TestBed.configureTestingModule({
    providers: [
      { provide: BROWSER, useValue: new FakeServer() },
      { provide: ApprovalApi, useValue: server },
      { provide: Permissions, useValue: { has: () => mayControl } },
      provideRouter([]),
    ],
  });
  const fixture = TestBed.createComponent(Host);
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 6; round += 1) await fixture.whenStable();
  };
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  return {
    server,
    settle,
    words: () => page.textContent?.replace(/\s+/g, ' ') ?? '',
    press: async (testId: string) => {
      page.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.click();
      await settle();
    },
    has: (testId: string) => page.querySelector(`[data-testid="${testId}"]`) !== null,
  };
}

it('an approval says whom it waits for and what it is about, and is decided in place', async () => {
  const assignees = [{ id: 'mail:g', kind: 'MAIL' as const, name: 'Grace' }];
  const page = await show([approvalOf('1', { assignees })], step);
  expect(page.words()).toContain('It waits for Grace.');
  expect(page.words()).toContain('Pay?');
  expect(page.words()).toContain('Halden');
  await page.press('approve');
  expect(page.server.decisions).toMatchObject([{ id: '1', decision: 'APPROVED' }]);
});

it('of several turns of a loop each finds its own approval', async () => {
  const rows = [approvalOf('1', { path: 'each/0' }), approvalOf('2', { path: 'each/1' })];
  const page = await show(rows, { ...step, path: 'each/1' });
  await page.press('reject');
  expect(page.server.decisions).toMatchObject([{ id: '2', decision: 'REJECTED' }]);
});

it('one that comes after the run was seen to wait shows as well', async () => {
  const page = await show([], step);
  expect(page.words()).toContain('It waits for an approval.');
  expect(page.has('approve')).toBe(false);
  page.server.changed.next(approvalOf('1'));
  page.server.changed.next(approvalOf('2', { executionId: 'another', title: 'Foreign' }));
  await page.settle();
  expect(page.has('approve')).toBe(true);
});

it('events are sent by those who may control runs, and by nobody else', async () => {
  const event: WaitingStep = { key: 'ev', nodeId: 'ev', label: 'Paid', kind: 'event', event: 'order.paid' };
  expect((await show([], event)).has('send-event')).toBe(true);
  TestBed.resetTestingModule();
  const page = await show([], event, false);
  expect(page.words()).toContain('It waits for the event order.paid.');
  expect(page.has('send-event')).toBe(false);
});

it('every kind of wait has its words', () => {
  const words = (kind: WaitingStep['kind'], more: Partial<WaitingStep> = {}): string =>
    waitWords({ ...step, kind, ...more });
  expect(words('form')).toBe('waits for its form to be filled in');
  expect(words('webhook')).toBe('waits to be called at its address');
  expect(words('event', { event: 'paid', correlation: '17' })).toBe('waits for the event paid of 17');
  expect(words('approval')).toBe('waits for an approval');
  expect(waitWords(step, approvalOf('1', { quorum: 2 }))).toContain('(0 of 2 approvals)');
});

it('leads to the run that a step waits for, and offers no event', async () => {
  const { words } = await show([], childStep);
  expect(words()).toContain('It waits for the run of another workflow to end.');
  expect(words()).not.toContain('Payload');
  expect(document.querySelector('[data-testid="awaited-run"]')?.getAttribute('href')).toBe('/runs/r1');
});
