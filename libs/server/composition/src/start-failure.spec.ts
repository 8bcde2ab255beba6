import { ConfigError } from '@millrace/server-platform';
import { describeStartFailure } from './start-failure';

const failure = (code: string): Error => Object.assign(new Error('as it came'), { code });

describe('a start that fails', () => {
  it.each([
    ['ECONNREFUSED', 'DATABASE_URL'],
    ['ENOTFOUND', 'DATABASE_URL'],
    ['28P01', 'DATABASE_URL'],
    ['3D000', 'DATABASE_URL'],
    ['EADDRINUSE', 'PORT'],
    ['EACCES', 'PORT'],
    ['EADDRNOTAVAIL', 'HOST'],
  ])('with %s names %s, in one line', (code, setting) => {
    const text = describeStartFailure(failure(code));
    expect(text).toContain(setting);
    expect(text).toContain('(as it came)');
    expect(text).not.toContain('\n');
  });

  it('because of its settings tells all of them', () => {
    const error = new ConfigError([{ name: 'PORT', message: 'must be a number.' }]);
    expect(describeStartFailure(error)).toBe(error.message);
  });

  it('for another reason shows the error with its stack', () => {
    expect(describeStartFailure(new Error('strange'))).toMatch(/^Error: strange\n\s+at /);
    expect(describeStartFailure('strange')).toBe('strange');
    expect(describeStartFailure(failure('EWHAT'))).toContain('Error: as it came');
  });
});
