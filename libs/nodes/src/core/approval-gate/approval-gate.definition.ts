import { defineNode } from '@millrace/node-sdk';
import { z } from 'zod';
import { parseDuration } from '../timer/duration';
import { amountOf, blankIsAbsent } from '../timer/wait-params';
import { namesIn } from './assignees';

const MOST_PEOPLE = 50;

const duration = z.preprocess(
  blankIsAbsent,
  z
    .string()
    .refine((text) => parseDuration(text) !== undefined, 'Use an ISO 8601 duration such as `P2D`, or `36h`.')
    .optional(),
);

const people = z.preprocess(namesIn, z.array(z.string().trim().min(1).max(260)).max(MOST_PEOPLE).optional());

const count = (what: string) =>
  amountOf(z.number(`Give a number of ${what}.`).int('Give a whole number.').min(1).max(50));

const decision = {
  message: z
    .json()
    .optional()
    .meta({
      title: 'Message',
      description: 'What the person who decides reads; templates are filled in.',
      ui: { control: 'textarea', rows: 3, placeholder: 'Please review the generated content' },
    }),
  details: z
    .json()
    .optional()
    .meta({
      title: 'Details',
      description: 'Further data that is shown beside the message.',
      ui: { control: 'json', advanced: true },
    }),
  editable: z
    .boolean()
    .default(false)
    .meta({
      title: 'Data can be edited',
      description: 'Whoever approves may change the data first; the gate passes on what they made of it.',
      ui: { control: 'toggle' },
    }),
  payload: z
    .json()
    .optional()
    .meta({
      title: 'Data to edit',
      description: 'What can be changed; the input when empty.',
      ui: { control: 'json', showWhen: { param: 'editable', is: [true] } },
    }),
  schema: z
    .json()
    .optional()
    .meta({
      title: 'JSON Schema of the data',
      description: 'What the edited data has to fit; it also makes a form of it. Templates in it are not filled in.',
      ui: { control: 'code', language: 'json', rows: 8, showWhen: { param: 'editable', is: [true] }, advanced: true },
    }),
};

const whoDecides = {
  assignees: people.meta({
    title: 'Who decides',
    description:
      'Members or other people by their address, or roles such as `editor` (that role or a higher one). Everybody who may control runs when empty.',
    ui: { control: 'list', placeholder: 'ada@example.com' },
  }),
  quorum: count('people who must approve').meta({
    title: 'How many must approve',
    description: 'One is enough when empty.',
    ui: { control: 'number', placeholder: '1' },
  }),
  rejectQuorum: count('people who must reject').meta({
    title: 'How many must reject',
    description: 'One is enough when empty.',
    ui: { control: 'number', placeholder: '1', advanced: true },
  }),
  linkNeedsSignIn: z
    .boolean()
    .default(false)
    .meta({
      title: 'Links ask to sign in',
      description: 'Links in mails open the approval in Millrace instead of letting their reader decide at once.',
      ui: { control: 'toggle', advanced: true },
    }),
};

const timing = {
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
  timeout: duration.meta({
    title: 'Timeout',
    description: 'The same as an ISO 8601 duration such as `P2D`, or short as `36h`.',
    ui: { control: 'duration', placeholder: 'P2D', advanced: true },
  }),
  due: z.preprocess(blankIsAbsent, z.string().trim().max(64).optional()).meta({
    title: 'Due',
    description:
      'When it should be decided: a duration such as `P1D` or `4h`, or a date. Nothing ends then; the timeout if empty.',
    ui: { control: 'text', placeholder: 'P1D' },
  }),
  remindEvery: duration.meta({
    title: 'Remind every',
    description: 'Tells those who have not decided again after this time, until it is decided.',
    ui: { control: 'duration', placeholder: 'P1D', advanced: true },
  }),
  escalateAfter: duration.meta({
    title: 'Escalate after',
    description: 'When nobody has decided by then, further people may decide too and are told.',
    ui: { control: 'duration', placeholder: 'P2D', advanced: true },
  }),
  escalateTo: people.meta({
    title: 'Escalate to',
    description: 'Who is asked in addition then, as under "Who decides".',
    ui: { control: 'list', placeholder: 'grace@example.com', advanced: true },
  }),
};

export const approvalGateDefinition = defineNode({
  type: 'approval-gate',
  version: 1,
  title: 'Approval gate',
  description: 'Waits until somebody approves or rejects, or until time is up.',
  category: 'logic',
  keywords: ['human', 'review', 'approve', 'reject', 'wait', 'confirm', 'decision', 'quorum', 'assign'],
  inputs: [{ id: 'main' }],
  outputs: [
    { id: 'approved', label: 'approved', description: 'Live when it was approved.' },
    { id: 'rejected', label: 'rejected', description: 'Live when it was rejected.' },
    { id: 'timeout', label: 'timeout', description: 'Live when nobody answered in time.' },
  ],
  params: z.object({ ...decision, ...whoDecides, ...timing }).superRefine((params, issues) => {
    const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
    if (params.timeoutHours !== undefined && params.timeout !== undefined) {
      refuse('timeout', 'Give either `timeoutHours` or `timeout`, not both.');
    }
    if ((params.escalateTo?.length ?? 0) > 0 && params.escalateAfter === undefined) {
      refuse('escalateAfter', 'Say when the others are asked.');
    }
    if (params.escalateAfter !== undefined && (params.escalateTo?.length ?? 0) === 0) {
      refuse('escalateTo', 'Say who is asked then.');
    }
  }),
  rawParams: ['schema'],
  summary: '{{message}}',
  traits: { suspends: true, repeatable: true, branches: true },
});
