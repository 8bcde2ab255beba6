import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer } from '@millrace/web-api/testing';
import { signedIn, signedOut } from './session-guards';
import { AccountPage } from './account-page';
import { withComponentInputBinding } from '@angular/router';

@Component({ selector: 'mr-inside', template: 'inside' })
class Inside {}

let server: FakeServer;
let harness: RouterTestingHarness;

beforeEach(async () => {
  localStorage.clear();
  server = new FakeServer().signsIn().refusesSessions();
  const routes = [
    { path: 'sign-in', component: AccountPage, data: { kind: 'sign-in' }, canActivate: [signedOut] },
    { path: 'sign-up', component: AccountPage, data: { kind: 'sign-up' }, canActivate: [signedOut] },
    { path: '**', component: Inside, canActivate: [signedIn] },
  ];
  TestBed.configureTestingModule({
    providers: [provideRouter(routes, withComponentInputBinding()), { provide: BROWSER, useValue: server }],
  });
  harness = await RouterTestingHarness.create();
});

const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
const url = (): string => TestBed.inject(Router).url;

async function fill(fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const input = page().querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!input) throw new Error(`There is no field ${name}.`);
    input.value = value;
    input.dispatchEvent(new Event('input'));
  }
  page()
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
  await harness.fixture.whenStable();
}

it('a stranger is asked to make an account, somebody who was here before to sign in', async () => {
  await harness.navigateByUrl('/workflows/w1?node=n1');
  expect(url()).toBe('/sign-up?returnTo=%2Fworkflows%2Fw1%3Fnode%3Dn1');
  localStorage.setItem('millrace.visited', '1');
  await harness.navigateByUrl('/runs');
  expect(url()).toBe('/sign-in?returnTo=%2Fruns');
});

it('who signs in goes where they wanted to go', async () => {
  await harness.navigateByUrl('/sign-in?returnTo=%2Fruns%3Fstatus%3Dfailed');
  await fill({ email: 'ana@example.com', password: 'correct horse' });
  expect(server.asked('SignIn')).toEqual([{ input: { email: 'ana@example.com', password: 'correct horse' } }]);
  expect(url()).toBe('/runs?status=failed');
});

it('an address outside is not followed', async () => {
  await harness.navigateByUrl('/sign-in?returnTo=%2F%2Fevil.example');
  await fill({ email: 'ana@example.com', password: 'correct horse' });
  expect(url()).toBe('/workflows');
});

it('a wrong password is said above the form, and the field gets the keyboard', async () => {
  const errors = [
    { __typename: 'UserError', code: 'INVALID_CREDENTIALS', message: 'The password is wrong.', path: null },
  ];
  server.on('SignIn', () => ({ signIn: { session: null, errors } }));
  await harness.navigateByUrl('/sign-in');
  await fill({ email: 'ana@example.com', password: 'nonsense' });
  expect(page().querySelector('[role=alert]')?.textContent).toContain('The password is wrong.');
  expect(document.activeElement?.getAttribute('name')).toBe('password');
  expect(url()).toBe('/sign-in');
});

it('mistakes are said under their fields before anything is sent', async () => {
  await harness.navigateByUrl('/sign-up');
  await fill({ email: 'ana', password: 'abc' });
  expect(server.asked('SignUp')).toHaveLength(0);
  expect(page().textContent).toContain('This is not an e-mail address');
  expect(page().textContent).toContain('Add 5 more characters');
  expect(document.activeElement?.getAttribute('name')).toBe('email');
});

it('makes an account without a name, and lets password managers know the fields', async () => {
  await harness.navigateByUrl('/sign-up');
  const autocomplete = [...page().querySelectorAll('input')].map((input) => input.getAttribute('autocomplete'));
  expect(autocomplete).toEqual(['name', 'username', 'new-password']);
  await fill({ email: 'ana@example.com', password: 'correct horse' });
  expect(server.asked('SignUp')).toEqual([
    { input: { email: 'ana@example.com', password: 'correct horse', name: null } },
  ]);
  expect(url()).toBe('/workflows');
});

it('a password can be shown', async () => {
  await harness.navigateByUrl('/sign-in');
  const type = (): string | null | undefined => page().querySelector('[name=password]')?.getAttribute('type');
  expect(type()).toBe('password');
  page().querySelector<HTMLButtonElement>('[aria-label="Show password"]')?.click();
  await harness.fixture.whenStable();
  expect(type()).toBe('text');
});

it('who signs in in another tab is signed in here too', async () => {
  await harness.navigateByUrl('/sign-in?returnTo=%2Fruns');
  server.signsIn();
  server.hearTab('signed-in');
  await TestBed.inject(Session).restore();
  await harness.fixture.whenStable();
  expect(url()).toBe('/runs');
});

it('who is signed in sees no sign-in page', async () => {
  server.signsIn();
  await harness.navigateByUrl('/sign-in');
  expect(url()).toBe('/workflows');
});
