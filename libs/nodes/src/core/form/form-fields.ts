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
  'hidden',
] as const;
const CHOICES: readonly string[] = ['select', 'radio', 'multi'];
const MOST_FIELDS = 100;

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
            ...{ multi: 'Several choices', checkbox: 'Yes or no', hidden: 'Hidden' },
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
  .meta({ title: 'Fields', description: 'What the form asks for.', ui: { control: 'list' } });

/** A field as pages draw it. */
export type FormFieldParam = z.infer<typeof field>;
