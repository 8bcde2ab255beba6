import fc from 'fast-check';
import { nearestKey } from './nearest-key';

describe('nearestKey', () => {
  it.each([
    ['titel', ['id', 'title', 'body'], 'title'],
    ['operatr', ['field', 'operator', 'value'], 'operator'],
    ['http_request', ['http-request', 'httpbin'], 'http-request'],
    ['FetchData', ['fetchData', 'fetchDate'], 'fetchData'],
    ['emial', ['email', 'emails'], 'email'],
    ['aiPromt', ['aiModel', 'aiPrompt'], 'aiPrompt'],
    ['Europe/Berln', ['Europe/Berlin', 'Europe/Dublin'], 'Europe/Berlin'],
  ])('takes %j for the slip it is among %j', (wanted, candidates, expected) => {
    expect(nearestKey(candidates, wanted)).toBe(expected);
  });

  it.each([
    ['zebra', ['title', 'body']],
    ['x', ['a', 'b']],
    ['id', ['at', 'it']],
    ['', ['title']],
    ['title', []],
  ])('suggests nothing for %j among %j', (wanted, candidates) => {
    expect(nearestKey(candidates, wanted)).toBeUndefined();
  });

  it('counts two letters the wrong way round as one slip', () => {
    expect(nearestKey(['abc', 'acd'], 'acb')).toBe('abc');
  });

  it('gives the earlier candidate when two are as near', () => {
    expect(nearestKey(['name1', 'name2'], 'name3')).toBe('name1');
  });

  it('does not compare long texts', () => {
    const long = 'x'.repeat(100_000);
    expect(nearestKey([long], long)).toBeUndefined();
    expect(nearestKey([long, 'title'], 'titl')).toBe('title');
  });

  it('finds a candidate that differs only in case and punctuation before any other', () => {
    expect(nearestKey(['user_names', 'user-name'], 'userName')).toBe('user-name');
  });

  it('only ever suggests a candidate', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (candidates, wanted) => {
        const suggestion = nearestKey(candidates, wanted);
        expect(suggestion === undefined || candidates.includes(suggestion)).toBe(true);
      }),
    );
  });
});
