import { copyName } from './copy-name';

describe('copyName', () => {
  it.each([
    ['Report', 'Report (copy)'],
    ['Report (copy)', 'Report (copy 2)'],
    ['Report (copy 9)', 'Report (copy 10)'],
    ['(copy)', '(copy) (copy)'],
  ])('turns %s into %s', (name, expected) => {
    expect(copyName(name)).toBe(expected);
  });

  it('shortens a name that would become too long', () => {
    const copy = copyName('n'.repeat(200));
    expect(copy).toHaveLength(200);
    expect(copy.endsWith(' (copy)')).toBe(true);
  });
});
