/** Fewest characters of a password. */
export const PASSWORD_MIN = 8;
/** What the server hashes at most. */
const PASSWORD_MAX_BYTES = 1_024;

/** What is wrong with an e-mail address; null when nothing is. */
export function emailProblem(email: string): string | null {
  const text = email.trim();
  if (text === '') return 'Enter your e-mail address.';
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
    ? null
    : 'This is not an e-mail address. It looks like name@example.com.';
}

/** What is wrong with a new password; null when nothing is. */
export function newPasswordProblem(password: string): string | null {
  if (password === '') return 'Choose a password.';
  if (password.length < PASSWORD_MIN) {
    const missing = PASSWORD_MIN - password.length;
    return `Add ${missing} more ${missing === 1 ? 'character' : 'characters'}: at least ${PASSWORD_MIN} are needed.`;
  }
  return new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES ? 'This password is too long.' : null;
}

/** What is wrong with the password of somebody who signs in; null when nothing is. */
export function passwordProblem(password: string): string | null {
  return password === '' ? 'Enter your password.' : null;
}
