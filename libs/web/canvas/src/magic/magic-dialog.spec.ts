import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ApiError } from '@millrace/web-api';
import { DIALOG_DATA, DialogRef } from '@millrace/web-ui';
import { CREDENTIAL_API } from '../credentials/api/credential-api';
import { MemoryCredentialApi, rowOf } from '../credentials/testing/memory-credential-api';
import { coreDefinitions } from '../node-view/testing/core-definitions';
import { NodeCatalogue } from '../session/catalogue/node-catalogue';
import { EditorSession } from '../session/editor-session';
import { documentOf, expressions } from '../session/testing/documents';
import { ManualTimers } from '../session/testing/manual-timers';
import { MemoryGateway } from '../session/testing/memory-gateway';
import { ASSISTANT_API, type AssistantState, type ConfigureQuestion, type Proposal } from './assistant';
import { MagicDialog } from './magic-dialog';

const proposal: Proposal = {
  config: { method: 'POST', url: 'https://api.stripe.com/v1/customers', body: { name: 'John' } },
  explanation: 'Creates a customer named John.',
  open: [{ param: 'timeoutMs', question: 'How long may it take?' }, { question: 'Which currency?' }],
  account: { slot: 'account', type: 'stripe', title: 'Stripe' },
  tokens: 1_204,
  costUsd: 0.0012,
};

let state: AssistantState;
let answer: Proposal | Error;
let asked: ConfigureQuestion[];
let session: EditorSession;
let fixture: ComponentFixture<MagicDialog>;
let closed: unknown[];

async function open(intent = 'Send a POST request to Stripe to create a customer named John'): Promise<void> {
  const api = new MemoryCredentialApi();
  api.rows = [rowOf({ id: 'c1', type: 'stripe', name: 'Live shop' })];
  session = new EditorSession({
    catalogue: new NodeCatalogue(coreDefinitions),
    gateway: new MemoryGateway(
      documentOf([{ id: 'call', type: 'http-request', label: 'Call', config: { url: 'https://old.test' } }]),
    ),
    expressions,
    timers: new ManualTimers(),
  });
  await session.load('workflow');
  const assistant = {
    status: () => Promise.resolve(state),
    configure: (question: ConfigureQuestion) => {
      asked.push(question);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    draft: () => Promise.reject(new Error('not asked')),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ASSISTANT_API, useValue: assistant },
      { provide: CREDENTIAL_API, useValue: api },
      { provide: DIALOG_DATA, useValue: { session, nodeId: 'call', intent } },
      { provide: DialogRef, useValue: { config: {}, close: (value: unknown) => closed.push(value) } },
    ],
  });
  fixture = TestBed.createComponent(MagicDialog);
  await fixture.whenStable();
}

beforeEach(() => {
  state = { ready: true, model: 'gpt-5.1' };
  answer = proposal;
  asked = [];
  closed = [];
});
afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((one) => one.replaceChildren()));

const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const words = (): string => element().textContent?.replace(/\s+/g, ' ') ?? '';

async function press(label: string): Promise<void> {
  const found = [...element().querySelectorAll('button')].find((one) => one.textContent?.trim() === label);
  if (!found) throw new Error(`No button ${label}: ${words()}`);
  found.click();
  await fixture.whenStable();
}

async function answerWith(at: number, text: string): Promise<void> {
  const field = element().querySelectorAll<HTMLInputElement>('.questions input')[at];
  if (!field) throw new Error('no question');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await fixture.whenStable();
}

it('says what to set when there is no model', async () => {
  state = { ready: false, missing: 'Set ASSISTANT_PROVIDER and ASSISTANT_API_KEY.' };
  await open();
  expect(words()).toContain('Set ASSISTANT_PROVIDER and ASSISTANT_API_KEY.');
  expect(element().querySelector('textarea')).toBeNull();
});

it('shows what is sent, and no value among it', async () => {
  await open();
  const sent = element().querySelector('[data-testid=magic-sent]')?.textContent ?? '';
  expect(JSON.parse(sent)).toMatchObject({ nodeType: 'http-request', filled: ['url'], upstream: [] });
  expect(sent).not.toContain('old.test');
});

it('shows what would change, and writes all of it as one step of undo', async () => {
  await open();
  await press('Fill in');
  expect(asked[0]).toMatchObject({ nodeType: 'http-request', context: { filled: ['url'] } });
  expect(words()).toContain('Creates a customer named John.');
  expect(words()).toContain('1,204 tokens · $0.0012');
  expect([...element().querySelectorAll('.change .kind')].map((one) => one.textContent)).toEqual([
    'added',
    'changed',
    'added',
  ]);
  expect(session.node('call')?.config).toEqual({ url: 'https://old.test' });
  await press('Accept all');
  expect(session.node('call')?.config).toEqual(proposal.config);
  expect(closed).toEqual([true]);
  session.undo();
  expect(session.node('call')?.config).toEqual({ url: 'https://old.test' });
});

it('takes over single params, answers and an account', async () => {
  await open();
  await press('Fill in');
  element().querySelectorAll<HTMLInputElement>('.change input[type=checkbox]')[1]?.click();
  await answerWith(0, '5000');
  await fixture.whenStable();
  element().querySelector<HTMLElement>('mr-select [role=combobox]')?.click();
  await fixture.whenStable();
  const option = [...document.querySelectorAll<HTMLElement>('[role=option]')];
  expect(option.map((one) => one.textContent?.trim())).toEqual(['Live shop', 'New Stripe account…']);
  option[0]?.click();
  await fixture.whenStable();
  await press('Accept 3 of 4');
  expect(session.node('call')).toMatchObject({
    config: { url: 'https://old.test', method: 'POST', body: { name: 'John' }, timeoutMs: 5000 },
    credentials: { account: 'c1' },
  });
});

it('asks again with answers that are about no param', async () => {
  await open('Create a customer');
  await press('Fill in');
  await answerWith(1, 'EUR');
  await press('Ask again with these answers');
  expect(asked[1]?.intent).toBe('Create a customer\nWhich currency? EUR');
});

it('discards without a trace', async () => {
  await open();
  await press('Fill in');
  await press('Discard');
  expect([closed, session.history.canUndo()]).toEqual([[false], false]);
});

it('says why nothing came of it', async () => {
  answer = new ApiError({ code: 'X', message: 'The model did not answer.', category: 'REFUSED' });
  await open();
  await press('Fill in');
  expect(words()).toContain('The model did not answer.');
});
