import type { ParamControlKind } from '@millrace/workflow-model';

/** How the node panel draws a param. Written in a zod schema as `.meta({ title, description, ui })`. */
export interface ParamUi {
  /** Chosen from the schema's type when absent. */
  readonly control?: ParamControlKind;
  /** Where the choices of an `options` or `model` control come from: a name that the catalogue answers. */
  readonly options?: string;
  /** Language of a `code` control. */
  readonly language?: 'javascript' | 'json' | 'cel' | 'markdown';
  readonly placeholder?: string;
  /** Lines that a text area shows at first. */
  readonly rows?: number;
  /** Shown only while the other param (of the same object) holds one of these values, or none of them. */
  readonly showWhen?: { readonly param: string } & (
    { readonly is: readonly (string | number | boolean)[] } | { readonly isNot: readonly (string | number | boolean)[] }
  );
  /**
   * What later nodes can read from the main output port. `output`: the param is a JSON Schema of that value; `form`: the fields
   * of a form that it is made of; `fields`: its keys are the fields of that value.
   */
  readonly describes?: 'output' | 'form' | 'fields';
  /** Folded away under "More options". */
  readonly advanced?: boolean;
  /** Words for enum values, by value. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Further enum values that documents may hold, and which of the others each one means. The form shows that one, and offers no alias. */
  readonly aliases?: Readonly<Record<string, string>>;
}
