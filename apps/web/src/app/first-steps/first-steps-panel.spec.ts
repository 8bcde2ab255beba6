import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer } from '@millrace/web-api/testing';
import { noteSeenRun } from './first-steps-notes';
import { FirstStepsPanel } from './first-steps-panel';

let facts: Record<string, unknown>;
let fixture: ComponentFixture<FirstStepsPanel>;
let server: FakeServer;

beforeEach(async () => {
  localStorage.clear();
  facts = {
    executions: { nodes: [{ id: 'r1' }] },
    credentials: [],
    workflows: { nodes: [{ id: 'w1', status: 'DRAFT', draftRevision: 1 }] },
  };
  server = new FakeServer().signsIn().on('FirstSteps', () => facts);
  TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: BROWSER, useValue: server }] });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
});

async function show(): Promise<HTMLElement> {
  fixture = TestBed.createComponent(FirstStepsPanel);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const words = (element: HTMLElement): string => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

it('shows what is done, and where to go for the rest', async () => {
  const element = await show();
  expect(words(element)).toContain('1 of 5');
  const links = [...element.querySelectorAll('a')];
  expect(links.map((link) => [link.getAttribute('href'), link.classList.contains('done')])).toEqual([
    ['/templates', true],
    ['/credentials', false],
    ['/workflows/w1', false],
    ['/workflows/w1', false],
    ['/runs', false],
  ]);
});

it('is gone once everything has happened', async () => {
  noteSeenRun();
  facts = {
    ...facts,
    credentials: [{ id: 'c1' }],
    workflows: { nodes: [{ id: 'w1', status: 'ENABLED', draftRevision: 2 }] },
  };
  expect(words(await show())).toBe('');
});

it('does not come back to those who sent it away', async () => {
  const element = await show();
  element.querySelector<HTMLButtonElement>('button')?.click();
  await fixture.whenStable();
  expect(words(element)).toBe('');
  expect(words(await show())).toBe('');
  expect(server.asked('FirstSteps')).toHaveLength(1);
});

it('says nothing when nobody answers', async () => {
  server.isReachable = false;
  expect(words(await show())).toBe('');
});
