import { crowdedLabels } from './crowded-labels';

const ports = [
  { id: 'true', label: 'True' },
  { id: 'false', label: 'Otherwise, when nothing fits' },
];
const at = (x: number, y: number) => ({ x, y });
const crowded = (others: { x: number; y: number }[], targets = others): string =>
  crowdedLabels({ position: at(0, 0), height: 64, ports, others, targets });

it('labels with room are shown', () => {
  expect(crowded([])).toBe('');
  expect(crowded([at(224 + 120, 0)])).toBe('');
  expect(crowded([at(224 + 20, 400)])).toBe('');
});

it('a card beside it hides the labels that do not fit between', () => {
  expect(crowded([at(224 + 56, 0)])).toBe('false');
  expect(crowded([at(224 + 20, 0)])).toBe('true|false');
});

it('a card beside one port leaves the label of the other', () => {
  expect(crowded([at(224 + 20, 40)])).toBe('false');
  expect(crowded([at(224 + 20, -60)])).toBe('true');
});

it('a wire that turns back runs across all labels of its card', () => {
  expect(crowded([at(-400, 0)])).toBe('true|false');
  expect(crowded([at(-400, 0)], [])).toBe('');
});
