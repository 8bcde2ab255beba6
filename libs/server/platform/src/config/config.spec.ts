import { z } from 'zod';
import { commaList, defineConfig, flag, wholeNumber } from './config-schema';
import { describeConfig } from './describe-config';
import { httpConfig, platformConfigs } from './platform.config';
import { ConfigError, readConfig } from './read-config';

const sample = defineConfig(
  {
    SAMPLE_PORT: wholeNumber(1, 100).default(7).describe('A port.'),
    SAMPLE_LIST: commaList().describe('A list.'),
    SAMPLE_FLAG: flag().default(false).describe('A flag.'),
    SAMPLE_NAME: z.string().min(3, 'must have three letters').describe('A name.'),
    SAMPLE_KEY: z.string().min(8, 'must be 8 long').default('made anew').describe('A key.').meta({ secret: true }),
  },
  { requiredInProduction: ['SAMPLE_KEY'] },
);

const problemsOf = (env: Record<string, string>): readonly { name: string; message: string }[] => {
  try {
    readConfig(env, [sample]);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('settings', () => {
  it('are read with their types and defaults', () => {
    const config = readConfig({ SAMPLE_NAME: 'abc', SAMPLE_LIST: ' a, b ,,c', SAMPLE_FLAG: 'on', SAMPLE_PORT: '8' }, [
      sample,
    ]);
    expect(config.of(sample)).toEqual({
      SAMPLE_PORT: 8,
      SAMPLE_LIST: ['a', 'b', 'c'],
      SAMPLE_FLAG: true,
      SAMPLE_NAME: 'abc',
      SAMPLE_KEY: 'made anew',
    });
  });

  it('count as absent when they are empty', () => {
    expect(readConfig({ SAMPLE_NAME: 'abc', SAMPLE_PORT: '', SAMPLE_LIST: ' ' }, [sample]).of(sample)).toMatchObject({
      SAMPLE_PORT: 7,
      SAMPLE_LIST: [],
    });
  });

  it('are all reported at once, with name and meaning', () => {
    expect(problemsOf({ SAMPLE_PORT: 'many', SAMPLE_FLAG: 'perhaps', SAMPLE_KEY: 'short' })).toEqual([
      { name: 'SAMPLE_PORT', message: 'must be a whole number from 1 to 100. A port.' },
      { name: 'SAMPLE_FLAG', message: 'must be true or false. A flag.' },
      { name: 'SAMPLE_NAME', message: 'is missing. A name.' },
      { name: 'SAMPLE_KEY', message: 'must be 8 long. A key.' },
    ]);
  });

  it.each(['0', '101', '1.5', '-1', '1e9', 'NaN', '0x'])('refuse %s for a whole number from 1 to 100', (text) => {
    expect(problemsOf({ SAMPLE_NAME: 'abc', SAMPLE_PORT: text })).toHaveLength(1);
  });

  it('never print a value', () => {
    const secret = 'hunter2';
    expect(() =>
      readConfig(
        { SAMPLE_NAME: 'ab', SAMPLE_KEY: secret, SAMPLE_PORT: secret, DATABASE_URL: `mysql://u:${secret}@h/d` },
        [sample, ...platformConfigs],
      ),
    ).toThrow(ConfigError);
    try {
      readConfig({ SAMPLE_KEY: secret, SAMPLE_PORT: secret, DATABASE_URL: `mysql://u:${secret}@h/d` }, [
        sample,
        ...platformConfigs,
      ]);
    } catch (error) {
      expect(String(error)).not.toContain(secret);
      expect(String(error)).toContain('DATABASE_URL: must look like postgres://user:password@host:5432/database');
    }
  });

  it('have no default in production when they are secrets', () => {
    expect(problemsOf({ NODE_ENV: 'production', SAMPLE_NAME: 'abc' })).toEqual([
      { name: 'SAMPLE_KEY', message: 'is missing. A key.' },
    ]);
    expect(problemsOf({ NODE_ENV: 'production', SAMPLE_NAME: 'abc', SAMPLE_KEY: 'long enough' })).toEqual([]);
  });

  it('cannot be asked for when nobody read them', () => {
    expect(() => readConfig({ SAMPLE_NAME: 'abc' }, [sample]).of(httpConfig)).toThrow(
      'Settings were not read at start: NODE_ENV',
    );
  });

  it('cannot be changed afterwards', () => {
    const values = readConfig({ SAMPLE_NAME: 'abc' }, [sample]).of(sample);
    expect(() => Object.assign(values, { SAMPLE_PORT: 1 })).toThrow(TypeError);
  });

  it('of the platform need nothing but the database', () => {
    const env = { DATABASE_URL: 'postgres://u:p@h:5432/d' };
    expect(readConfig(env, platformConfigs).of(httpConfig)).toMatchObject({ PORT: 3000, NODE_ENV: 'development' });
    expect(() => readConfig({}, platformConfigs)).toThrow(
      'DATABASE_URL: is missing. Address of a Postgres 14 or later.',
    );
  });

  it('refuse exceptions for outgoing requests that are no hosts', () => {
    expect(() =>
      readConfig({ DATABASE_URL: 'postgres://u:p@h/d', OUTBOUND_ALLOW: 'localhost:80, http://x' }, platformConfigs),
    ).toThrow('OUTBOUND_ALLOW: "http://x" is not a host');
  });

  it.each(['nonsense', 'app.example', 'https://app.example/', 'https://app.example/path', '*', 'ftp://app.example'])(
    'refuse %s as an origin of browsers',
    (origin) => {
      const env = { DATABASE_URL: 'postgres://u:p@h/d', ALLOWED_ORIGINS: `https://a.example:8443, ${origin}` };
      expect(() => readConfig(env, platformConfigs)).toThrow(`ALLOWED_ORIGINS: "${origin}" is not an origin`);
      const { ALLOWED_ORIGINS } = readConfig(
        { ...env, ALLOWED_ORIGINS: 'http://localhost:4200,https://a.example' },
        platformConfigs,
      ).of(httpConfig);
      expect(ALLOWED_ORIGINS).toEqual(['http://localhost:4200', 'https://a.example']);
    },
  );

  it('are described for the manual', () => {
    expect(describeConfig([sample])).toEqual([
      { name: 'SAMPLE_PORT', description: 'A port.', default: '7', required: 'no', secret: false },
      { name: 'SAMPLE_LIST', description: 'A list.', default: '', required: 'no', secret: false },
      { name: 'SAMPLE_FLAG', description: 'A flag.', default: 'false', required: 'no', secret: false },
      { name: 'SAMPLE_NAME', description: 'A name.', default: null, required: 'always', secret: false },
      { name: 'SAMPLE_KEY', description: 'A key.', default: null, required: 'in production', secret: true },
    ]);
    for (const { name, description } of describeConfig(platformConfigs))
      expect([name, description.length > 10]).toEqual([name, true]);
  });
});
