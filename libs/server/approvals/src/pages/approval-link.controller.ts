import { Public } from '@millrace/server-identity';
import { DomainError } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { askOf, type Approval, type Decision } from '../approval';
import type { ApprovalAnswer } from '../decide/decide-approval';
import { ApprovalLink, type OpenedLink } from './approval-link';
import { closedPage, confirmationPage, countedPage } from './approval-page';
import { readFields, type FormReading } from './form-fields';
import { notePage, sendPage, type Page } from './page';
import { PAYLOAD_PREFIX, payloadFields, payloadIn } from './schema-fields';

const LONGEST_REASON = 4_000;

/** What the form of the page sends. */
interface SentDecision {
  readonly decision: Decision | undefined;
  readonly reason: string;
  readonly version: number | undefined;
}

/** Pages behind links in mails. Looking decides nothing; only the button does. */
@ApiExcludeController()
@Controller('answer')
export class ApprovalLinkController {
  constructor(private readonly links: ApprovalLink) {}

  @Public()
  @Get(':token')
  async look(@Param('token') token: string, @Res() response: Response): Promise<void> {
    sendPage(response, await this.#page(() => this.#shown(token)));
  }

  @Public()
  @Post(':token')
  async decide(@Param('token') token: string, @Body() body: unknown, @Res() response: Response): Promise<void> {
    sendPage(response, await this.#page(() => this.#decided(token, body)));
  }

  async #shown(token: string): Promise<Page> {
    const { approval, decider, decidedBy } = await this.links.open(token);
    return approval.status === 'open' ? confirmationPage(approval, decider.label) : closedPage(approval, decidedBy);
  }

  async #decided(token: string, body: unknown): Promise<Page> {
    const opened = await this.links.open(token);
    const { approval, decidedBy } = opened;
    if (approval.status !== 'open') return closedPage(approval, decidedBy, true);
    const sent = sentIn(body);
    const { answer, reading } = answerOf(approval, sent, body);
    if (answer === undefined)
      return this.#again(opened, 400, 'Choose whether to approve or to reject, and look at the marked fields.', {
        sent,
        reading,
      });
    try {
      const after = await this.links.decide(token, answer);
      return after.status === 'open' ? countedPage(after) : closedPage(after, opened.decider.label);
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      return this.#lost(token, error, { sent, reading });
    }
  }

  /** Somebody was faster, or what was sent cannot be taken. */
  async #lost(
    token: string,
    error: DomainError,
    entered: { sent: SentDecision; reading: FormReading | undefined },
  ): Promise<Page> {
    const opened = await this.links.open(token);
    const { approval, decidedBy } = opened;
    if (approval.status !== 'open') return closedPage(approval, decidedBy, true);
    const { sent, reading } = entered;
    return this.#again(opened, error.status, error.message, { sent, reading: reading && withFindings(reading, error) });
  }

  #again(
    { approval, decider }: OpenedLink,
    status: number,
    message: string,
    { sent, reading }: { sent: SentDecision; reading: FormReading | undefined },
  ): Page {
    const trouble = { status, message, reason: sent.reason };
    return confirmationPage(approval, decider.label, reading ? { ...trouble, reading } : trouble);
  }

  async #page(make: () => Promise<Page>): Promise<Page> {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof DomainError) || error.fault !== 'user') throw error;
      return notePage(error.status, 'This link does not work', error.message);
    }
  }
}

/** What does not fit the schema, said where it was entered. */
function withFindings(reading: FormReading, { details }: DomainError): FormReading {
  const { errors } = (details ?? {}) as { errors?: readonly { readonly path: string; readonly message: string }[] };
  const told = (errors ?? []).flatMap(({ path, message }): [string, string][] => {
    const name = `${PAYLOAD_PREFIX}${path}`;
    return Object.hasOwn(reading.values, name) ? [[name, `It ${message}.`]] : [];
  });
  return { ...reading, errors: { ...reading.errors, ...Object.fromEntries(told) } };
}

function sentIn(body: unknown): SentDecision {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { decision, reason, version } = sent;
  return {
    decision: decision === 'approved' || decision === 'rejected' ? decision : undefined,
    reason: typeof reason === 'string' ? reason.replaceAll('\r\n', '\n').slice(0, LONGEST_REASON) : '',
    version: typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : undefined,
  };
}

/** What was sent as an answer; none when a field is wrong, or nothing was decided. */
function answerOf(
  approval: Approval,
  { decision, reason, version }: SentDecision,
  body: unknown,
): { answer?: ApprovalAnswer; reading: FormReading | undefined } {
  const { isEditable, schema } = askOf(approval);
  const fields = isEditable ? payloadFields(approval.payload, schema) : [];
  const reading = isEditable ? readFields(fields, body) : undefined;
  if (decision === undefined) return { reading };
  const basic = { decision, ...(reason === '' ? {} : { reason }) };
  if (!reading || decision === 'rejected') return { answer: basic, reading };
  if (Object.keys(reading.errors).length > 0) return { reading };
  const payload: Json = payloadIn(fields, reading);
  return { answer: { ...basic, payload, ...(version === undefined ? {} : { seenVersion: version }) }, reading };
}
