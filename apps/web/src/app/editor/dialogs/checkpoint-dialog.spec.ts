import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CheckpointOutcome } from '@millrace/web-canvas';
import { Dialogs } from '@millrace/web-ui';
import { CheckpointDialog } from './checkpoint-dialog';

function shown(outcome: () => Promise<CheckpointOutcome>) {
  const asked: (string | undefined)[] = [];
  const closed: unknown[] = [];
  const session = {
    checkpoint: (name?: string) => {
      asked.push(name);
      return outcome();
    },
  };
  TestBed.inject(Dialogs)
    .open(CheckpointDialog, { data: session })
    .closed.subscribe((result) => closed.push(result));
  const app = TestBed.inject(ApplicationRef);
  app.tick();
  const page = document.body;
  const field = page.querySelector<HTMLInputElement>('[data-testid=checkpoint-name]');
  const save = async (name: string): Promise<void> => {
    if (field === null) throw new Error('There is no field for the name.');
    field.value = name;
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await app.whenStable();
  };
  return { asked, closed, page, save };
}

it('keeps the draft under a name, and closes', async () => {
  const { asked, closed, save } = shown(() => Promise.resolve({ kind: 'done' }));
  await save('  Before lunch ');
  expect([asked, closed]).toEqual([['Before lunch'], [true]]);
});

it('stays open and says why the draft could not be kept', async () => {
  const { closed, page, save } = shown(() =>
    Promise.resolve({ kind: 'refused', code: 'NOT_SAVED', message: 'The draft could not be saved.' }),
  );
  await save('');
  expect(page.textContent).toContain('The draft could not be saved.');
  expect(closed).toEqual([]);
});

it('says who was faster, and when the server cannot be reached', async () => {
  const outcomes: (() => Promise<CheckpointOutcome>)[] = [
    () => Promise.resolve({ kind: 'conflict', currentRevision: 4 }),
    () => Promise.reject(new Error('gone')),
  ];
  const { page, save } = shown(() => outcomes.shift()?.() ?? Promise.resolve({ kind: 'done' }));
  await save('a');
  expect(page.textContent).toContain('Somebody else saved');
  await save('a');
  expect(page.querySelector('mr-notice')).not.toBeNull();
});
