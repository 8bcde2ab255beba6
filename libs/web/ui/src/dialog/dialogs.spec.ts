import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Toasts } from '../feedback/toasts';
import { DialogHarness, show, ToastsHarness } from '../testing';
import { Dialogs } from './dialogs';

@Component({ selector: 'mr-test-page', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Page {}

const dialogs = (): Dialogs => TestBed.inject(Dialogs);

it('a question is answered, or dismissed with no', async () => {
  const { everywhere } = await show(Page);
  const answer = dialogs().confirm({ heading: 'Delete it', text: 'For good.', action: 'Delete' });
  const dialog = await everywhere.getHarness(DialogHarness);
  expect(await dialog.heading()).toBe('Delete it');
  await dialog.press('Delete');
  await expect(answer).resolves.toBe(true);
  const second = dialogs().confirm({ heading: 'Delete it', text: 'For good.', action: 'Delete' });
  await (await everywhere.getHarness(DialogHarness)).press('Close');
  await expect(second).resolves.toBe(false);
  expect(dialogs().isOpen).toBe(false);
});

it('what is lost must be typed first', async () => {
  const { everywhere } = await show(Page);
  const answer = dialogs().confirm({
    heading: 'Delete',
    text: 'For good.',
    action: 'Delete',
    typeToConfirm: 'Invoices',
  });
  const dialog = await everywhere.getHarness(DialogHarness);
  await dialog.press('Delete');
  expect(dialogs().isOpen).toBe(true);
  await dialog.type('Invoices');
  await dialog.press('Delete');
  await expect(answer).resolves.toBe(true);
});

it('a dialog is named by its heading', async () => {
  const { everywhere } = await show(Page);
  void dialogs().confirm({ heading: 'Delete it', text: 'For good.', action: 'Delete' });
  await everywhere.getHarness(DialogHarness);
  const container = document.querySelector('.cdk-dialog-container');
  const label = document.getElementById(container?.getAttribute('aria-labelledby') ?? '');
  expect(label?.textContent?.trim()).toBe('Delete it');
});

it('a line of text is asked for, checked and trimmed', async () => {
  const { everywhere } = await show(Page);
  const check = (text: string): string | null => (text === 'taken' ? 'This name is taken.' : null);
  const answer = dialogs().prompt({ heading: 'Rename', label: 'Name', action: 'Rename', check });
  const dialog = await everywhere.getHarness(DialogHarness);
  await dialog.type('taken');
  await dialog.press('Rename');
  expect(dialogs().isOpen).toBe(true);
  await dialog.type('  Invoices ');
  await dialog.press('Rename');
  await expect(answer).resolves.toBe('Invoices');
});

it('an empty text is an answer where it takes something away', async () => {
  const { everywhere } = await show(Page);
  const ask = (mayBeEmpty: boolean) =>
    dialogs().prompt({ heading: 'Tags', label: 'Tags', value: 'old', action: 'Save', mayBeEmpty });
  const answer = ask(true);
  const dialog = await everywhere.getHarness(DialogHarness);
  await dialog.type(' ');
  await dialog.press('Save');
  await expect(answer).resolves.toBe('');
  void ask(false);
  const other = await everywhere.getHarness(DialogHarness);
  await other.type(' ');
  await other.press('Save');
  expect(dialogs().isOpen).toBe(true);
});

describe('toasts', () => {
  it('offer to take something back', async () => {
    const { everywhere } = await show(Page);
    const undo = jest.fn();
    TestBed.inject(Toasts).undo('Deleted “Invoices”', undo);
    const toasts = await everywhere.getHarness(ToastsHarness);
    expect(await toasts.messages()).toEqual(['Deleted “Invoices”']);
    await toasts.press('Undo');
    expect(undo).toHaveBeenCalledTimes(1);
    expect(await toasts.messages()).toEqual([]);
  });

  it('only the latest four are shown, and each can be dismissed', async () => {
    const { everywhere } = await show(Page);
    const service = TestBed.inject(Toasts);
    for (const message of ['1', '2', '3', '4', '5']) service.show(message);
    const toasts = await everywhere.getHarness(ToastsHarness);
    expect(await toasts.messages()).toEqual(['2', '3', '4', '5']);
    await toasts.press('Dismiss');
    expect(await toasts.messages()).toEqual(['3', '4', '5']);
  });
});

describe('the time of a toast', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('ends after six seconds, unless it is read or tells an error', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.show('Saved');
    toasts.show('It failed', { tone: 'error' });
    jest.advanceTimersByTime(5_999);
    expect(toasts.toasts()).toHaveLength(2);
    const [saved] = toasts.toasts();
    toasts.hold(saved?.id ?? '');
    jest.advanceTimersByTime(60_000);
    expect(toasts.toasts()).toHaveLength(2);
    if (saved) toasts.resume(saved);
    jest.advanceTimersByTime(6_000);
    expect(toasts.toasts().map(({ message }) => message)).toEqual(['It failed']);
  });
});
