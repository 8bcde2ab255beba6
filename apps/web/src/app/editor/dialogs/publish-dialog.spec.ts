import { nextVersion } from './publish-dialog';

it('the first version is 1.0.0 whatever is chosen', () => {
  expect(nextVersion(undefined, 'major')).toBe('1.0.0');
});

it('a bump raises its number and resets those below', () => {
  expect(nextVersion('1.2.3', 'patch')).toBe('1.2.4');
  expect(nextVersion('1.2.3', 'minor')).toBe('1.3.0');
  expect(nextVersion('1.2.3', 'major')).toBe('2.0.0');
});
