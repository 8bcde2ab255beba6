import { StringStream } from '@codemirror/language';
import { ChangeDetectionStrategy, Component, signal, viewChild } from '@angular/core';
import { CodeEditorHarness, show } from '../testing';
import { celToken } from './cel-language';
import { CodeEditor } from './code-editor';
import { openCodeView } from './code-view';
import type { CodeSettings } from './code-types';

@Component({
  selector: 'mr-test-page',
  imports: [CodeEditor],
  template: '<mr-code-editor label="Script" language="javascript" [(value)]="text" [readonly]="readonly()" />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly text = signal('return input;');
  readonly readonly = signal(false);
  readonly editor = viewChild.required(CodeEditor);
}

const settings: CodeSettings = {
  language: 'template',
  singleLine: false,
  readonly: false,
  lineNumbers: false,
  placeholder: '',
  attributes: { 'aria-label': 'Text' },
  complete: undefined,
  diagnose: undefined,
};
const events = { changed: jest.fn(), submitted: jest.fn(() => true), focused: jest.fn() };
const completions = { from: 0, options: [{ label: 'trigger' }] };
const open = (text: string, rest: Partial<CodeSettings> = {}) => {
  const parent = document.body.appendChild(document.createElement('div'));
  return { parent, view: openCodeView(parent, text, { ...settings, ...rest }, events) };
};
// jsdom draws nothing: CodeMirror asks it for the place of the text all the same.
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
beforeEach(() => jest.clearAllMocks());

it('CodeMirror comes by itself, labelled, and values go both ways', async () => {
  const { inside, page, fixture } = await show(Page);
  const editor = await inside.getHarness(CodeEditorHarness);
  expect(await editor.text()).toBe('return input;');
  while (!(await editor.isReady())) await fixture.whenStable();
  expect(await editor.label()).toBe('Script');
  page.text.set('return 1;');
  expect(await editor.text()).toContain('return 1;');
  page.editor().select(7, 8);
  page.editor().insert('42');
  expect(page.text()).toBe('return 42;');
});

it('what is written is told; what comes from outside is not told back', () => {
  const { view } = open('a');
  view.insert('b');
  expect(events.changed).toHaveBeenLastCalledWith('ba');
  view.setText('c');
  expect(events.changed).toHaveBeenCalledTimes(1);
});

it('what is typed in closes its brackets, goes over those that are there, and asks what could come next', async () => {
  const complete = jest.fn(() => completions);
  const { view } = open('Hello ', { complete });
  view.select(6, 6);
  view.type('{{');
  expect(events.changed).toHaveBeenLastCalledWith('Hello {{}}');
  view.type('tri');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(complete).toHaveBeenCalledWith({ text: 'Hello {{tri}}', offset: 11, explicit: false });
  view.type('gger}} there');
  expect(events.changed).toHaveBeenLastCalledWith('Hello {{trigger}} there');
});

it('a single line stays one, whatever is pasted, and Enter submits', () => {
  const { view, parent } = open('', { singleLine: true });
  view.insert('first\n  second');
  expect(events.changed).toHaveBeenLastCalledWith('first second');
  parent.querySelector('.cm-content')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(events.submitted).toHaveBeenCalled();
});

const never = new Promise<never>(() => undefined);
it.each([
  { what: 'is taken by a list that can be seen', answers: [completions], isTaken: true },
  { what: 'is taken by a list that stands while the next is fetched', answers: [completions, never], isTaken: true },
  { what: 'goes past a list that is still fetched', answers: [never], isTaken: false },
])('Escape $what', async ({ answers, isTaken }) => {
  const asked = answers.values();
  const { parent, view } = open('', { complete: () => Promise.resolve(asked.next().value ?? null) });
  const content = parent.querySelector('.cm-content');
  view.focus();
  for (const _answer of answers) {
    content?.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', ctrlKey: true, bubbles: true }));
    await new Promise((later) => setTimeout(later, 150));
  }
  const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  content?.dispatchEvent(escape);
  expect(escape.defaultPrevented).toBe(isTaken);
  view.destroy();
});

it('references in a template stand out', () => {
  const { parent } = open('Hello {{ Fetch.name }}');
  expect(parent.querySelector('.cm-template')?.textContent).toBe('{{ Fetch.name }}');
});

it('read only text is not changed by keys', () => {
  const { parent } = open('a', { readonly: true, attributes: { 'aria-label': 'Text', 'aria-readonly': 'true' } });
  parent.querySelector('.cm-content')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true }));
  expect(parent.querySelector('.cm-content')?.textContent).toBe('a');
});

it('CEL is told apart: names, macros, words, texts, numbers, signs, remarks', () => {
  const stream = new StringStream('items.all(x, x >= 1.5 && x in ["a"]) // ok', 2, 2);
  const tokens: [string, string | null][] = [];
  while (!stream.eol()) {
    stream.start = stream.pos;
    const kind = celToken(stream);
    if (kind !== null && kind !== 'punctuation') tokens.push([stream.current(), kind]);
  }
  expect(tokens).toEqual([
    ['items', 'variableName'],
    ['all', 'function'],
    ['x', 'variableName'],
    ['x', 'variableName'],
    ['>=', 'operator'],
    ['1.5', 'number'],
    ['&&', 'operator'],
    ['x', 'variableName'],
    ['in', 'keyword'],
    ['"a"', 'string'],
    ['// ok', 'comment'],
  ]);
});
