import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { DIALOG_DATA, DialogRef } from '@millrace/web-ui';
import { MutationRefused } from '@millrace/web-api';
import { CREDENTIAL_API } from '../api/credential-api';
import { Credentials } from '../credentials';
import { MemoryCredentialApi, rowOf } from '../testing/memory-credential-api';
import { CredentialDialog } from './credential-dialog';
import type { CredentialDialogData } from './credential-dialog-data';

let api: MemoryCredentialApi;
let fixture: ComponentFixture<CredentialDialog>;
const close = jest.fn();
const saved = jest.fn();

beforeEach(() => {
  close.mockClear();
  saved.mockClear();
  api = new MemoryCredentialApi();
});

async function open(data: CredentialDialogData): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      { provide: CREDENTIAL_API, useValue: api },
      { provide: DialogRef, useValue: { close, config: {} } },
      { provide: DIALOG_DATA, useValue: data },
    ],
  });
  await TestBed.inject(Credentials).load();
  fixture = TestBed.createComponent(CredentialDialog);
  await settle();
}

/** Several rounds: what a press begins asks more than once. */
async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await fixture.whenStable();
}

const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const words = (): string => element().textContent?.replace(/\s+/g, ' ') ?? '';
const field = (name: string): HTMLElement => element().querySelector(`[data-testid="field-${name}"]`) as HTMLElement;

async function press(label: string): Promise<void> {
  const found = [...element().querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === label,
  );
  if (!found) throw new Error(`No button "${label}": ${words()}`);
  found.click();
  await settle();
}

async function type(place: HTMLElement | null, text: string): Promise<void> {
  const input = (place?.matches('input') ? place : place?.querySelector('input')) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await settle();
}

const refusal = (code: string, message: string): MutationRefused =>
  new MutationRefused([{ __typename: 'UserError', code, message, path: null } as never]);

const stored = rowOf({
  id: 'mine',
  type: 'github',
  name: 'Ours',
  filledFields: ['token', 'baseUrl'],
  allowedDomains: ['api.github.com'],
});

describe('a new account', () => {
  it('begins with its kind, services first, and says what each is for', async () => {
    await open({});
    const headings = [...element().querySelectorAll('h3')].map((one) => one.textContent?.trim());
    expect(headings).toEqual(['Services', 'Any service']);
    await type(element().querySelector('mr-search'), 'gith');
    element().querySelector<HTMLButtonElement>('[data-testid=type-github]')?.click();
    await settle();
    expect(words()).toContain('New GitHub credential');
    await press('Another kind');
    expect(words()).toContain('Any service');
  });

  it('offers no choice where only one kind fits', async () => {
    await open({ types: ['slack'] });
    expect(words()).toContain('New Slack credential');
  });

  it('says which fields want a value before anything is sent', async () => {
    await open({ types: ['http-bearer'] });
    await press('Save');
    expect(field('token').textContent).toContain('It needs a value.');
    expect(words()).toContain('Say where it may be sent');
    expect(api.written).toEqual([]);
  });

  it('is stored, told to whoever asked for it, and tried out by itself', async () => {
    await open({ types: ['github'], saved });
    await type(field('token'), 'secret-token');
    await press('Save');
    expect(api.written).toMatchObject([
      ['create', { type: 'github', name: 'GitHub', values: { token: 'secret-token' } }],
      ['test', 'made-1'],
    ]);
    expect(saved).toHaveBeenCalledWith(expect.objectContaining({ id: 'made-1' }));
    expect(words()).toContain('It works. Signed in as ada.');
    expect(element().innerHTML).not.toContain('secret-token');
    await press('Done');
    expect(close).toHaveBeenCalled();
  });

  it('shows what the server refuses where it is wrong', async () => {
    await open({ types: ['github'] });
    await type(field('token'), 'x');
    api.fault = refusal('CREDENTIAL_FIELDS_INVALID', 'The fields are not right: token: is too short');
    await press('Save');
    expect(field('token').textContent).toContain('Is too short.');
    api.fault = refusal('CREDENTIAL_NAME_TAKEN', 'There is a credential called "GitHub" already.');
    await press('Save');
    expect(words()).toContain('There is a credential called "GitHub" already.');
  });

  it('shows the redirect address of the service before anybody leaves for it', async () => {
    await open({ types: ['oauth2'] });
    expect(element().querySelector('[data-testid=redirect-uri]')?.textContent).toBe(
      'https://flows.example.com/oauth/callback',
    );
    expect(words()).toContain('Save and connect');
  });
});

describe('a stored account', () => {
  beforeEach(() => {
    api.rows = [stored];
  });

  it('shows that secrets are set, and where, but none of them', async () => {
    await open({ id: 'mine' });
    expect(field('token').textContent).toContain('••••');
    expect(field('token').querySelector('input')).toBeNull();
    expect(words()).toContain('Stored in encrypted files of this installation, version 3.');
  });

  it('sends only what was changed, and nothing for what stays', async () => {
    await open({ id: 'mine' });
    await type(element().querySelector('[data-testid=credential-name]'), 'Renamed');
    await press('Save');
    expect(api.written[0]).toEqual(['update', 'mine', { name: 'Renamed' }]);
  });

  it('gets new values by rotating, or keeps them after all', async () => {
    await open({ id: 'mine' });
    await press('Rotate');
    await press('Keep Access token as it is');
    expect(field('token').textContent).toContain('••••');
    await press('Replace Access token');
    await type(field('token'), 'newer');
    await press('Save');
    expect(api.written[0]).toEqual(['update', 'mine', { values: { token: 'newer' } }]);
  });

  it('asks for its secrets again when it is to go to other hosts', async () => {
    await open({ id: 'mine', tab: 'access' });
    const area = element().querySelector('textarea') as HTMLTextAreaElement;
    area.value = 'api.github.com, evil.example';
    area.dispatchEvent(new Event('input'));
    await settle();
    api.fault = refusal('CREDENTIAL_SECRETS_REQUIRED', 'Enter its secrets again: token.');
    await press('Save');
    expect(words()).toContain('Enter its secrets again: token.');
    expect(field('token').querySelector('input')).not.toBeNull();
  });

  it('is shared with roles and people at once', async () => {
    await open({ id: 'mine', tab: 'access' });
    const use = [...element().querySelectorAll<HTMLInputElement>('input[type=radio]')][1];
    use?.click();
    await settle();
    expect(api.written).toEqual([['share', 'mine', [{ subjectKind: 'ROLE', subject: 'editor', right: 'USE' }]]]);
  });

  it('says which workflows use it', async () => {
    api.used = [{ workflowId: 'w', workflowName: 'Orders', inDraft: true, isLive: false }];
    await open({ id: 'mine', tab: 'usage' });
    expect(words()).toContain('Orders');
    expect(words()).toContain('Draft only');
  });

  it('of somebody else can be looked at and tried out, not changed', async () => {
    api.rows = [{ ...stored, mayEdit: false, mayShare: false }];
    await open({ id: 'mine' });
    expect(words()).toContain('Its creator, owners and admins change it.');
    expect(words()).not.toContain('Rotate');
    await press('Test');
    expect(api.written).toEqual([['test', 'mine']]);
  });
});
