import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { signal } from '@angular/core';
import { MutationRefused } from '@millrace/web-api';
import type { CredentialSlot } from '@millrace/workflow-model';
import { CREDENTIAL_API } from '../../credentials/api/credential-api';
import { MemoryCredentialApi, rowOf } from '../../credentials/testing/memory-credential-api';
import { EditorSession } from '../../session/editor-session';
import { NodeCatalogue } from '../../session/catalogue/node-catalogue';
import { documentOf, expressions } from '../../session/testing/documents';
import { ManualTimers } from '../../session/testing/manual-timers';
import { MemoryGateway } from '../../session/testing/memory-gateway';
import { NodeForm } from '../form/node-form';
import { coreDefinitions } from '../testing/core-definitions';
import { AccountField } from './account-field';
import { slotsOf } from './account-slots';

let api: MemoryCredentialApi;
let session: EditorSession;
let timers: ManualTimers;
let fixture: ComponentFixture<AccountField>;

beforeEach(async () => {
  api = new MemoryCredentialApi();
  timers = new ManualTimers();
  TestBed.configureTestingModule({ providers: [{ provide: CREDENTIAL_API, useValue: api }] });
  session = new EditorSession({
    catalogue: new NodeCatalogue(coreDefinitions),
    gateway: new MemoryGateway(
      documentOf([
        { id: 'start', type: 'manual-trigger', label: 'Start' },
        { id: 'ask', type: 'openai/generate-text', label: 'Ask', config: { prompt: 'Hello' } },
        { id: 'call', type: 'http-request', label: 'Call', config: { url: 'https://x.test' } },
      ]),
    ),
    expressions,
    timers,
  });
  await session.load('workflow');
});

async function show(nodeId: string): Promise<CredentialSlot> {
  const [slot] = slotsOf(session.node(nodeId), session.definitionOf(nodeId));
  if (!slot) throw new Error('No slot.');
  session.problems.check();
  fixture = TestBed.createComponent(AccountField);
  fixture.componentRef.setInput('form', new NodeForm(session, signal(nodeId)));
  fixture.componentRef.setInput('slot', slot);
  await fixture.whenStable();
  return slot;
}

const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const words = (): string => element().textContent?.replace(/\s+/g, ' ') ?? '';
const button = (label: string): HTMLButtonElement =>
  [...element().querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === label,
  ) as HTMLButtonElement;

/** Opens the list and gives the words of its lines. */
async function choices(): Promise<HTMLElement[]> {
  element().querySelector<HTMLButtonElement>('[role=combobox]')?.click();
  await fixture.whenStable();
  return [...document.querySelectorAll<HTMLElement>('[role=option]')];
}

it('says that an account is needed, and offers to make one of the only kind that fits', async () => {
  await show('ask');
  expect(words()).toContain('It needs an account.');
  expect(button('New OpenAI credential').disabled).toBe(false);
  expect(words()).toContain('None fits yet.');
});

it('offers accounts of the types that fit, and none that was not shared', async () => {
  api.rows = [
    rowOf({ id: 'mine', type: 'openai', name: 'Ours' }),
    rowOf({ id: 'theirs', type: 'openai', name: 'Theirs', mayUse: false }),
    rowOf({ id: 'other', type: 'slack', name: 'Chat' }),
  ];
  await show('ask');
  expect((await choices()).map((one) => one.textContent?.trim())).toEqual([expect.stringContaining('Ours')]);
});

it('offers every account that authenticates requests where any will do, and none at all', async () => {
  api.rows = [rowOf({ id: 'a', type: 'http-bearer', name: 'Token' }), rowOf({ id: 'b', type: 'github', name: 'Code' })];
  await show('call');
  expect((await choices()).map((one) => one.textContent?.trim())).toEqual([
    'No account',
    expect.stringContaining('Code'),
    expect.stringContaining('Token'),
  ]);
});

it('writes what is chosen as one step of undo, and the problem goes', async () => {
  api.rows = [rowOf({ id: 'mine', type: 'openai', name: 'Ours' })];
  await show('ask');
  const [first] = await choices();
  first?.click();
  timers.pass(1_000);
  await fixture.whenStable();
  expect(session.node('ask')?.credentials).toEqual({ account: 'mine' });
  expect(words()).not.toContain('It needs an account.');
  session.undo();
  expect(session.node('ask')?.credentials).toBeUndefined();
});

it('tries out the chosen account, and shows what was found beside it', async () => {
  api.rows = [rowOf({ id: 'mine', type: 'openai', name: 'Ours' })];
  session.apply({ kind: 'setCredential', nodeId: 'ask', slot: 'account', credentialId: 'mine' }, { label: 'x' });
  await show('ask');
  api.finds = { status: 'FAILING', message: 'OpenAI answered 401.', account: null, checkedAt: null };
  button('Test Ours').click();
  await fixture.whenStable();
  expect(words()).toContain('Failing');
  expect(words()).toContain('OpenAI answered 401.');
});

it('says why an account could not be tried out', async () => {
  api.rows = [rowOf({ id: 'mine', type: 'openai', name: 'Ours' })];
  session.apply({ kind: 'setCredential', nodeId: 'ask', slot: 'account', credentialId: 'mine' }, { label: 'x' });
  await show('ask');
  const failure = {
    __typename: 'UserError',
    code: 'WORKER_SILENT',
    message: 'No worker answered in time.',
    path: null,
  };
  api.fault = new MutationRefused([failure as never]);
  button('Test Ours').click();
  await fixture.whenStable();
  expect(words()).toContain('No worker answered in time.');
});

it('tells of an account that is gone', async () => {
  session.apply({ kind: 'setCredential', nodeId: 'ask', slot: 'account', credentialId: 'gone' }, { label: 'x' });
  await show('ask');
  expect(words()).toContain('It was deleted, or belongs to another workspace.');
});

it('asks to connect again what the service no longer lets in', async () => {
  const health = {
    status: 'RECONNECT' as const,
    message: 'The sign-in was taken back.',
    account: null,
    checkedAt: null,
  };
  api.rows = [rowOf({ id: 'mine', type: 'oauth2', name: 'Calendar', health })];
  session.apply({ kind: 'setCredential', nodeId: 'call', slot: 'account', credentialId: 'mine' }, { label: 'x' });
  await show('call');
  expect(words()).toContain('The sign-in was taken back.');
  expect(button('Connect')).toBeDefined();
});

it('lets somebody who only looks choose nothing and make nothing, and says why', async () => {
  api.rights.set([]);
  api.rows = [rowOf({ id: 'mine', type: 'openai', name: 'Ours', mayUse: false, health: null })];
  await show('ask');
  expect(button('New OpenAI credential').disabled).toBe(true);
  expect(words()).toContain('Your role cannot make any');
});
