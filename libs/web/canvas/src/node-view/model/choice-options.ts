import { type Option, searchOptions } from '@millrace/web-ui';
import type { ParamChoice } from '../ports/param-choices';

/** From so many choices on they stand in groups. */
const GROUPS_FROM = 8;

/** Choices as options of a list: each once, those of one family together, with what was typed as the last one. */
export function choiceOptions(choices: readonly ParamChoice[], search: string): readonly Option[] {
  const once = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
  const isGrouped = once.length >= GROUPS_FROM;
  const options = once.map(({ value, label, hint }): Option => ({
    value,
    label: label ?? value,
    ...(hint !== undefined && { description: hint }),
    ...(label !== undefined && { keywords: [value] }),
    ...(isGrouped && { group: familyOf(value) }),
  }));
  const found = together(searchOptions(options, search));
  const typed = search.trim();
  if (typed === '' || once.some(({ value, label }) => value === typed || label === typed)) return found;
  return [...found, { value: typed, label: `Use “${typed}”`, icon: 'corner-down-left' }];
}

/** "gpt-5.1-mini" is of "GPT", "claude-opus-4" of "Claude", "slack/send-message" of "Slack". */
export function familyOf(value: string): string {
  const [head = ''] = value.replace(/^(?:models|ft)[:/]/, '').split(/[-/:._\d]/);
  if (head === '') return 'Others';
  return /^(?:gpt|glm|ai)$/.test(head) ? head.toUpperCase() : head.charAt(0).toUpperCase() + head.slice(1);
}

/** Options of one group stand together, in the order of their first; groups of one are put with the others. */
function together(options: readonly Option[]): readonly Option[] {
  const groups = new Map<string, Option[]>();
  for (const option of options) groups.set(option.group ?? '', [...(groups.get(option.group ?? '') ?? []), option]);
  if (groups.size < 2) return options.map(({ group: _only, ...option }) => option);
  const large = [...groups.values()].filter(({ length }) => length > 1).flat();
  const single = [...groups.values()].filter(({ length }) => length === 1).flat();
  return [...large, ...single.map((option) => ({ ...option, group: large.length > 0 ? 'Others' : 'All' }))];
}
