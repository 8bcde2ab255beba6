import { isDynamic, isExpression, isTemplate } from './dynamic-value';

describe('isExpression', () => {
  it('is true for an object with nothing but the text of an expression', () => {
    expect(isExpression({ $expr: 'trigger.count + 1' })).toBe(true);
  });

  it.each([[{ $expr: 1 }], [{ $expr: 'a', other: 1 }], [{}], [['$expr']], ['$expr'], [null], [undefined], [5]])(
    'is false for %j',
    (value) => {
      expect(isExpression(value)).toBe(false);
    },
  );

  it('does not look at inherited keys', () => {
    const value = Object.create({ $expr: 'a' }) as Record<string, never>;
    expect(isExpression(value)).toBe(false);
  });
});

describe('isTemplate', () => {
  it('is true for text with an opening mustache', () => {
    expect(isTemplate('Hello {{trigger.name}}')).toBe(true);
    expect(isTemplate('{{broken')).toBe(true);
  });

  it('is false for other text and for what is no text', () => {
    expect(isTemplate('Hello {trigger}')).toBe(false);
    expect(isTemplate(['{{a}}'])).toBe(false);
  });
});

describe('isDynamic', () => {
  it('asks about the value itself, not about what is inside', () => {
    expect(isDynamic('{{a}}')).toBe(true);
    expect(isDynamic({ $expr: 'a' })).toBe(true);
    expect(isDynamic({ inner: '{{a}}' })).toBe(false);
    expect(isDynamic(3)).toBe(false);
  });
});
