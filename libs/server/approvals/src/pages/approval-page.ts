import { askOf, type Approval } from '../approval';
import { fieldsHtml, type FormReading } from './form-fields';
import { html, type Html } from './html';
import { instantText } from './instant-text';
import { notePage, type Page } from './page';
import { payloadFields } from './schema-fields';
import { valueHtml } from './value-html';

const WORDS: Readonly<Record<Approval['status'], string>> = {
  open: 'Waiting',
  approved: 'Approved',
  rejected: 'Rejected',
  timed_out: 'Out of time',
  cancelled: 'Called off',
};

/** What went wrong with a decision that was just sent. */
export interface PageTrouble {
  readonly status: number;
  readonly message: string;
  readonly reason: string;
  readonly reading?: FormReading;
}

/** The page that asks before anything is decided. */
export function confirmationPage(approval: Approval, label: string, trouble?: PageTrouble): Page {
  const { title, message, isEditable } = askOf(approval);
  const { dueAt, expiresAt } = approval;
  const body = html`<h1>${title}</h1>
    ${trouble && html`<div class="alert" role="alert"><p>${trouble.message}</p></div>`}
    ${message && html`<p class="text">${message}</p>`} ${detailsHtml(approval)}
    ${dueAt && html`<p class="soft">Please decide by ${timeHtml(dueAt)}.</p>`}
    ${expiresAt && html`<p class="soft">Without a decision the run goes on at ${timeHtml(expiresAt)}.</p>`}
    <form method="post">
      ${isEditable ? editHtml(approval, trouble?.reading) : dataHtml(approval)}
      <div class="field">
        <label for="reason">Reason</label>
        <textarea id="reason" name="reason" maxlength="4000">${trouble?.reason}</textarea>
      </div>
      <div class="actions">
        <button name="decision" value="approved">Approve</button>
        <button class="second" name="decision" value="rejected" formnovalidate>Reject</button>
      </div>
      <p class="soft">You decide as ${label}.</p>
    </form>`;
  return { status: trouble?.status ?? 200, title, body };
}

/** The page after the end: what was decided, and by whom; `isTooLate` for somebody who wanted to decide as well. */
export function closedPage(approval: Approval, by: string | null, isTooLate = false): Page {
  const { title } = askOf(approval);
  const { closedAt, reason } = approval;
  const who = by === null ? '' : html` by <strong>${by}</strong>`;
  const when = closedAt === null ? '' : html` on ${timeHtml(closedAt)}`;
  const body = html`<h1>${title}</h1>
    ${isTooLate && html`<div class="alert" role="alert"><p>It was decided already: what you sent changed nothing.</p></div>`}
    <p role="status"><strong>${WORDS[approval.status]}</strong>${who}${when}.</p>
    ${
      reason &&
      html`<h2>Reason</h2>
        <p class="text">${reason}</p>`
    }`;
  return { status: isTooLate ? 409 : 200, title, body };
}

/** The page after a vote that did not decide yet. */
export function countedPage(approval: Approval): Page {
  const { title } = askOf(approval);
  return notePage(200, title, 'Thank you: your decision was counted. Other people still have to decide.');
}

function detailsHtml(approval: Approval): Html | '' {
  const { details, hasDetails } = askOf(approval);
  if (!hasDetails) return '';
  return html`<h2>Details</h2>
    ${valueHtml(details)}`;
}

function dataHtml({ prompt, payload }: Approval): Html | '' {
  return prompt['payload'] === undefined
    ? ''
    : html`<div>
        <h2>Data</h2>
        ${valueHtml(payload)}
      </div>`;
}

function editHtml(approval: Approval, reading: FormReading | undefined): Html {
  const fields = payloadFields(approval.payload, askOf(approval).schema);
  const version = html`<input type="hidden" name="version" value="${approval.payloadVersion}" />`;
  return html`${version}${fieldsHtml(fields, { reading })}`;
}

function timeHtml(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${instantText(at)}</time>`;
}
