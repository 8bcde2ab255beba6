import { paintOf } from './note-colours';

it('knows its own colours by their tokens, and tints the surface with others', () => {
  expect(paintOf('green')).toBe('var(--note-green)');
  expect(paintOf('#aa3300')).toBe('color-mix(in oklab, #aa3300 25%, var(--surface-1))');
});
