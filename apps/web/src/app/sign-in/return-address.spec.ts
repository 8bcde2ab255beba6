import { cameBackTo, leaveFor, rememberVisit, returnTo, wasHereBefore } from './return-address';

it.each([
  ['/workflows/w1?node=n1', '/workflows/w1?node=n1'],
  ['/', '/'],
  [null, '/workflows'],
  ['', '/workflows'],
  ['https://evil.example', '/workflows'],
  ['//evil.example', '/workflows'],
  ['/\\evil.example', '/workflows'],
  ['javascript:alert(1)', '/workflows'],
  ['/sign-in?returnTo=/x', '/workflows'],
  ['/forgot-password', '/workflows'],
  ['/invitations/a-secret', '/invitations/a-secret'],
])('an address of %s leads to %s', (wanted, expected) => {
  expect(returnTo(wanted)).toBe(expected);
});

it('remembers that somebody signed in with this browser', () => {
  localStorage.clear();
  expect(wasHereBefore()).toBe(false);
  rememberVisit();
  expect(wasHereBefore()).toBe(true);
});

it('somebody who signs in at another service comes back to the page that they asked for, once', () => {
  expect(cameBackTo()).toBeNull();
  leaveFor('/runs?status=failed');
  expect(cameBackTo()).toBe('/runs?status=failed');
  expect(cameBackTo()).toBeNull();
});

it('whoever comes back much later begins anew', () => {
  leaveFor('/runs');
  const [wanted, atMs] = JSON.parse(sessionStorage.getItem('millrace.away') ?? '[]') as [string, number];
  sessionStorage.setItem('millrace.away', JSON.stringify([wanted, atMs - 11 * 60_000]));
  expect(cameBackTo()).toBeNull();
});
