import { CRON_CHOICES, cronWords } from './cron-words';
import { curlFor } from './curl';
import { amountIn, isoOf, millisecondWords, secondsIn } from './duration-text';
import { adviceFor } from './error-advice';
import { readJson, writeJson } from './json-text';
import { repeatedKeys, readRows, writeRows } from './key-value-rows';
import { asList, headingOf, keysInTable, newElement, oneOf } from './list-rows';
import { retryWords } from './retry-words';
import { countWords, inOneLine, typeWord } from './value-summary';

describe('cron in words', () => {
  it.each([
    ['*/5 * * * *', 'Every 5 minutes'],
    ['* * * * *', 'Every minute'],
    ['0 * * * *', 'Every hour'],
    ['0 9 * * *', 'At 09:00 every day'],
    ['30 8,17 * * 1-5', 'At 08:30 and 17:30 on weekdays'],
    ['0 9 * * MON', 'At 09:00 on Monday'],
    ['0 9 1 * *', 'At 09:00 on day 1 of the month'],
    ['0 0 L * *', 'At 00:00 on the last day of the month'],
    ['0 9 1 1 *', 'At 09:00 on day 1 of the month in January'],
    ['*/15 9-17 * * 1-5', 'Every 15 minutes from 09:00 to 17:59 on weekdays'],
    ['0 */2 * * *', 'Every 2 hours'],
    ['*/10 * * * * *', 'Every 10 seconds'],
    ['15 0 9 * * *', 'At 09:00:15 every day'],
  ])('%s is "%s"', (cron, words) => {
    expect(cronWords(cron)).toBe(words);
  });

  it('says nothing of what is no cron expression', () => {
    expect(cronWords('')).toBeUndefined();
    expect(cronWords('every day')).toBeUndefined();
    expect(cronWords('0 9 * * (')).toBeUndefined();
  });

  it('has words for every common schedule', () => {
    expect(CRON_CHOICES.map(({ cron }) => cronWords(cron))).not.toContain(undefined);
  });
});

describe('durations', () => {
  it('are read from ISO 8601 and from the short form', () => {
    expect(['PT5M', 'P2D', 'P1DT2H', 'P1W', '1h 30m', '90s', '2 days'].map(secondsIn)).toEqual([
      300, 172_800, 93_600, 604_800, 5_400, 90, 172_800,
    ]);
    expect(['', 'P', 'PT', 'soon', '5'].map(secondsIn)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('come back in the largest unit without a fraction', () => {
    expect(amountIn('PT90M')).toEqual({ value: 90, unit: 'minutes' });
    expect(amountIn('PT24H')).toEqual({ value: 1, unit: 'days' });
    expect(isoOf({ value: 5, unit: 'minutes' })).toBe('PT5M');
    expect(isoOf({ value: 2, unit: 'weeks' })).toBe('P2W');
    expect([500, 2_500, 300_000, 7_200_000].map(millisecondWords)).toEqual(['500 ms', '2.5 s', '5 min', '2 h']);
  });
});

describe('JSON as text', () => {
  it('is read, and says where it breaks off', () => {
    expect(readJson('{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
    expect(readJson('  ')).toEqual({ ok: true, value: undefined });
    const broken = readJson('{"a": }');
    expect(broken).toMatchObject({ ok: false, offset: 6 });
    expect(writeJson({ a: 1 })).toBe('{\n  "a": 1\n}');
    expect(writeJson(undefined)).toBe('');
  });
});

describe('tables', () => {
  it('keep the form in which they are written', () => {
    expect(writeRows(readRows({ a: 1, b: 'x' }), 'object')).toEqual({ a: 1, b: 'x' });
    const list = [{ field: 'a.b', value: '{{ x }}' }];
    expect(writeRows(readRows(list), 'list')).toEqual(list);
  });

  it('leave out rows without a name and tell repeated ones', () => {
    const rows = [
      { key: 'a', value: 1 },
      { key: ' ', value: 2 },
      { key: 'a', value: 3 },
    ];
    expect(writeRows(rows, 'object')).toEqual({ a: 3 });
    expect([...repeatedKeys(rows)]).toEqual(['a']);
  });

  it('become lists of rows with two names', () => {
    const keys = keysInTable({ properties: { field: {}, type: {} } });
    expect(asList({ total: 'number' }, keys)).toEqual([{ field: 'total', type: 'number' }]);
    expect(asList('a', undefined)).toEqual(['a']);
    expect(asList(undefined, undefined)).toEqual([]);
  });
});

describe('elements of lists', () => {
  it('are named in the singular', () => {
    expect(['Cases', 'Keys of both', 'Entries', 'Boxes', 'Except'].map(oneOf)).toEqual([
      'Case',
      'Key',
      'Entry',
      'Box',
      'Item',
    ]);
    expect(headingOf({ label: 'Germany' })).toBe('Germany');
    expect(headingOf({ label: '' })).toBeUndefined();
  });

  it('get an id that no other has', () => {
    const form = { properties: { id: {}, label: {} } };
    expect(newElement(form, [])).toEqual({ id: 'case-0', label: 'Case 1' });
    expect(newElement(form, [{ id: 'case-1' }])).toEqual({ id: 'case-2', label: 'Case 3' });
    expect(newElement(undefined, [])).toBe('');
    expect(newElement({ properties: { left: {} } }, [])).toEqual({});
  });
});

describe('words about values', () => {
  it('say type and value in a line', () => {
    expect([typeWord(null), typeWord([1]), typeWord({}), typeWord('a'), typeWord(undefined)]).toEqual([
      'null',
      '1 item',
      'object',
      'string',
      'undefined',
    ]);
    expect([inOneLine(''), inOneLine('a\nb'), inOneLine({ a: 1 }), inOneLine('x'.repeat(9), 5)]).toEqual([
      '[empty]',
      'a ↵ b',
      '{"a":1}',
      'xxxx…',
    ]);
    expect([countWords(1), countWords(2_000)]).toEqual(['1 item', '2,000 items']);
  });
});

describe('retries in words', () => {
  it('tell the pauses', () => {
    const retry = { maxAttempts: 4, backoff: 'exponential', baseMs: 1_000, maxMs: 60_000 } as const;
    expect(retryWords(retry)).toBe('Waits at most 1 s, 2 s, 4 s between tries, less by chance.');
    expect(retryWords({ ...retry, backoff: 'fixed' })).toBe('Waits 1 s before each new try.');
    expect(retryWords({ ...retry, maxAttempts: 1 })).toBe('Tried once.');
  });
});

describe('a call that is ready to copy', () => {
  const webhook = { url: 'https://x.test/hooks/a', methods: ['POST'], auth: 'NONE' };

  it('carries what the webhook asks for', () => {
    expect(curlFor(webhook)).toContain('-d \'{"hello":"world"}\'');
    expect(curlFor({ ...webhook, auth: 'TOKEN' }, 'abc')).toContain("-H 'X-Webhook-Token: abc'");
    expect(curlFor({ ...webhook, auth: 'BASIC' })).toContain("-u 'webhook:<secret>'");
    expect(curlFor({ ...webhook, auth: 'HMAC' })).toContain('openssl dgst -sha256');
    expect(curlFor({ ...webhook, methods: ['GET'] })).toBe("curl 'https://x.test/hooks/a'");
  });
});

describe('advice', () => {
  it('fits the code of the failure', () => {
    expect(adviceFor('NODE_TIMEOUT')).toMatch(/more time/);
    expect(adviceFor('HTTP_503')).toMatch(/retries/);
    expect(adviceFor('SOMETHING_ELSE')).toBeUndefined();
  });
});
