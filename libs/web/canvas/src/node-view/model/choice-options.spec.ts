import { choiceOptions, familyOf } from './choice-options';

const models = ['gpt-5.1', 'claude-opus-4', 'gpt-5.1-mini', 'claude-haiku-4', 'o3', 'llama-3', 'gpt-4o', 'llama-4'].map(
  (value) => ({ value }),
);

it('groups many choices by family, those alone at the end', () => {
  const options = choiceOptions(models, '');
  expect(options.map(({ group }) => group)).toEqual([
    ...['GPT', 'GPT', 'GPT', 'Claude', 'Claude', 'Llama', 'Llama', 'Others'],
  ]);
});

it('does not group a few', () => {
  expect(choiceOptions(models.slice(0, 3), '').every(({ group }) => group === undefined)).toBe(true);
});

it('finds by label and value, and offers what was typed', () => {
  const found = choiceOptions(
    [
      { value: 'w1', label: 'Find customer' },
      { value: 'w2', label: 'Send mail' },
    ],
    'custom',
  );
  expect(found.map(({ label }) => label)).toEqual(['Find customer', 'Use “custom”']);
  expect(choiceOptions(models, 'gpt-4o').at(-1)?.label).toBe('gpt-4o');
});

it('shows each value once, with what to know about it', () => {
  expect(choiceOptions([{ value: 'a', hint: 'ends on 2027-01-01' }, { value: 'a' }], '')).toHaveLength(1);
  expect(choiceOptions([{ value: 'a', hint: 'ends soon' }], '')[0]?.description).toBe('ends soon');
});

it('names families', () => {
  expect(['gpt-5', 'models/gemini-2', 'slack/send', '7b'].map(familyOf)).toEqual(['GPT', 'Gemini', 'Slack', 'Others']);
});
