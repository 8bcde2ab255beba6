import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { ApiError } from '@millrace/web-api';
import type { JsonObject } from '@millrace/workflow-model';
import { EditorSession } from '../../session/editor-session';
import { NodeCatalogue } from '../../session/catalogue/node-catalogue';
import { documentOf, expressions } from '../../session/testing/documents';
import { ManualTimers } from '../../session/testing/manual-timers';
import { MemoryGateway } from '../../session/testing/memory-gateway';
import { slotsOf } from '../accounts/account-slots';
import { NodeForm } from '../form/node-form';
import { paramControls } from '../form/controls';
import { ParamFieldView } from '../form/param-field-view';
import { type ChoiceQuestion, type FoundChoices, PARAM_CHOICES, type ParamChoices } from '../ports/param-choices';
import { coreDefinitions } from '../testing/core-definitions';

let answer: FoundChoices | Error;
let asked: ChoiceQuestion[];
let session: EditorSession;
let fixture: ComponentFixture<ParamFieldView>;

const choices: ParamChoices = {
  find: (question) => {
    asked.push(question);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  },
  workflows: (search) =>
    Promise.resolve(
      [{ value: 'w1', label: 'Find customer' }].filter(({ label }) => label.toLowerCase().includes(search)),
    ),
  workflowName: () => Promise.resolve('Old one'),
};

beforeEach(async () => {
  asked = [];
  answer = { choices: [{ value: 'gpt-5.1' }, { value: 'gpt-5.1-mini', hint: 'ends on 2027-01-01' }], isLive: true };
  TestBed.configureTestingModule({
    providers: [paramControls, { provide: PARAM_CHOICES, useValue: choices }],
  });
  const config: JsonObject = { aiPrompt: 'Hello' };
  const gateway = new MemoryGateway(
    documentOf([
      { id: 'llm', type: 'llm', label: 'Ask', config, credentials: { account: 'c1' } },
      { id: 'bare', type: 'llm', label: 'Bare', config },
      { id: 'agent', type: 'ai-agent', label: 'Agent', config },
    ]),
  );
  const catalogue = new NodeCatalogue(coreDefinitions);
  session = new EditorSession({ catalogue, gateway, expressions, timers: new ManualTimers() });
  await session.load('workflow');
});
afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((one) => one.replaceChildren()));

async function show(nodeId: string, param: string): Promise<void> {
  const form = new NodeForm(session, signal(nodeId));
  fixture = TestBed.createComponent(ParamFieldView);
  fixture.componentRef.setInput('form', form);
  fixture.componentRef.setInput(
    'field',
    form.fields().find(({ name }) => name === param),
  );
  await fixture.whenStable();
}

const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const words = (): string => element().textContent?.replace(/\s+/g, ' ') ?? '';
const value = (nodeId: string, param: string): unknown => session.node(nodeId)?.config[param];

function named(label: string | RegExp): HTMLElement {
  const found = [...element().querySelectorAll<HTMLElement>('button, input, textarea')].find((one) => {
    const name = one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
    return typeof label === 'string' ? name === label : label.test(name);
  });
  if (!found) throw new Error(`Nothing is called ${label}: ${words()}`);
  return found;
}

async function press(label: string | RegExp): Promise<void> {
  named(label).click();
  await fixture.whenStable();
}

async function fill(label: string | RegExp, text: string): Promise<void> {
  const field = named(label) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new Event('change'));
  await fixture.whenStable();
}

async function choose(text: string): Promise<void> {
  const option = [...document.querySelectorAll<HTMLElement>('[role=option], [role=menuitem]')].find((one) =>
    one.textContent?.includes(text),
  );
  option?.click();
  await fixture.whenStable();
}

async function typeInto(text: string): Promise<void> {
  const field = element().querySelector<HTMLInputElement>('[role=combobox]');
  if (!field) throw new Error('no combobox');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await fixture.whenStable();
}

