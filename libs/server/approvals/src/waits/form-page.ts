import type { JsonObject } from '@millrace/workflow-model';
import { DomainError } from '@millrace/server-platform';
import type { Response } from 'express';
import { fieldsHtml, fieldsIn, type FormDrawing } from '../pages/form-fields';
import { html } from '../pages/html';
import { notePage, sendPage, type Page } from '../pages/page';

/** A field that people do not see: only machines fill it in. */
export const TRAP = 'website_';

/** Tells one showing of a form from another, so that sending it twice does nothing twice. */
export const ONCE = 'once_';

/** Whether a machine filled in what people do not see. */
export function isTrapped(body: unknown): boolean {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[TRAP] : undefined;
  return typeof value === 'string' && value !== '';
}

/** What the page of a form is drawn with. */
export interface FormPageDrawing extends FormDrawing {
  /** Tells this showing from others. */
  readonly once?: string;
}

/** The form of a node, with what was entered and what is wrong. */
export function formPage(ask: JsonObject, { once, ...drawing }: FormPageDrawing = {}): Page {
  const { reading } = drawing;
  const fields = fieldsIn(ask['fields']);
  const encoding = fields.some(({ files }) => files !== undefined) ? html` enctype="multipart/form-data"` : '';
  const title = textIn(ask, 'title') ?? 'Form';
  const count = Object.keys(reading?.errors ?? {}).length;
  const trouble = count === 1 ? 'One field needs another look.' : `${count} fields need another look.`;
  const body = html`<h1>${title}</h1>
    ${textIn(ask, 'description') && html`<p class="text">${textIn(ask, 'description')}</p>`}
    ${count > 0 && html`<div class="alert" role="alert"><p>${trouble}</p></div>`}
    <form method="post" novalidate${encoding}>
      ${fieldsHtml(fields, drawing)} ${once && html`<input type="hidden" name="${ONCE}" value="${once}" />`}
      <div class="trap">
        <label for="trap">Leave this empty</label><input id="trap" name="${TRAP}" tabindex="-1" autocomplete="off" />
      </div>
      <div class="actions"><button>${textIn(ask, 'button') ?? 'Send'}</button></div>
    </form>`;
  // Who listens hears the title first.
  return count > 0 ? { status: 400, title: `${trouble} ${title}`, body } : { status: 200, title, body };
}

/** Thanks, in the words of the node. */
export function thanksPage(ask: JsonObject): Page {
  const title = textIn(ask, 'title') ?? 'Form';
  const text = textIn(ask, 'thanks') ?? 'Thank you. Your answer has arrived.';
  return {
    status: 200,
    title,
    body: html`<h1>${title}</h1>
      <p class="text done" role="status">${text}</p>`,
  };
}

const TITLES: Readonly<Record<string, string>> = {
  WAIT_OVER: 'This form was sent already',
  WAIT_NOT_YET: 'This form is not ready yet',
  RATE_LIMITED: 'Too many at once',
  FORM_TOO_LARGE: 'Too much at once',
  FORM_UNREADABLE: 'That did not arrive',
};

/** Answers with a page, also when the sender did something wrong. */
export async function answerWithPage(response: Response, make: () => Promise<Page>): Promise<void> {
  try {
    sendPage(response, await make());
  } catch (error) {
    if (!(error instanceof DomainError) || error.status >= 500) throw error;
    if (error.retryAfterSeconds !== undefined) response.set('retry-after', String(Math.ceil(error.retryAfterSeconds)));
    sendPage(response, notePage(error.status, TITLES[error.code] ?? 'This form is not here', error.message));
  }
}

function textIn(ask: JsonObject, name: string): string | undefined {
  const value = ask[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
