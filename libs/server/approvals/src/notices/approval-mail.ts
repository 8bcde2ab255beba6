import type { Mail } from '@millrace/server-platform';
import { askOf, type Approval } from '../approval';
import { instantText } from '../pages/instant-text';
import type { Recipient } from '../people';

/** Why somebody is told. */
export type NoticeKind = 'opened' | 'reminder' | 'escalated';

const SUBJECTS: Readonly<Record<NoticeKind, (title: string) => string>> = {
  opened: (title) => `Your decision is needed: ${title}`,
  reminder: (title) => `Still waiting for your decision: ${title}`,
  escalated: (title) => `Nobody has decided yet: ${title}`,
};

const LONGEST_MESSAGE = 4_000;
const LONGEST_TITLE = 150;

/** A gate may be called anything; with its workflow it is told from others. */
function subjectOf(title: string, workflow: string | null): string {
  const cut = title.slice(0, LONGEST_TITLE);
  return workflow === null ? cut : `${cut} (${workflow.slice(0, LONGEST_TITLE)})`;
}

/** What somebody is told of an approval. Details and data stay behind the link. */
export function approvalMail(
  approval: Approval,
  {
    kind,
    recipient,
    workflow,
    page,
    link,
  }: { kind: NoticeKind; recipient: Recipient; workflow: string | null; page: string; link: string | null },
): Mail {
  const { title, message } = askOf(approval);
  const { dueAt, expiresAt } = approval;
  const lines = [
    message.slice(0, LONGEST_MESSAGE) || title,
    '',
    ...(workflow === null ? [] : [`It is a step of the workflow "${workflow}".`]),
    ...(dueAt ? [`Please decide by ${instantText(dueAt)}.`] : []),
    ...(expiresAt ? [`Without a decision the run goes on at ${instantText(expiresAt)}.`] : []),
    ...(link ? ['', 'Approve or reject here, without signing in. The link is only for you and works once:', link] : []),
    ...(recipient.person.startsWith('user:')
      ? ['', link ? 'Or look at it in Millrace:' : 'Decide in Millrace:', page]
      : []),
    '',
    'If you do not know what this is about, do nothing.',
    '',
  ];
  return { to: recipient.email, subject: SUBJECTS[kind](subjectOf(title, workflow)), text: lines.join('\n') };
}
