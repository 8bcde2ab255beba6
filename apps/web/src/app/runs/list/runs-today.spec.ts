import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer, settled } from '@millrace/web-api/testing';
import { dayOf, RunsToday } from './runs-today';

let server: FakeServer;
let fixture: ComponentFixture<RunsToday>;
const counts = (all: number, failed: number) => ({
  all: { __typename: 'ExecutionConnection', totalCount: all },
  failed: { __typename: 'ExecutionConnection', totalCount: failed },
});

async function open(): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  fixture = TestBed.createComponent(RunsToday);
  await stable();
  return fixture.nativeElement as HTMLElement;
}

async function stable(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await settled();
    await fixture.whenStable();
  }
}

it('counts the runs since midnight, and offers those that failed', async () => {
  server = new FakeServer().signsIn().on('RunsSince', () => counts(1_204, 3));
  const element = await open();
  const days: string[] = [];
  fixture.componentInstance.failedChosen.subscribe((day) => days.push(day));
  expect(element.textContent?.replace(/\s+/g, ' ')).toMatch(/1.204 today 3 failed/);
  element.querySelector('button')?.click();
  expect(days).toEqual([dayOf(Date.now())]);
  const since = new Date(String(server.asked('RunsSince')[0]?.['since']));
  expect([dayOf(since.getTime()), since.getHours(), since.getMinutes()]).toEqual([dayOf(Date.now()), 0, 0]);
});

it('speaks of no failure when there is none, and counts no further than the server', async () => {
  server = new FakeServer().signsIn().on('RunsSince', () => counts(10_001, 0));
  const element = await open();
  expect(element.textContent).toMatch(/10.000\+ today/);
  expect(element.querySelector('button')).toBeNull();
});

it('keeps its figures while it reads them anew', async () => {
  server = new FakeServer().signsIn().on('RunsSince', () => counts(1, 0));
  const element = await open();
  server.on('RunsSince', () => counts(2, 0));
  fixture.componentRef.setInput('news', 'another run');
  fixture.detectChanges();
  expect(element.textContent).toContain('1 today');
  await stable();
  expect(element.textContent).toContain('2 today');
});
