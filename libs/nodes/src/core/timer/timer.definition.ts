import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { amountOf, blankIsAbsent } from './wait-params';
import { parseDuration } from './duration';

export const timerDefinition = defineNode({
  type: 'timer',
  version: 1,
  title: 'Timer',
  description: 'Waits for a while or until a time, then passes its input on. A waiting run costs nothing.',
  category: 'logic',
  keywords: ['wait', 'delay', 'sleep', 'pause', 'schedule', 'until', 'minutes', 'hours'],
  inputs: [{ id: 'main' }],
  outputs: [{ id: 'main', description: 'The input, unchanged.' }],
  params: z
    .object({
      durationMinutes: amountOf(z.number('Give a number of minutes.').min(0)).meta({
        title: 'Minutes',
        description: 'How long to wait, in minutes; fractions are allowed.',
        ui: { control: 'number', placeholder: '5' },
      }),
      duration: z
        .preprocess(
          blankIsAbsent,
          z
            .string()
            .refine(
              (text) => parseDuration(text) !== undefined,
              'Use an ISO 8601 duration such as `PT5M`, or `1h 30m`.',
            )
            .optional(),
        )
        .meta({
          title: 'Duration',
          description: 'How long to wait, as an ISO 8601 duration such as `P1DT2H`, or short as `1h 30m`.',
          ui: { control: 'duration', placeholder: 'PT5M' },
        }),
      until: z.preprocess(blankIsAbsent, z.union([z.string().max(64), z.number()]).optional()).meta({
        title: 'Until',
        description:
          "When to go on: an ISO 8601 instant, a date and time or a time of day in the workflow's time zone, or milliseconds since 1970.",
        ui: { control: 'date-time', placeholder: '2026-12-24T18:00:00' },
      }),
    })
    .superRefine((params, issues) => {
      const given = [params.durationMinutes, params.duration, params.until].filter((value) => value !== undefined);
      if (given.length === 1) return;
      const message = 'Give exactly one of `durationMinutes`, `duration` and `until`.';
      issues.addIssue({ code: 'custom', path: ['durationMinutes'], message });
    }),
  summary:
    '{{#durationMinutes}}{{durationMinutes}} minutes{{/durationMinutes}}{{duration}}{{#until}}until {{until}}{{/until}}',
  traits: { suspends: true, repeatable: true },
});
