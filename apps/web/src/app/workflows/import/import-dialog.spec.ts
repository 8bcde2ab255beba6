import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer, settled } from '@millrace/web-api/testing';
import { DIALOG_DATA, DialogRef } from '@millrace/web-ui';
import { ImportDialog } from './import-dialog';

let server: FakeServer;
let fixture: ComponentFixture<ImportDialog>;
const dropped: File[] = [];
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
  dropped.length = 0;
  server = new FakeServer().signsIn().on('ValidateDocument', () => ({
    workflowValidate: { __typename: 'WorkflowValidation', valid: true, issues: [] },
  }));
  TestBed.configureTestingModule({
    providers: [
      { provide: BROWSER, useValue: server },
      { provide: DialogRef, useValue: { close, config: {} } },
      { provide: DIALOG_DATA, useValue: dropped },
    ],
  });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  await open();
});

async function open(): Promise<void> {
  fixture = TestBed.createComponent(ImportDialog);
  await fixture.whenStable();
}

/** A file with this text: jsdom has none of its own to read. */
function file(name: string, text: string): File {
  const made = new File([text], name);
  Object.defineProperty(made, 'text', { value: async () => text });
  return made;
}

async function choose(...files: File[]): Promise<void> {
  const picker = element().querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(picker, 'files', { value: files, configurable: true });
  picker.dispatchEvent(new Event('change'));
  await stable();
}

const entries = (): HTMLElement[] => [...element().querySelectorAll<HTMLElement>('mr-import-entry')];
const made = (id: string) => ({
  workflowImport: { __typename: 'P', workflow: { __typename: 'Workflow', id }, issues: [], errors: [] },
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
  expect(element().querySelector<HTMLInputElement>('mr-import-entry input')?.value).toBe('Orders');
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
  await choose(file('orders.json', '{"name":"From a file","nodes":[]}'));
  expect(element().textContent).toContain('orders.json');
  expect(element().querySelector<HTMLInputElement>('mr-import-entry input')?.value).toBe('From a file');
});

it('takes several files of JSON and YAML, and imports each under its name', async () => {
  let count = 0;
  server.on('WorkflowImport', () => made(`w${(count += 1)}`));
  await choose(
    file('a.json', '{"name":"A","nodes":[]}'),
    file('b.yaml', 'name: B\nnodes: []\n'),
    file('c.yaml', 'name: [\n'),
  );
  expect(entries().map((one) => one.querySelector('.broken') !== null)).toEqual([false, false, true]);
  expect(button().textContent).toContain('Import 2 workflows');
  button().click();
  await stable();
  expect(server.asked('WorkflowImport')).toEqual([
    { input: { document: { name: 'A', nodes: [] }, name: 'A' } },
    { input: { document: { name: 'B', nodes: [] }, name: 'B' } },
  ]);
  expect(close).toHaveBeenCalledWith(['w1', 'w2']);
});

it('keeps what was made when another is refused, and stays for that one', async () => {
  const failure = { __typename: 'MutationError', code: 'LIMIT', message: 'There is no room for more.', path: null };
  const refusal = { workflowImport: { __typename: 'P', workflow: null, issues: null, errors: [failure] } };
  server.on('WorkflowImport', ({ input }) => ((input as { name: string }).name === 'A' ? made('w1') : refusal));
  await choose(file('a.json', '{"name":"A","nodes":[]}'), file('b.json', '{"name":"B","nodes":[]}'));
  button().click();
  await stable();
  expect(close).not.toHaveBeenCalled();
  expect(entries().map((one) => one.textContent?.includes('There is no room for more.'))).toEqual([false, true]);
  element().querySelector<HTMLButtonElement>('footer button')?.click();
  expect(close).toHaveBeenCalledWith(['w1']);
});

it('a file can be left out again', async () => {
  await choose(file('a.json', '{"name":"A","nodes":[]}'), file('b.json', '{"name":"B","nodes":[]}'));
  element().querySelector<HTMLButtonElement>('[aria-label="Leave out a.json"]')?.click();
  await stable();
  expect(entries()).toHaveLength(1);
  expect(element().textContent).not.toContain('a.json');
});

it('begins with files that were dropped elsewhere', async () => {
  dropped.push(file('a.json', '{"name":"Dropped","nodes":[]}'));
  await open();
  await stable();
  expect(element().querySelector<HTMLInputElement>('mr-import-entry input')?.value).toBe('Dropped');
});

it('takes no more than fifty files at once, and says so', async () => {
  await choose(...Array.from({ length: 51 }, (_, index) => file(`${index}.json`, '{"nodes":[]}')));
  expect(entries()).toHaveLength(50);
  expect(element().textContent).toContain('At most 50 files at once');
});
