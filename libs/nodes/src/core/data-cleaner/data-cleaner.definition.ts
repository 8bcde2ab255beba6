import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { parsePattern } from './field-paths';
import { PERSONAL_DATA_KINDS } from './personal-data/finding';
import { isPhoneCountry } from './personal-data/phone';

const patternSchema = z
  .string()
  .max(500)
  .refine(
    (text) => parsePattern(text) !== undefined,
    'Use a path such as `customer.email`, `lines[*].note` or `**.email`.',
  );

const whileMasking = { param: 'maskStyle', is: ['full', 'partial'] };

export const dataCleanerDefinition = defineNode({
  type: 'data-cleaner',
  version: 1,
  title: 'Data cleaner',
  description: 'Tidies text: trims, changes case, removes special characters and masks personal data, however deep.',
  category: 'logic',
  keywords: [
    'trim',
    'normalise',
    'normalize',
    'case',
    'sanitise',
    'mask',
    'pii',
    'privacy',
    'gdpr',
    'anonymise',
    'redact',
  ],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The cleaned data, in the shape in which it came.' }],
  params: z.object({
    value: z
      .json()
      .optional()
      .meta({
        title: 'Data',
        description: 'What is cleaned; the input when empty.',
        ui: { control: 'json', advanced: true },
      }),
    fields: z
      .array(patternSchema)
      .max(100)
      .default([])
      .meta({
        title: 'Fields',
        description:
          'Paths of what is cleaned, such as `customer.email`, `lines[*].note` or `**.email`; all texts when empty. A path covers everything inside.',
        ui: { control: 'list', placeholder: 'customer.email' },
      }),
    exclude: z
      .array(patternSchema)
      .max(100)
      .default([])
      .meta({
        title: 'Except',
        description: 'Paths of what stays as it is, even where `fields` covers it.',
        ui: { control: 'list', placeholder: 'signature' },
      }),
    trim: z
      .boolean()
      .default(true)
      .meta({ title: 'Trim', description: 'Removes spaces at both ends.', ui: { control: 'toggle' } }),
    collapseWhitespace: z
      .boolean()
      .default(false)
      .meta({
        title: 'Collapse spaces',
        description: 'Makes one space of several, and of tabs and line breaks.',
        ui: { control: 'toggle' },
      }),
    case: z
      .enum(['none', 'lower', 'upper', 'title', 'sentence'])
      .default('none')
      .meta({
        title: 'Case',
        description: 'How letters are written.',
        ui: {
          control: 'select',
          labels: {
            none: 'As they are',
            lower: 'lower case',
            upper: 'UPPER CASE',
            title: 'Title Case',
            sentence: 'Sentence case',
          },
        },
      }),
    removeSpecialCharacters: z
      .boolean()
      .default(false)
      .meta({
        title: 'Remove special characters',
        description: 'Leaves letters and digits of every script, and spaces.',
        ui: { control: 'toggle' },
      }),
    keepCharacters: z
      .string()
      .max(200)
      .default('')
      .meta({
        title: 'Characters to keep',
        description: 'Special characters that stay, such as `-_.,@`.',
        ui: { control: 'text', placeholder: '-_.,', showWhen: { param: 'removeSpecialCharacters', is: [true] } },
      }),
    mask: z
      .array(z.enum(PERSONAL_DATA_KINDS))
      .default([])
      .meta({
        title: 'Mask personal data',
        description: 'What is found in the texts and masked.',
        ui: {
          control: 'multi-select',
          labels: {
            email: 'E-mail addresses',
            phone: 'Telephone numbers',
            card: 'Payment cards',
            iban: 'Bank accounts (IBAN)',
            ssn: 'Social security numbers (US)',
            ip: 'IP addresses',
          },
        },
      }),
    maskStyle: z
      .enum(['full', 'partial', 'token'])
      .default('full')
      .meta({
        title: 'Mask with',
        description: 'What stands in the place of personal data.',
        ui: {
          control: 'select',
          labels: {
            full: 'Eight mask characters',
            partial: 'Part of it: a***@example.com, ***-**-6789',
            token: 'A token: [EMAIL_1], the same for equal values',
          },
        },
      }),
    maskCharacter: z
      .string()
      .regex(/^[^\p{L}\p{N}\p{C}\s]$/u, 'Give one character that is no letter, digit or space.')
      .default('*')
      .meta({
        title: 'Mask character',
        description: 'What hidden characters are replaced by.',
        ui: { control: 'text', showWhen: whileMasking, advanced: true },
      }),
    phoneCountry: z
      .string()
      .toUpperCase()
      .refine(isPhoneCountry, 'Give the two letters of a country, such as `US`, `GB` or `DE`.')
      .default('US')
      .meta({
        title: 'Country of telephone numbers',
        description: 'Two letters (ISO 3166); numbers without a country code are read as numbers of this country.',
        ui: { control: 'text', placeholder: 'US', advanced: true },
      }),
    includeNumbers: z
      .boolean()
      .default(false)
      .meta({
        title: 'Mask in numbers too',
        description: 'Whether numbers are searched like text; one that holds personal data becomes a masked text.',
        ui: { control: 'toggle', advanced: true },
      }),
    includeKeys: z
      .boolean()
      .default(false)
      .meta({
        title: 'Clean names of fields too',
        description: 'Whether keys of objects are cleaned like texts.',
        ui: { control: 'toggle', advanced: true },
      }),
    removeInvisible: z
      .boolean()
      .default(false)
      .meta({
        title: 'Remove invisible characters',
        description: 'Removes control and zero-width characters and byte order marks.',
        ui: { control: 'toggle', advanced: true },
      }),
    unicode: z
      .enum(['none', 'NFC', 'NFKC'])
      .default('none')
      .meta({
        title: 'Unicode form',
        description: 'Whether characters that look alike are written alike.',
        ui: {
          control: 'select',
          labels: {
            none: 'As it is',
            NFC: 'NFC: composed',
            NFKC: 'NFKC: composed, full-width and ligatures made plain',
          },
          advanced: true,
        },
      }),
    dropEmpty: z
      .boolean()
      .default(false)
      .meta({
        title: 'Leave out what is empty',
        description: 'Removes fields and elements that are null, or an empty text, list or object after cleaning.',
        ui: { control: 'toggle', advanced: true },
      }),
    includeReport: z
      .boolean()
      .default(false)
      .meta({
        title: 'Give a report',
        description: 'Makes the output `{ data, report }`, where the report counts what was changed and masked.',
        ui: { control: 'toggle', advanced: true },
      }),
  }),
  summary: '{{#mask}}{{.}} {{/mask}}{{case}}',
  traits: { pure: true },
});
