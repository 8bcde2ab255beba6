import { z } from 'zod';

const KINDS = [
  'text',
  'textarea',
  'number',
  'email',
  'url',
  'date',
  'time',
  'select',
  'radio',
  'multi',
  'checkbox',
  'file',
  'hidden',
] as const;
const CHOICES: readonly string[] = ['select', 'radio', 'multi'];
const MOST_FIELDS = 100;
/** Ends of names, media types, and groups of them. */
const FILE_KIND = /^(\.[\w.+-]+|[\w.+-]+\/(\*|[\w.+-]+))$/;

const optionText = z.coerce.string().trim().min(1).max(200);

const field = z
  .object({
    name: z
      .string()
      .trim()
      .regex(/^[A-Za-z][\w-]{0,63}$/, 'Begin with a letter; then letters, digits, `_` and `-`.')
      .meta({
        title: 'Name',
        description: 'What the answer is called in the data.',
        ui: { control: 'text', placeholder: 'email' },
      }),
    label: z
      .string()
      .max(500)
      .default('')
      .meta({
        title: 'Label',
        description: 'What people read; the name when empty.',
        ui: { control: 'text', placeholder: 'Your address' },
      }),
    kind: z
      .enum(KINDS)
      .default('text')
      .meta({
        title: 'Kind',
        description: 'What can be entered.',
        ui: {
          control: 'select',
          labels: {
            ...{
              text: 'One line of text',
              textarea: 'Several lines of text',
              number: 'Number',
              email: 'E-mail address',
            },
            ...{
              url: 'Web address',
              date: 'Date',
              time: 'Time',
              select: 'Choice from a list',
              radio: 'Choice of a few',
            },
            ...{ multi: 'Several choices', checkbox: 'Yes or no', file: 'File', hidden: 'Hidden' },
          },
        },
      }),
    required: z
      .boolean()
      .default(false)
      .meta({ title: 'Required', description: 'It has to be filled in.', ui: { control: 'toggle' } }),
    options: z
      .array(optionText)
      .max(500)
      .default([])
      .meta({
        title: 'Choices',
        description: 'What can be chosen.',
        ui: { control: 'list', showWhen: { param: 'kind', is: ['select', 'radio', 'multi'] } },
      }),
    multiple: z
      .boolean()
      .default(false)
      .meta({
        title: 'Several files',
        description: 'Up to ten at once; the answer is then a list.',
        ui: { control: 'toggle', showWhen: { param: 'kind', is: ['file'] } },
      }),
    accept: z
      .string()
      .trim()
      .max(500)
      .default('')
      .refine(areFileKinds, 'Ends of names such as `.pdf` or types such as `image/*`, with commas between.')
      .meta({
        title: 'Kinds of files',
        description: 'Ends of names and types, with commas between; any file when empty.',
        ui: { control: 'text', placeholder: '.pdf, image/*', showWhen: { param: 'kind', is: ['file'] } },
      }),
    maxMegabytes: z
      .number()
      .positive()
      .max(16)
      .optional()
      .meta({
        title: 'Largest file (MB)',
        description: 'What the installation takes for a whole form when empty: 5 MB unless it is set otherwise.',
        ui: { control: 'number', showWhen: { param: 'kind', is: ['file'] } },
      }),
    help: z
      .string()
      .max(1_000)
      .default('')
      .meta({ title: 'Help', description: 'A line under the field.', ui: { control: 'text', advanced: true } }),
    placeholder: z
      .string()
      .max(200)
      .default('')
      .meta({
        title: 'Placeholder',
        description: 'An example inside of the field.',
        ui: { control: 'text', advanced: true },
      }),
    value: z
      .json()
      .optional()
      .meta({
        title: 'Starts with',
        description: 'What is filled in already; templates are filled in.',
        ui: { control: 'text', advanced: true },
      }),
  })
  .superRefine(({ kind, options }, issues) => {
    if (!CHOICES.includes(kind) || options.length > 0) return;
    issues.addIssue({ code: 'custom', path: ['options'], message: 'Give at least one choice.' });
  });

function areFileKinds(text: string): boolean {
  return text
    .split(/[\s,;]+/)
    .filter((kind) => kind !== '')
    .every((kind) => FILE_KIND.test(kind));
}

/** The fields of a form, as a param. */
export const fieldsParam = z
  .array(field)
  .min(1, 'A form needs a field.')
  .max(MOST_FIELDS)
  .superRefine((fields, issues) => {
    const seen = new Set<string>();
    fields.forEach(({ name }, index) => {
      if (seen.has(name))
        issues.addIssue({ code: 'custom', path: [index, 'name'], message: 'Another field has this name.' });
      seen.add(name);
    });
  })
  .meta({ title: 'Fields', description: 'What the form asks for.', ui: { control: 'list', describes: 'form' } });

/** A field as pages draw it. */
export type FormFieldParam = z.infer<typeof field>;
