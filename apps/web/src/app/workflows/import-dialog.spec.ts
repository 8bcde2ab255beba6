import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { BROWSER, provideWebApi, Session } from '@millrace/web-api';
import { FakeServer, settled } from '@millrace/web-api/testing';
import { DialogRef } from '@millrace/web-ui';
import { ImportDialog } from './import-dialog';

let server: FakeServer;
let fixture: ComponentFixture<ImportDialog>;
const close = jest.fn();
const issue = {
  __typename: 'WorkflowIssue',
  code: 'UNKNOWN_TYPE',
  message: 'There is no node of the type “htp”.',
  severity: 'ERROR',
  nodeId: 'a',
  edgeId: null,
  path: null,
  range: null,
};

beforeEach(async () => {
  close.mockClear();
  server = new FakeServer().signsIn().on('ValidateDocument', () => ({
    workflowValidate: { __typename: 'WorkflowValidation', valid: true, issues: [] },
  }));
  TestBed.configureTestingModule({
    providers: [
      provideWebApi(),
      { provide: BROWSER, useValue: server },
      { provide: DialogRef, useValue: { close, config: {} } },
    ],
  });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  fixture = TestBed.createComponent(ImportDialog);
  await fixture.whenStable();
});

const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
const button = (): HTMLButtonElement => element().querySelector('footer button:last-child') as HTMLButtonElement;

async function paste(text: string): Promise<void> {
  const area = element().querySelector('textarea') as HTMLTextAreaElement;
  area.value = text;
  area.dispatchEvent(new Event('input'));
  await stable();
}

async function stable(): Promise<void> {
  await settled();
  await fixture.whenStable();
  await settled();
  await fixture.whenStable();
}

it('nothing can be imported before there is something', () => {
  expect(button().disabled).toBe(true);
});

it('says what is wrong with a text that is no workflow', async () => {
  await paste('{ nodes');
  expect(element().textContent).toContain('This is not JSON');
  expect(button().disabled).toBe(true);
});

it('shows what it has found, and that nothing is wrong with it', async () => {
  await paste('{"name":"Orders","nodes":[{"id":"a"}]}');
  expect(element().querySelector<HTMLInputElement>('.found input')?.value).toBe('Orders');
  expect(element().textContent).toContain('1 node');
  expect(element().textContent).toContain('Nothing is wrong with it.');
  expect(server.asked('ValidateDocument')).toEqual([{ document: { name: 'Orders', nodes: [{ id: 'a' }] } }]);
});

it('shows problems, and imports all the same', async () => {
  server
    .on('ValidateDocument', () => ({ workflowValidate: { __typename: 'V', valid: false, issues: [issue] } }))
    .on('WorkflowImport', () => ({
      workflowImport: { __typename: 'P', workflow: { __typename: 'Workflow', id: 'w9' }, issues: [issue], errors: [] },
    }));
  await paste('{"name":"Orders","nodes":[]}');
  expect(element().querySelector('.issues')?.textContent).toContain('“htp”');
  button().click();
  await stable();
  expect(server.asked('WorkflowImport')).toEqual([
    { input: { document: { name: 'Orders', nodes: [] }, name: 'Orders' } },
  ]);
});

it('a document that is refused says why, and stays', async () => {
  const failure = {
    __typename: 'WorkflowInvalid',
    code: 'WORKFLOW_INVALID',
    message: 'It cannot be stored.',
    path: null,
    issues: [issue],
  };
  server.on('WorkflowImport', () => ({
    workflowImport: { __typename: 'P', workflow: null, issues: null, errors: [failure] },
  }));
  await paste('{"name":"Orders","nodes":[]}');
  button().click();
  await stable();
  expect(close).not.toHaveBeenCalled();
  expect(element().textContent).toContain('It cannot be stored.');
  expect(element().querySelector('.issues')?.textContent).toContain('“htp”');
});

it('takes a file', async () => {
  const picker = element().querySelector('input[type=file]') as HTMLInputElement;
  const file = new File(['{"name":"From a file","nodes":[]}'], 'orders.json', { type: 'application/json' });
  Object.defineProperty(file, 'text', { value: async () => '{"name":"From a file","nodes":[]}' });
  Object.defineProperty(picker, 'files', { value: [file] });
  picker.dispatchEvent(new Event('change'));
  await stable();
  expect(element().textContent).toContain('orders.json');
  expect(element().querySelector<HTMLInputElement>('.found input')?.value).toBe('From a file');
});
