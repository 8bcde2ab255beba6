import { implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf } from '@millrace/node-sdk';
import { CleanData } from './clean-data';
import type { CleaningRules } from './clean-data';
import { dataCleanerDefinition } from './data-cleaner.definition';
import { parsePattern } from './field-paths';
import type { PathPattern } from './field-paths';
import { Masker } from './personal-data/mask';
import { isPhoneCountry } from './personal-data/phone';

type Params = ParamsOf<typeof dataCleanerDefinition>;

/** Cleans texts wherever they stand, keeps the shape, and tells how much was masked. */
export const dataCleanerNode = implementNode(dataCleanerDefinition, {
  run: (ctx, params) => {
    const cleaning = new CleanData(rulesOf(params));
    const data = cleaning.clean(params.value === undefined ? ctx.input : params.value);
    const report = cleaning.report();
    const { total } = report.masked;
    if (total > 0)
      ctx.log('info', `Masked ${total} ${total === 1 ? 'item' : 'items'} of personal data.`, { ...report.masked });
    return output(params.includeReport ? { data, report: { ...report, masked: { ...report.masked } } } : data);
  },
});

function rulesOf(params: Params): CleaningRules {
  const { trim, collapseWhitespace, removeSpecialCharacters, removeInvisible, unicode } = params;
  const phoneCountry = isPhoneCountry(params.phoneCountry) ? params.phoneCountry : 'US';
  return {
    fields: patternsOf(params.fields),
    exclude: patternsOf(params.exclude),
    includeKeys: params.includeKeys,
    includeNumbers: params.includeNumbers,
    dropEmpty: params.dropEmpty,
    text: {
      trim,
      collapseWhitespace,
      removeSpecialCharacters,
      removeInvisible,
      unicode,
      keep: new Set(params.keepCharacters),
      textCase: params.case,
      personalData: { kinds: new Set(params.mask), phoneCountry, phoneBudget: { tries: 0 } },
      masker: new Masker({ style: params.maskStyle, character: params.maskCharacter }),
    },
  };
}

function patternsOf(paths: readonly string[]): PathPattern[] {
  return paths.map(parsePattern).filter((pattern) => pattern !== undefined);
}
