import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer, GraphqlErrors, settled } from '@millrace/web-api/testing';
import { signedIn, signedOut } from './session-guards';
import { AccountPage } from './account-page';
import { ConfirmEmailPage } from './confirm-email-page';
import { ForgotPage } from './forgot-page';
import { InvitationPage } from './invitation-page';
import { NewPasswordPage } from './new-password-page';
import { withComponentInputBinding } from '@angular/router';

@Component({ selector: 'mr-inside', template: 'inside' })
class Inside {}

let server: FakeServer;
let harness: RouterTestingHarness;
let methods: Record<string, unknown>;
let isGuest: boolean;
const me = {
  __typename: 'Me',
  user: { __typename: 'User', id: 'u1', email: 'ana@example.com', name: 'Ana', createdAt: '2026-01-01T00:00:00Z' },
  workspace: { __typename: 'Workspace', id: 'w1', name: "Ana's workspace", role: 'OWNER' },
};

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  server = new FakeServer()
    .signsIn()
    .refusesSessions()
    .on('SignInMethods', () => ({ signInMethods: { __typename: 'SignInMethods', ...methods } }))
    .on('Me', () => ({ me: { ...me, permissions: [], isGuest } }));
  methods = { signUp: true, guests: false, passwordReset: true, providers: [] };
  isGuest = false;
  const routes = [
    { path: 'sign-in', component: AccountPage, data: { kind: 'sign-in' }, canActivate: [signedOut] },
    { path: 'sign-up', component: AccountPage, data: { kind: 'sign-up' }, canActivate: [signedOut] },
    { path: 'invitations/:token', component: InvitationPage },
    { path: 'forgot-password', component: ForgotPage, canActivate: [signedOut] },
    { path: 'new-password/:token', component: NewPasswordPage },
    { path: 'confirm-email/:token', component: ConfirmEmailPage },
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

/** Opens a page and waits until everything that it asked for is there. */
async function open(address: string): Promise<void> {
  await harness.navigateByUrl(address);
  await rest();
}

async function rest(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await settled();
    await harness.fixture.whenStable();
  }
}

const button = (name: string): HTMLButtonElement => {
  const found = [...page().querySelectorAll<HTMLButtonElement>('button, a')].find(
    ({ textContent }) => textContent.trim() === name,
  );
  if (!found) throw new Error(`There is no button ${name}.`);
  return found;
};
const done = { errors: [] };
const preview = {
  email: null,
  expiresAt: '2026-01-08T00:00:00Z',
  invitedBy: 'Ben',
  role: 'VIEWER',
  workspaceName: 'Finance',
};

it('offers what the server offers: other services, and accounts only where strangers may make one', async () => {
  methods = {
    ...methods,
    signUp: false,
    providers: [{ id: 'github', name: 'GitHub', url: '/api/auth/elsewhere/github' }],
  };
  await open('/sign-in?returnTo=%2Fruns');
  expect(button('Continue with GitHub').getAttribute('href')).toBe('/api/auth/elsewhere/github');
  expect(page().textContent).not.toContain('Create an account');
  await open('/sign-up');
  expect(page().textContent).toContain('New accounts are by invitation');
  expect(page().querySelector('form')).toBeNull();
});

it('says that a session came to its end, and what another service refused, in its own words only', async () => {
  await open('/sign-in?ended=1');
  expect(page().textContent).toContain('Your session has ended.');
  await open('/sign-in?error=SIGN_IN_FIRST&message=Call%20this%20number');
  expect(page().querySelector('[role=alert]')?.textContent).toContain('There is an account with this e-mail address');
  expect(page().textContent).not.toContain('Call this number');
});

it('waits as long as the server asks for, and says how long that is', async () => {
  const extensions = { code: 'LIMIT_EXCEEDED', reason: 'RATE_LIMITED', retryAfterSeconds: 40 };
  server.on('SignIn', () => new GraphqlErrors([{ message: 'Too many requests.', extensions }]));
  await open('/sign-in');
  await fill({ email: 'ana@example.com', password: 'nonsense' });
  expect(page().querySelector('[role=alert]')?.textContent).toMatch(/too many attempts. Try again in (40|39) s/);
  expect(button('Sign in').disabled).toBe(true);
});

