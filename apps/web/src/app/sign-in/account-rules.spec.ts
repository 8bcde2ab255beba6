import { emailProblem, newPasswordProblem, passwordProblem } from './account-rules';

it.each(['ana@example.com', ' ana.reyes+work@mail.example.co.uk '])('“%s” is an e-mail address', (email) => {
  expect(emailProblem(email)).toBeNull();
});

it.each(['', 'ana', 'ana@', '@example.com', 'ana@example', 'a b@example.com'])('“%s” is none', (email) => {
  expect(emailProblem(email)).not.toBeNull();
});

it('says how many characters a password still lacks', () => {
  expect(newPasswordProblem('')).toBe('Choose a password.');
  expect(newPasswordProblem('abc')).toContain('5 more characters');
  expect(newPasswordProblem('abcdefg')).toContain('1 more character:');
  expect(newPasswordProblem('abcdefgh')).toBeNull();
  expect(newPasswordProblem('ü'.repeat(600))).toBe('This password is too long.');
});

it('signing in takes any password that is not empty', () => {
  expect([passwordProblem(''), passwordProblem('x')]).toEqual(['Enter your password.', null]);
});
