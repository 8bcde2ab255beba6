import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { parseDuration } from '../timer/duration';
import { amountOf, blankIsAbsent } from '../timer/wait-params';

export const approvalGateDefinition = defineNode({
  type: 'approval-gate',
  version: 1,
  title: 'Approval gate',
  description: 'Waits until somebody approves or rejects, or until time is up.',
  category: 'logic',
  keywords: ['human', 'review', 'approve', 'reject', 'wait', 'confirm', 'decision'],
  inputs: [{ id: 'main' }],
  outputs: [
    { id: 'approved', label: 'approved', description: 'Live when the answer says `approved: true`.' },
    { id: 'rejected', label: 'rejected', description: 'Live for every other answer.' },
    { id: 'timeout', label: 'timeout', description: 'Live when nobody answered in time.' },
  ],
  params: z
    .object({
      message: z
        .json()
        .optional()
        .meta({
          title: 'Message',
          description: 'What the person who decides reads; templates are filled in.',
          ui: { control: 'textarea', rows: 3, placeholder: 'Please review the generated content' },
        }),
      eventName: z
        .preprocess(
          blankIsAbsent,
          z
            .string()
            .trim()
            .max(200)
            .regex(/^[^\p{Cc}]*$/u, 'No control characters.')
            .optional(),
        )
        .meta({
          title: 'Event name',
          description: 'Name of the event that brings the answer; `approval_<node id>` when empty.',
          ui: { control: 'text', placeholder: 'manager_approval' },
        }),
      timeoutHours: amountOf(z.number('Give a number of hours.').positive('Give more than 0 hours.')).meta({
        title: 'Timeout in hours',
        description: 'How long to wait for an answer, in hours; for ever when no timeout is given.',
        ui: { control: 'number', placeholder: '24' },
      }),
      timeout: z
        .preprocess(
          blankIsAbsent,
          z
            .string()
            .refine((text) => parseDuration(text) !== undefined, 'Use an ISO 8601 duration such as `P2D`, or `36h`.')
            .optional(),
        )
        .meta({
          title: 'Timeout',
          description: 'The same as an ISO 8601 duration such as `P2D`, or short as `36h`.',
          ui: { control: 'duration', placeholder: 'P2D', advanced: true },
        }),
      details: z
        .json()
        .optional()
        .meta({
          title: 'Details',
          description: 'Further data that is shown beside the message.',
          ui: { control: 'json', advanced: true },
        }),
    })
    .superRefine(({ timeoutHours, timeout }, issues) => {
      if (timeoutHours === undefined || timeout === undefined) return;
      const message = 'Give either `timeoutHours` or `timeout`, not both.';
      issues.addIssue({ code: 'custom', path: ['timeout'], message });
    }),
  summary: '{{message}}',
  traits: { suspends: true, repeatable: true, branches: true },
});