describe('the choice of a model', () => {
  it('asks with the account of the node, and says that the list is live', async () => {
    await show('llm', 'aiModel');
    expect(asked).toEqual([{ type: 'llm', param: 'aiModel', credentialId: 'c1' }]);
    expect(words()).toContain('Live from the provider');
    await typeInto('mini');
    await choose('gpt-5.1-mini');
    expect(value('llm', 'aiModel')).toBe('gpt-5.1-mini');
    expect(words()).toContain('gpt-5.1-mini ends on 2027-01-01.');
  });

  it('says that a list is the shipped one without an account', async () => {
    answer = { choices: [{ value: 'a' }], isLive: false };
    await show('bare', 'aiModel');
    expect(words()).toContain('Shipped list; choose an account to see what it offers');
  });

  it('takes a name that is not in the list', async () => {
    await show('llm', 'aiModel');
    await typeInto('my-own-model');
    await choose('Use “my-own-model”');
    expect(value('llm', 'aiModel')).toBe('my-own-model');
  });

  it('says why the provider could not be asked, and asks again', async () => {
    answer = { choices: [{ value: 'a' }], isLive: false, message: 'The key was refused.' };
    await show('llm', 'aiModel');
    expect(words()).toContain('Shipped list: The key was refused.');
    answer = { choices: [{ value: 'a' }], isLive: true };
    await press('Try again');
    expect(words()).toContain('Live from the provider');
  });

  it('says when the server could not be asked', async () => {
    answer = new ApiError({ code: 'X', message: 'Millrace cannot be reached.', category: 'NETWORK' });
    await show('llm', 'aiModel');
    expect(words()).toContain('Millrace cannot be reached.');
  });
});

describe('the schema of an answer', () => {
  it('is made field by field', async () => {
    await show('llm', 'aiSchema');
    await press('Add field');
    await fill('Name of field 1', 'city');
    await fill('Meaning of city', 'Where they live');
    expect(value('llm', 'aiSchema')).toEqual({
      type: 'object',
      properties: { city: { type: 'string', description: 'Where they live' } },
      required: ['city'],
    });
    await press('Remove city');
    expect(value('llm', 'aiSchema')).toBeUndefined();
  });
});

describe('the tools of an agent', () => {
  it('are HTTP calls with a name, a schema and fixed values', async () => {
    await show('agent', 'tools');
    expect(words()).toContain('Without tools the agent only writes.');
    await press('Add tool');
    await choose('HTTP call');
    expect(words()).toContain('It needs a URL.');
    await press('Add field');
    await fill('Name of field 1', 'id');
    const url = element().querySelector<HTMLInputElement>('input[placeholder^="https://api"]') as HTMLInputElement;
    url.value = 'https://x.test/';
    url.dispatchEvent(new Event('focus'));
    url.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    await press('Insert args.id, which the model gives');
    await press('Add value');
    await fill('Name of fixed value 1', 'headers');
    await fill('Value of headers', '{"x":"1"}');
    expect(value('agent', 'tools')).toEqual([
      {
        kind: 'http',
        name: 'call_api',
        description: '',
        values: { method: 'GET', url: 'https://x.test/{{ args.id }}', headers: { x: '1' } },
        parameters: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
      },
    ]);
    await press('Remove call_api');
    expect(value('agent', 'tools')).toBeUndefined();
  });

  it('have places for accounts while a tool names one', async () => {
    const places = (): readonly string[] =>
      slotsOf(session.node('agent'), session.definitionOf('agent')).map(({ id }) => id);
    expect(places()).toEqual(['account']);
    session.actions.setParam('agent', ['tools'], [{ kind: 'http', name: 'a', account: 'tools-2' }]);
    expect(places()).toEqual(['account', 'tools-2']);
  });

  it('are workflows, found by name', async () => {
    await show('agent', 'tools');
    await press('Add tool');
    await choose('Workflow');
    expect(words()).toContain('Choose the workflow.');
    element().querySelector<HTMLInputElement>('mr-options-control [role=combobox]')?.click();
    await fixture.whenStable();
    await choose('Find customer');
    expect(value('agent', 'tools')).toMatchObject([{ kind: 'workflow', workflowId: 'w1' }]);
  });
});
