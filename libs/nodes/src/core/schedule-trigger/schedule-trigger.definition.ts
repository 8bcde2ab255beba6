import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { refineSchedule } from './schedule-rules';

const onlyFor = (...modes: string[]) => ({ param: 'mode', is: modes });

export const scheduleTriggerDefinition = defineNode({
  type: 'schedule-trigger',
  version: 1,
  title: 'Schedule trigger',
  description: 'Starts the workflow at set times: by cron, at an interval, or at given instants.',
  category: 'trigger',
  keywords: ['cron', 'timer', 'interval', 'daily', 'nightly', 'every', 'date', 'time'],
  inputs: [],
  outputs: [{ id: 'main', description: 'When the run was due and when it started.' }],
  params: z
    .object({
      mode: z
        .enum(['cron', 'interval', 'at'])
        .default('cron')
        .meta({
          title: 'Mode',
          description: 'What decides when the workflow starts.',
          ui: {
            control: 'select',
            labels: { cron: 'Cron expression', interval: 'Every so often', at: 'At given times' },
          },
        }),
      cron: z
        .string()
        .trim()
        .max(200)
        .default('0 9 * * *')
        .meta({
          title: 'Cron expression',
          description: 'Minute, hour, day of month, month, day of week; with six fields, seconds come first.',
          ui: { control: 'cron', placeholder: '0 9 * * 1-5', showWhen: onlyFor('cron') },
        }),
      every: z
        .object({
          value: z.number().positive().meta({ title: 'Number' }),
          unit: z.enum(['seconds', 'minutes', 'hours', 'days', 'weeks']).meta({ title: 'Unit' }),
        })
        .default({ value: 1, unit: 'hours' })
        .meta({
          title: 'Every',
          description: 'Time between two starts, at least one second.',
          ui: { control: 'duration', showWhen: onlyFor('interval') },
        }),
      at: z
        .union([z.string(), z.array(z.string())])
        .default([])
        .meta({
          title: 'At',
          description: 'One instant or several, ISO 8601 with a zone, such as `2027-01-31T08:00:00Z`.',
          ui: { control: 'date-time', showWhen: onlyFor('at') },
        }),
      timezone: z
        .string()
        .trim()
        .optional()
        .meta({
          title: 'Time zone',
          description: 'IANA zone in which the cron expression is read; the zone of the workflow when empty.',
          ui: { control: 'timezone', placeholder: 'Europe/Berlin', showWhen: onlyFor('cron') },
        }),
      misfire: z
        .enum(['run-once', 'skip', 'catch-up'])
        .default('run-once')
        .meta({
          title: 'Missed starts',
          description: 'What happens with starts that were missed because nothing was running.',
          ui: {
            control: 'select',
            advanced: true,
            labels: {
              'run-once': 'Start once for all of them',
              skip: 'Leave them out',
              'catch-up': 'Start each of them',
            },
          },
        }),
      catchUpMax: z
        .number()
        .int()
        .min(1)
        .max(1_000)
        .default(10)
        .meta({
          title: 'Catch up at most',
          description: 'How many missed starts are made up for; the latest ones.',
          ui: { control: 'number', advanced: true, showWhen: { param: 'misfire', is: ['catch-up'] } },
        }),
      overlap: z
        .enum(['allow', 'skip', 'queue-one'])
        .default('allow')
        .meta({
          title: 'Overlap',
          description: 'What happens when the run before is not finished yet.',
          ui: {
            control: 'select',
            advanced: true,
            labels: { allow: 'Start anyway', skip: 'Leave this start out', 'queue-one': 'Start when it is finished' },
          },
        }),
    })
    .superRefine(refineSchedule),
  rawParams: ['mode', 'cron', 'every', 'at', 'timezone', 'misfire', 'catchUpMax', 'overlap'],
  output: z.object({
    scheduledFor: z.string().meta({ title: 'Scheduled for', description: 'When the run was due, ISO 8601.' }),
    firedAt: z.string().meta({ title: 'Fired at', description: 'When it was started, ISO 8601.' }),
    scheduleId: z.string().meta({ title: 'Schedule' }),
    isBackfill: z
      .boolean()
      .optional()
      .meta({ title: 'Is a backfill', description: 'Whether the run makes up for an instant of the past.' }),
  }),
  summary: '{{cron}}{{#every}}every {{value}} {{unit}}{{/every}}',
  traits: { trigger: true, pure: true },
  startsOn: 'schedule',
});