it('an account that is made by invitation sends it along', async () => {
  await open('/sign-up?invitation=a-secret');
  await fill({ email: 'ana@example.com', password: 'correct horse' });
  expect(server.asked('SignUp')).toEqual([
    { input: { email: 'ana@example.com', password: 'correct horse', name: null, invitation: 'a-secret' } },
  ]);
});

it('a guest begins at once, and takes the workspace along when they make an account', async () => {
  methods = { ...methods, guests: true };
  isGuest = true;
  server.on('GuestStart', () => ({ guestStart: started() }));
  await open('/sign-up?returnTo=%2Fruns');
  button('Try it without an account').click();
  await rest();
  expect(url()).toBe('/runs');
  await open('/sign-up?returnTo=%2Fruns');
  expect(page().textContent).toContain('What you made as a guest comes along.');
  await fill({ email: 'ana@example.com', password: 'correct horse' });
  await rest();
  expect(server.calls.filter(({ operation }) => operation === 'SignUp').at(-1)?.authorization).toBe('Bearer guest');
  expect(server.loaded).toEqual(['/runs']);
});

const started = (): unknown => ({
  session: { accessToken: 'guest', expiresAt: '2026-01-01T01:00:00Z', user: me.user, workspace: me.workspace },
  errors: [],
});

it('an invitation says what it is for, and leads strangers to an account', async () => {
  server.on('InvitationPreview', () => ({ invitation: preview }));
  await open('/invitations/a-secret');
  expect(page().querySelector('h1')?.textContent).toBe('Join Finance');
  expect(page().textContent).toContain('Ben invites you as Viewer.');
  expect(button('Create an account and join').getAttribute('href')).toBe('/sign-up?invitation=a-secret');
  expect(button('I have an account').getAttribute('href')).toBe('/sign-in?returnTo=%2Finvitations%2Fa-secret');
});

it('somebody who is signed in joins with a press, or is told why not', async () => {
  server.signsIn().on('InvitationPreview', () => ({ invitation: preview }));
  const refused = { __typename: 'UserError', code: 'ALREADY_MEMBER', message: 'You belong here.', path: null };
  server.on('InvitationAccept', () => ({ invitationAccept: { session: null, errors: [refused] } }));
  await open('/invitations/a-secret');
  button('Join the workspace').click();
  await rest();
  expect(page().querySelector('[role=alert]')?.textContent).toContain('You belong here.');
  server.on('InvitationAccept', () => ({ invitationAccept: started() }));
  button('Join the workspace').click();
  await rest();
  expect(server.loaded).toContain('/workflows');
});

it('an invitation that is over says so', async () => {
  server.on('InvitationPreview', () => GraphqlErrors.one('NOT_FOUND', 'INVITATION_NOT_VALID', 'It is too old.'));
  await open('/invitations/a-secret');
  expect(page().querySelector('[role=alert]')?.textContent).toContain('It is too old.');
});

it('a link for a new password is asked for without telling who has an account', async () => {
  server.on('PasswordResetRequest', () => ({ passwordResetRequest: done }));
  await open('/forgot-password');
  await fill({ email: 'nobody@example.com' });
  await rest();
  expect(page().textContent).toContain('If there is an account with nobody@example.com');
});

it('a server without mail says how a new password is had', async () => {
  methods = { ...methods, passwordReset: false };
  await open('/forgot-password');
  expect(page().textContent).toContain('This server sends no mail');
});

it('a new password is set by link, and a link that is over leads to a new one', async () => {
  const over = { __typename: 'UserError', code: 'LINK_NOT_VALID', message: 'This link was used already.', path: null };
  server.on('PasswordReset', () => ({ passwordReset: { errors: [over] } }));
  await open('/new-password/a-secret');
  await fill({ password: 'correct horse' });
  await rest();
  expect(button('Ask for a new link').getAttribute('href')).toBe('/forgot-password');
  server.on('PasswordReset', () => ({ passwordReset: done }));
  await fill({ password: 'correct horse' });
  await rest();
  expect(server.asked('PasswordReset').at(-1)).toEqual({ input: { token: 'a-secret', password: 'correct horse' } });
  expect(page().textContent).toContain('Your new password holds.');
});

it('an address is confirmed by opening the link', async () => {
  server.on('EmailConfirm', () => ({ emailConfirm: done }));
  await open('/confirm-email/a-secret');
  expect(server.asked('EmailConfirm')).toEqual([{ token: 'a-secret' }]);
  expect(page().textContent).toContain('Your e-mail address is confirmed.');
});
