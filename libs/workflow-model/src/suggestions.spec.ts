import { suggestions } from './suggestions';

describe('suggestions', () => {
  it('suggest the nearest key', () => {
    expect(suggestions()(['title', 'body'], 'titel')).toBe('title');
  });

  it('come to an end with their budget, whatever is asked', () => {
    const suggest = suggestions(2);
    expect([suggest(['title'], 'titel'), suggest(['title'], 'zzz'), suggest(['title'], 'titel')]).toEqual([
      'title',
      undefined,
      undefined,
    ]);
  });

  it('do not share their budget with another report', () => {
    suggestions(1)(['title'], 'titel');
    expect(suggestions(1)(['title'], 'titel')).toBe('title');
  });
});
