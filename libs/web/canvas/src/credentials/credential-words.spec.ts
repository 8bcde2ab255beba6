import { fieldErrors, fitsSlot, freeName, healthWords, isGeneral, signsIn, typesOfSlot } from './credential-words';
import { rowOf, shippedTypes } from './testing/memory-credential-api';

const NOW = Date.parse('2026-01-10T00:00:00Z');
const typeOf = (name: string) => shippedTypes.find(({ type }) => type === name);
const health = (status: 'GOOD' | 'FAILING' | 'RECONNECT' | 'UNKNOWN', message: string | null = null) => ({
  status,
  message,
  account: null,
  checkedAt: null,
});
const wordOf = (row: Partial<Parameters<typeof rowOf>[0]>, type = 'github') =>
  healthWords(rowOf({ id: 'a', type, ...row }), typeOf(type), NOW)?.word;

describe('the health of an account', () => {
  it('is told in a word', () => {
    expect(wordOf({ health: health('GOOD') })).toBe('Works');
    expect(wordOf({ health: health('UNKNOWN') })).toBe('Not tested');
    expect(wordOf({ health: health('FAILING') })).toBe('Failing');
    expect(wordOf({ health: health('RECONNECT') })).toBe('Connect again');
    expect(wordOf({ state: 'PENDING' })).toBe('Being stored');
    expect(wordOf({ state: 'DELETING' })).toBe('Being deleted');
  });

  it('is not told to those who see names only', () => {
    expect(wordOf({ health: null })).toBeUndefined();
  });

  it('wants a sign-in where nobody has signed in yet, and again before it ends for good', () => {
    const tokens = (expiresAt: string | null, renewable: boolean) => ({ expiresAt, renewable, scopes: [] });
    expect(wordOf({ tokens: null }, 'oauth2')).toBe('Not connected');
    expect(wordOf({ tokens: tokens('2026-01-12T00:00:00Z', false) }, 'oauth2')).toBe('Expires soon');
    expect(wordOf({ tokens: tokens('2026-01-12T00:00:00Z', true) }, 'oauth2')).toBe('Connected');
    expect(wordOf({ tokens: tokens(null, false), health: health('GOOD') }, 'oauth2')).toBe('Works');
  });

  it('says what the service said, whose account it is and when that was seen', () => {
    const failing = healthWords(
      rowOf({ id: 'a', type: 'github', health: health('FAILING', 'GitHub said 401.') }),
      undefined,
      NOW,
    );
    expect(failing).toMatchObject({ text: 'GitHub said 401.', isBroken: true });
    const good = { ...health('GOOD'), account: 'ada', checkedAt: '2026-01-09T23:00:00Z' };
    expect(healthWords(rowOf({ id: 'a', type: 'github', health: good }), undefined, NOW)?.text).toMatch(
      /^It works\. Signed in as ada\. Seen .*\.$/,
    );
  });
});

describe('what fits a slot', () => {
  it('is what it names, or whatever authenticates requests', () => {
    expect(fitsSlot({ types: ['openai'] }, 'openai', typeOf('openai'))).toBe(true);
    expect(fitsSlot({ types: ['openai'] }, 'github', typeOf('github'))).toBe(false);
    expect(fitsSlot({ types: ['*'] }, 'http-bearer', typeOf('http-bearer'))).toBe(true);
    expect(fitsSlot({ types: ['*'] }, 'unheard-of', undefined)).toBe(false);
  });

  it('begins with the usual type', () => {
    const types = typesOfSlot({ types: ['openai', 'anthropic'] }, shippedTypes).map(({ type }) => type);
    expect(types).toEqual(['openai', 'anthropic']);
    expect(typesOfSlot({ types: ['*'] }, shippedTypes).length).toBeGreaterThan(5);
  });
});

it('names are free, and numbered when they are not', () => {
  expect(freeName('GitHub', new Set())).toBe('GitHub');
  expect(freeName('GitHub', new Set(['GitHub', 'GitHub 2']))).toBe('GitHub 3');
});

it('types are for any service or for one, and some are signed in at', () => {
  expect(isGeneral(typeOf('http-bearer') as never)).toBe(true);
  expect(isGeneral(typeOf('github') as never)).toBe(false);
  expect([signsIn(typeOf('oauth2')), signsIn(typeOf('oauth2-client-credentials')), signsIn(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('what the server finds wrong', () => {
  it('stands at its field', () => {
    const found = fieldErrors('The fields are not right: token: is too short; headers.x: is no name; odd', [
      'token',
      'headers',
    ]);
    expect([...found]).toEqual([
      ['token', 'Is too short.'],
      ['headers', 'Is no name.'],
      ['', 'Odd.'],
    ]);
  });

  it('stands above all fields when it is about none of them', () => {
    expect([...fieldErrors('Somebody else changed it.', ['token'])]).toEqual([['', 'Somebody else changed it.']]);
    expect([...fieldErrors('The fields are not right: secret: x', [])]).toEqual([['', 'Secret: x.']]);
  });
});
