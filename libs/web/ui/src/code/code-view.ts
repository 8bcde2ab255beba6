import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  type CompletionResult,
  insertBracket,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { linter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { celLanguage, templateLanguage } from './cel-language';
import { codeLook, templateMarks } from './code-look';
import type { CodeEvents, CodeLanguage, CodeSettings, CodeView, CompleteCode, DiagnoseCode } from './code-types';

const DIAGNOSE_AFTER_MS = 250;
const fromOutside = Annotation.define<boolean>();

/** Opens CodeMirror in an element. This file and what it imports are a chunk of their own: import it lazily. */
export function openCodeView(parent: HTMLElement, text: string, settings: CodeSettings, events: CodeEvents): CodeView {
  const configurable = new Compartment();
  const state = EditorState.create({
    doc: text,
    extensions: [
      allowedStyles(parent),
      codeLook,
      history(),
      drawSelection(),
      dropCursor(),
      listening(events),
      configurable.of(behaviour(settings, events)),
    ],
  });
  const view = new EditorView({ parent, state });
  return {
    setText: (next) => replaceText(view, next),
    configure: (next) => view.dispatch({ effects: configurable.reconfigure(behaviour(next, events)) }),
    insert: (inserted) =>
      view.dispatch(view.state.replaceSelection(inserted), { scrollIntoView: true, userEvent: 'input' }),
    type: (letters) => typeInto(view, letters),
    select: (from, to) => selectRange(view, from, to),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** The page refuses style elements that do not carry its nonce; Angular reads it at the same place. */
function allowedStyles({ ownerDocument }: HTMLElement): Extension {
  const nonce = ownerDocument.querySelector('[ngCspNonce]')?.getAttribute('ngCspNonce');
  return nonce ? EditorView.cspNonce.of(nonce) : [];
}

function replaceText(view: EditorView, next: string): void {
  if (view.state.doc.toString() === next) return;
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, annotations: fromOutside.of(true) });
}

function typeInto(view: EditorView, letters: string): void {
  for (const letter of letters) {
    const bracket = insertBracket(view.state, letter);
    view.dispatch(bracket ?? view.state.update(view.state.replaceSelection(letter), { userEvent: 'input.type' }));
  }
}

function selectRange(view: EditorView, from: number, to: number): void {
  const { length } = view.state.doc;
  view.dispatch({ selection: { anchor: Math.min(from, length), head: Math.min(to, length) }, scrollIntoView: true });
}

function listening(events: CodeEvents): Extension {
  return EditorView.updateListener.of((update) => {
    if (update.focusChanged) events.focused(update.view.hasFocus);
    const isOwn = update.transactions.some((transaction) => transaction.annotation(fromOutside));
    if (update.docChanged && !isOwn) events.changed(update.state.doc.toString());
  });
}

function behaviour(settings: CodeSettings, events: CodeEvents): Extension {
  return [
    languageOf(settings.language),
    EditorView.contentAttributes.of(settings.attributes),
    EditorState.readOnly.of(settings.readonly),
    settings.readonly ? EditorView.editable.of(true) : [],
    settings.placeholder ? placeholder(settings.placeholder) : [],
    settings.singleLine ? oneLine : manyLines(settings.lineNumbers),
    settings.complete ? completing(settings.complete) : [],
    settings.diagnose ? linter(diagnosing(settings.diagnose), { delay: DIAGNOSE_AFTER_MS }) : [],
    keys(settings, events),
  ];
}

function languageOf(language: CodeLanguage): Extension {
  switch (language) {
    case 'javascript':
      return [javascript(), templateMarks];
    case 'json':
      return [json(), templateMarks];
    case 'cel':
      return celLanguage;
    case 'template':
      return [templateLanguage, templateMarks, EditorView.lineWrapping];
    case 'markdown':
      return [templateMarks, EditorView.lineWrapping];
    case 'text':
      return [];
  }
}

/** Pasted lines become one. */
const oneLine: Extension = [
  EditorState.transactionFilter.of((transaction) => {
    if (transaction.newDoc.lines <= 1) return transaction;
    const text = transaction.newDoc.toString().replace(/\s*\n\s*/g, ' ');
    const changes = { from: 0, to: transaction.startState.doc.length, insert: text };
    return {
      changes,
      selection: { anchor: Math.min(text.length, transaction.newSelection.main.head) },
      userEvent: 'input',
    };
  }),
  EditorView.theme({ '.cm-scroller': { overflow: 'hidden' }, '.cm-content': { padding: '5px 0' } }),
];

function manyLines(numbered: boolean): Extension {
  return [
    numbered ? [lineNumbers(), foldGutter(), highlightActiveLineGutter(), highlightActiveLine()] : [],
    bracketMatching(),
    indentOnInput(),
    highlightSelectionMatches(),
  ];
}

/** Tab indents only in code: in a text it must lead on, and Escape then Tab always does. */
function keys({ singleLine, language }: CodeSettings, events: CodeEvents): Extension {
  const isCode = !singleLine && (language === 'javascript' || language === 'json');
  const submit = { key: singleLine ? 'Enter' : 'Mod-Enter', run: () => events.submitted() || singleLine };
  return [
    language === 'text' ? [] : closeBrackets(),
    keymap.of([
      { key: 'Escape', run: leaveCompletion },
      ...completionKeymap,
      submit,
      ...closeBracketsKeymap,
      ...(singleLine ? [] : [...searchKeymap, ...foldKeymap]),
      ...historyKeymap,
      ...lintKeymap,
      ...(isCode ? [indentWithTab] : []),
      ...defaultKeymap,
    ]),
  ];
}

/** Takes Escape for a list that can be seen alone: one that is still being fetched is called off, and the key goes on to the page. */
function leaveCompletion(view: EditorView): boolean {
  const isSeen = view.dom.querySelector('.cm-tooltip-autocomplete') !== null;
  closeCompletion(view);
  return isSeen;
}

function completing(complete: CompleteCode): Extension {
  return autocompletion({
    icons: false,
    activateOnTypingDelay: 20,
    // `keys` has them, with Escape in front.
    defaultKeymap: false,
    override: [
      async (context): Promise<CompletionResult | null> => {
        const text = context.state.doc.toString();
        const answer = await complete({ text, offset: context.pos, explicit: context.explicit });
        if (answer === null || answer.options.length === 0) return null;
        const options = answer.options.map(({ label, detail, info, kind, insert, boost }) => ({
          label,
          ...(detail ? { detail } : {}),
          ...(info ? { info } : {}),
          ...(kind ? { type: kind } : {}),
          ...(insert ? { apply: insert } : {}),
          ...(boost ? { boost } : {}),
        }));
        return { from: answer.from, to: answer.to ?? context.pos, options, validFor: /^\w*$/ };
      },
    ],
  });
}

function diagnosing(diagnose: DiagnoseCode) {
  return async (view: EditorView) => {
    const text = view.state.doc.toString();
    const found = await diagnose(text);
    return found.map(({ from, to, severity, message }) => ({
      from: Math.min(from, text.length),
      to: Math.min(Math.max(to, from), text.length),
      severity,
      message,
    }));
  };
}
