import { nextVersion } from './next-version';

describe('nextVersion', () => {
  it('calls the first publication 1.0.0', () => {
    expect(nextVersion('0.0.0')).toBe('1.0.0');
  });

  it('raises the patch when nothing is chosen', () => {
    expect(nextVersion('1.4.9')).toBe('1.4.10');
  });

  it.each([
    ['patch', '1.2.4'],
    ['minor', '1.3.0'],
    ['major', '2.0.0'],
  ] as const)('raises the %s part when asked to', (bump, expected) => {
    expect(nextVersion('1.2.3', bump)).toBe(expected);
  });

  it('obeys a chosen bump for the first publication too', () => {
    expect(nextVersion('0.0.0', 'minor')).toBe('0.1.0');
  });

  it('starts anew from a text that is no semantic version', () => {
    expect(nextVersion('v-final (2)')).toBe('1.0.0');
  });

  it('ends a pre-release with its own number', () => {
    expect(nextVersion('2.0.0-beta.1')).toBe('2.0.0');
  });
});
