import { rememberVisit, returnTo, wasHereBefore } from './return-address';

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
])('an address of %s leads to %s', (wanted, expected) => {
  expect(returnTo(wanted)).toBe(expected);
});

it('remembers that somebody signed in with this browser', () => {
  localStorage.clear();
  expect(wasHereBefore()).toBe(false);
  rememberVisit();
  expect(wasHereBefore()).toBe(true);
});
