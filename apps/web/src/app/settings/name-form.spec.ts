import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer, settled } from '@millrace/web-api/testing';
import { NameForm } from './name-form';

let server: FakeServer;
let fixture: ComponentFixture<NameForm>;

beforeEach(async () => {
  server = new FakeServer().signsIn();
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  fixture = TestBed.createComponent(NameForm);
  await fixture.whenStable();
});

const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const save = (): HTMLButtonElement | null => element().querySelector('button');
const problem = (): string | undefined => element().querySelector('[role=alert]')?.textContent?.trim();

async function type(text: string): Promise<void> {
  const input = element().querySelector('input') as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await fixture.whenStable();
}

async function submit(): Promise<void> {
  element()
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
  for (let turn = 0; turn < 2; turn += 1) {
    await settled();
    await fixture.whenStable();
  }
}

it('offers to save only what is new', async () => {
  expect(save()).toBeNull();
  await type('Ana Maria');
  expect(save()).not.toBeNull();
});

it('saves the name, and everything shows it', async () => {
  server.on('ProfileUpdate', ({ input }) => ({
    profileUpdate: {
      __typename: 'P',
      user: { __typename: 'User', ...TestBed.inject(Session).user(), ...(input as object) },
      errors: [],
    },
  }));
  await type('  Ana Maria ');
  await submit();
  expect(server.asked('ProfileUpdate')).toEqual([{ input: { name: 'Ana Maria' } }]);
  expect(TestBed.inject(Session).user()?.name).toBe('Ana Maria');
  expect(save()).toBeNull();
});

it('says what is wrong before it asks the server', async () => {
  await type(' ');
  expect(problem()).toContain('give a name');
  await type('x'.repeat(201));
  expect(problem()).toBe('At most 200 characters.');
  await submit();
  expect(server.asked('ProfileUpdate')).toEqual([]);
});

it('says why the server refused, until it is changed again', async () => {
  const failure = { __typename: 'UserError', code: 'VALIDATION_FAILED', message: 'It is rude.', path: ['name'] };
  server.on('ProfileUpdate', () => ({ profileUpdate: { __typename: 'P', user: null, errors: [failure] } }));
  await type('Rude');
  await submit();
  expect(problem()).toBe('It is rude.');
  await type('Polite');
  expect(problem()).toBe('');
});
