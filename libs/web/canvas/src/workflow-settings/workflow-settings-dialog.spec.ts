import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { WorkflowSettings } from '@millrace/workflow-model';
import { DIALOG_DATA, DialogRef } from '@millrace/web-ui';
import { NodeCatalogue } from '../session/catalogue/node-catalogue';
import { EditorSession } from '../session/editor-session';
import { documentOf, expressions } from '../session/testing/documents';
import { ManualTimers } from '../session/testing/manual-timers';
import { MemoryGateway } from '../session/testing/memory-gateway';
import { PARAM_CHOICES } from '../node-view/ports/param-choices';
import { coreDefinitions } from '../node-view/testing/core-definitions';
import { WorkflowSettingsDialog } from './workflow-settings-dialog';

// The first dialog of the file draws every time zone, on machines that are busy with other specs too.
jest.setTimeout(30_000);

const NAMES: Readonly<Record<string, string>> = { care: 'Handle failures', other: 'Other' };
const close = jest.fn();
let session: EditorSession;
let fixture: ComponentFixture<WorkflowSettingsDialog>;

async function open(settings: Partial<WorkflowSettings> = {}, isReadonly = false): Promise<void> {
  close.mockClear();
  const document = {
    ...documentOf([{ id: 'start', type: 'manual-trigger', label: 'Start' }], []),
    settings: { timezone: 'UTC', ...settings },
  };
  session = new EditorSession({
    catalogue: new NodeCatalogue(coreDefinitions),
    gateway: new MemoryGateway(document),
    expressions,
    timers: new ManualTimers(),
  });
  await session.load('workflow');
  await session.loaded();
  session.setReadonly(isReadonly);
  TestBed.configureTestingModule({
    providers: [
      { provide: DialogRef, useValue: { close, config: {} } },
      { provide: DIALOG_DATA, useValue: { session } },
      {
        provide: PARAM_CHOICES,
        useValue: {
          workflows: async () => Object.entries(NAMES).map(([value, label]) => ({ value, label })),
          workflowName: async (id: string) => NAMES[id],
        },
      },
    ],
  });
  fixture = TestBed.createComponent(WorkflowSettingsDialog);
  await settle();
}

async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await fixture.whenStable();
}

const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const words = (): string => page().textContent?.replace(/\s+/g, ' ') ?? '';
const saveButton = (): HTMLButtonElement =>
  page().querySelector('[data-testid="save-workflow-settings"]') as HTMLButtonElement;

function labelled(label: string): HTMLInputElement {
  const found = [...page().querySelectorAll('label')].find((one) => one.textContent?.trim().startsWith(label));
  const input = found?.htmlFor ? page().querySelector(`#${found.htmlFor}`) : found?.querySelector('input');
  if (!input) throw new Error(`No field "${label}": ${words()}`);
  return input as HTMLInputElement;
}

async function fill(label: string, text: string): Promise<void> {
  const input = labelled(label);
  input.value = text;
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new Event('change'));
  await settle();
}

async function press(label: string): Promise<void> {
  labelled(label).click();
  await settle();
}

async function save(): Promise<WorkflowSettings> {
  saveButton().click();
  await settle();
  return session.document().settings;
}

describe('the settings of a workflow', () => {
  it('shows what holds, and saves nothing that did not change', async () => {
    await open({ timezone: 'Europe/Berlin', pauseAfterFailures: 4 });
    expect(labelled('Time zone').value).toBe('Europe/Berlin');
    expect(labelled('Switch off after').value).toBe('4');
    expect(saveButton().disabled).toBe(true);
  });

  it('are kept as one step that can be undone', async () => {
    await open();
    await fill('Longest run', '30');
    await fill('Switch off after', '3');
    await fill('For at most', '14');
    expect(await save()).toEqual({
      timezone: 'UTC',
      timeoutMs: 108_000_000,
      pauseAfterFailures: 3,
      retention: { days: 14 },
    });
    expect(close).toHaveBeenCalledWith(true);
    expect(session.history.undoLabel()).toBe('Change workflow settings');
    session.undo();
    expect(session.document().settings).toEqual({ timezone: 'UTC' });
  });

  it('a number that does not fit is told in place and keeps them from being saved', async () => {
    await open();
    await fill('Switch off after', '0');
    expect(words()).toContain('Write a whole number from 1 to 1,000.');
    expect(saveButton().disabled).toBe(true);
    await fill('Switch off after', '');
    expect(words()).not.toContain('Write a whole number');
  });

  it('a limit of runs is a sentence that says what happens at the limit', async () => {
    await open();
    await press('Limit runs at the same time');
    expect(words()).toContain('One run at a time. Further runs wait their turn');
    await fill('At most', '5');
    expect(words()).toContain('At most 5 runs at a time');
    expect(await save()).toMatchObject({ concurrency: { limit: 5, onLimit: 'queue' } });
  });

  it('a limit that is taken away leaves nothing behind', async () => {
    await open({ concurrency: { limit: 5, key: '{{trigger.id}}', onLimit: 'skip' } });
    await press('Limit runs at the same time');
    expect(await save()).toEqual({ timezone: 'UTC' });
  });

  it('a key that names a step is refused in place: none has run', async () => {
    await open({ concurrency: { limit: 1, key: '{{Start.id}}', onLimit: 'queue' } });
    expect(words()).toMatch(/"Start" (is not|was not|does not)|nobody|unknown|There is no/i);
  });

  it('names the error workflow, and says when it is gone', async () => {
    await open({ errorWorkflowId: 'care' });
    expect(labelled('Error workflow').value).toBe('Handle failures');
    TestBed.resetTestingModule();
    await open({ errorWorkflowId: 'gone' });
    expect(words()).toContain('This workflow does not exist any more.');
  });

  it('a size stays in the unit and the words in which it is written', async () => {
    await open();
    await fill('Together at most', '1.');
    await fill('Together at most', '1.5');
    expect(labelled('Together at most').value).toBe('1.5');
    expect(await save()).toMatchObject({ retention: { bytes: 1_500_000_000 } });
  });

  it('priority that is usual is not written down', async () => {
    await open({ priority: 'high' });
    await press('Normal');
    expect(await save()).toEqual({ timezone: 'UTC' });
  });

  it('can be read by people who may not change them', async () => {
    await open({ pauseAfterFailures: 4 }, true);
    expect(saveButton()).toBeNull();
    expect(labelled('Switch off after').readOnly).toBe(true);
  });
});
