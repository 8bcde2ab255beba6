import { laterOf, nextVersion } from './publish-dialog';

it('the first version is 1.0.0 whatever is chosen', () => {
  expect(nextVersion('0.0.0', 'patch')).toBe('1.0.0');
  expect(nextVersion('0.0.0', 'major')).toBe('1.0.0');
});

it('goes on from the highest number, be that the one of what is live or of the draft', () => {
  expect(laterOf('1.2.3', '1.10.0')).toBe('1.10.0');
  expect(laterOf('2.0.0', '1.10.0')).toBe('2.0.0');
  expect(laterOf('1.0.0', '1.0.0')).toBe('1.0.0');
});

it('a bump raises its number and resets those below', () => {
  expect(nextVersion('1.2.3', 'patch')).toBe('1.2.4');
  expect(nextVersion('1.2.3', 'minor')).toBe('1.3.0');
  expect(nextVersion('1.2.3', 'major')).toBe('2.0.0');
});
