import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

const colours = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword, tags.definitionKeyword],
    color: 'var(--syntax-keyword)',
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--syntax-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--syntax-number)' },
  { tag: [tags.propertyName, tags.function(tags.variableName), tags.labelName], color: 'var(--syntax-name)' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--syntax-comment)', fontStyle: 'italic' },
  { tag: [tags.brace, tags.bracket, tags.punctuation, tags.operator], color: 'var(--text-2)' },
  { tag: tags.heading, fontWeight: '600' },
]);

const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--text-1)', fontSize: 'var(--size-12)', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '20px', fontFeatureSettings: '"calt" 0' },
  '.cm-content': { padding: '5px 0', caretColor: 'var(--text-1)' },
  '.cm-line': { padding: '0 10px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--text-1)', borderLeftWidth: '1.5px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'color-mix(in oklch, var(--surface-2) 70%, transparent)' },
  // Text scrolls under it.
  '.cm-gutters': { backgroundColor: 'var(--code-ground)', border: '0', color: 'var(--text-3)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 4px 0 10px', minWidth: '28px' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text-1)' },
  '.cm-foldGutter .cm-gutterElement': { color: 'var(--text-3)' },
  '.cm-placeholder': { color: 'var(--text-3)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--surface-3)',
    outline: '1px solid var(--border-2)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--highlight)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--focus)' },
  '.cm-template': {
    backgroundColor: 'var(--syntax-template-soft)',
    borderRadius: '3px',
    boxShadow: '0 0 0 1px var(--syntax-template-soft)',
  },
  '.cm-template, .cm-template *': { color: 'var(--syntax-template)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--failed) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--stale) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-info': { backgroundImage: 'none', textDecoration: 'underline dotted var(--text-3) 1px' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface-overlay)',
    border: '1px solid var(--border-2)',
    borderRadius: '8px',
    boxShadow: 'var(--shadow-overlay)',
    color: 'var(--text-1)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-mono)',
    padding: '4px',
    maxHeight: '240px',
    minWidth: '220px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '3px 8px',
    borderRadius: '6px',
    lineHeight: '20px',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--surface-3)', color: 'var(--text-1)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    paddingLeft: '16px',
    color: 'var(--text-3)',
    fontStyle: 'normal',
    fontFamily: 'var(--font-sans)',
  },
  '.cm-completionInfo': { padding: '8px 10px', maxWidth: '320px', fontFamily: 'var(--font-sans)', lineHeight: '1.45' },
  '.cm-diagnostic': { padding: '6px 10px', border: '0', fontFamily: 'var(--font-sans)', maxWidth: '420px' },
  '.cm-panels': { backgroundColor: 'var(--surface-2)', color: 'var(--text-1)', borderColor: 'var(--border-1)' },
});

const templates = new MatchDecorator({
  regexp: /\{\{[^{}]*\}\}/g,
  decoration: Decoration.mark({ class: 'cm-template' }),
});

/** A soft ground under every `{{ }}`. */
export const templateMarks: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = templates.createDeco(view);
    }
    update(update: ViewUpdate): void {
      this.decorations = templates.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** How code looks, from our tokens: both themes at once. */
export const codeLook: Extension = [theme, syntaxHighlighting(colours)];
