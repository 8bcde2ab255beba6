import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer, settled } from '@millrace/web-api/testing';
import { Dialogs } from '@millrace/web-ui';
import { NO_FILTERS, type RunFilters } from '../run-filters';
import { RunViewBar, type ChosenView } from './view-bar';

const broken: RunFilters = { ...NO_FILTERS, statuses: ['FAILED'] };
const saved = { __typename: 'SavedRunView', id: 'v1', name: 'Broken', query: 'status=failed' };
let server: FakeServer;
let fixture: ComponentFixture<RunViewBar>;
let chosen: ChosenView[];

async function open(inputs: { filters: RunFilters; named?: string | null; isBare?: boolean }): Promise<void> {
  fixture = TestBed.createComponent(RunViewBar);
  chosen = [];
  fixture.componentInstance.chosen.subscribe((view) => chosen.push(view));
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await stable();
}

async function stable(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await settled();
    await fixture.whenStable();
  }
}

const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const button = (text: string): HTMLButtonElement | undefined =>
  [...element().querySelectorAll('button')].find((one) => one.textContent?.includes(text));
const current = (): string | undefined => element().querySelector('[aria-current]')?.textContent?.trim();

beforeEach(async () => {
  server = new FakeServer().signsIn().on('SavedRunViews', () => ({ savedRunViews: [saved] }));
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
});

it('shows the views of the product and the own ones, and which holds', async () => {
  await open({ filters: NO_FILTERS });
  const names = [...element().querySelectorAll('.view')].map((one) => one.textContent?.trim());
  expect(names).toEqual(['All', 'Needs attention', 'Starred', 'Broken']);
  expect(current()).toBe('All');
  expect(button('Save as view')).toBeUndefined();
});

it('opens a view with its filters', async () => {
  await open({ filters: NO_FILTERS });
  button('Broken')?.click();
  button('All')?.click();
  expect(chosen).toEqual([
    { id: 'v1', filters: broken },
    { id: null, filters: NO_FILTERS },
  ]);
});

it('an address that only names a view means what the view holds', async () => {
  await open({ filters: NO_FILTERS, named: 'v1', isBare: true });
  expect(chosen).toEqual([{ id: 'v1', filters: broken }]);
});

it('filters that were changed can be kept in the view, or as another one', async () => {
  const wider: RunFilters = { ...broken, period: 'day' };
  server.on('SavedRunViewSave', ({ id, input }) => ({
    savedRunViewSave: { __typename: 'P', view: { ...saved, id: id ?? 'v2', ...(input as object) }, errors: [] },
  }));
  await open({ filters: wider, named: 'v1' });
  expect(current()).toContain('edited');
  button('Save changes')?.click();
  await stable();
  jest.spyOn(TestBed.inject(Dialogs), 'prompt').mockResolvedValue('Broken today');
  fixture.componentRef.setInput('filters', { ...wider, hasRetries: true });
  await stable();
  button('Save as view')?.click();
  await stable();
  expect(server.asked('SavedRunViewSave')).toEqual([
    { id: 'v1', input: { name: 'Broken', query: 'period=day&status=failed' } },
    { input: { name: 'Broken today', query: 'period=day&retries=yes&status=failed' } },
  ]);
  expect(chosen.map(({ id }) => id)).toEqual(['v1', 'v2']);
  expect(button('Broken today')).toBeDefined();
});

it('says where it is when a view is refused', async () => {
  const refused = { __typename: 'MutationError', code: 'TOO_MANY_VIEWS', message: 'You have 50 views.', path: null };
  server.on('SavedRunViewSave', () => ({ savedRunViewSave: { __typename: 'P', view: null, errors: [refused] } }));
  jest.spyOn(TestBed.inject(Dialogs), 'prompt').mockResolvedValue('One more');
  await open({ filters: broken, named: null });
  fixture.componentRef.setInput('filters', { ...broken, hasRetries: true });
  await stable();
  button('Save as view')?.click();
  await stable();
  expect(element().querySelector('mr-notice')?.textContent).toContain('You have 50 views.');
  expect(chosen).toEqual([]);
});
