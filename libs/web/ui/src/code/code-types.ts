/** What the code editor colours. `template` is text with `{{ }}`; `cel` an expression. */
export type CodeLanguage = 'javascript' | 'json' | 'template' | 'cel' | 'markdown' | 'text';

/** Something that could be written here. */
export interface CodeCompletion {
  readonly label: string;
  /** Beside the label: a type, a signature. */
  readonly detail?: string;
  /** What it does, in a panel beside the list. */
  readonly info?: string;
  readonly kind?: 'variable' | 'property' | 'function' | 'keyword' | 'constant';
  /** Written instead of the label. */
  readonly insert?: string;
  /** Higher stands further up; -99 to 99. */
  readonly boost?: number;
}

/** Completions for the text from `from` to the caret. */
export interface CompletionAnswer {
  readonly from: number;
  readonly to?: number;
  readonly options: readonly CodeCompletion[];
}

/** Answers what could be written at `offset`. `explicit`: the person asked (Ctrl+Space). */
export type CompleteCode = (request: {
  readonly text: string;
  readonly offset: number;
  readonly explicit: boolean;
}) => CompletionAnswer | null | Promise<CompletionAnswer | null>;

/** Something wrong between two offsets. */
export interface CodeDiagnostic {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** Finds what is wrong with a text; asked a moment after each change. */
export type DiagnoseCode = (text: string) => readonly CodeDiagnostic[] | Promise<readonly CodeDiagnostic[]>;

/** How an editor behaves; everything but `text` may change while it lives. */
export interface CodeSettings {
  readonly language: CodeLanguage;
  readonly singleLine: boolean;
  readonly readonly: boolean;
  readonly lineNumbers: boolean;
  readonly placeholder: string;
  /** Attributes of the element that has the focus: label, description, state. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly complete: CompleteCode | undefined;
  readonly diagnose: DiagnoseCode | undefined;
}

/** What an editor tells. */
export interface CodeEvents {
  changed(text: string): void;
  /** Enter in a single line, Mod+Enter elsewhere; false lets the key do what it does. */
  submitted(): boolean;
  focused(has: boolean): void;
}

/** An open editor. */
export interface CodeView {
  setText(text: string): void;
  configure(settings: CodeSettings): void;
  /** Writes at the caret, over the selection, and puts the caret after it. */
  insert(text: string): void;
  /** Writes as if every letter were typed: brackets close themselves, and what could come next is offered. */
  type(text: string): void;
  select(from: number, to: number): void;
  focus(): void;
  destroy(): void;
}
