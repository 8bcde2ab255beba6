import type { DataPath, Json, JsonObject, ParamControlKind } from '@millrace/workflow-model';

/** How a param is drawn. `object` is a nested form, `schema` a JSON Schema, `tools` what an agent may use, `form-fields` what a form asks for. */
export type ControlKind = ParamControlKind | 'object' | 'schema' | 'tools' | 'form-fields';

/** A value that can be chosen, in words. */
export interface ParamOption {
  readonly value: string | number | boolean;
  readonly label: string;
}

/** When a param is shown. */
export interface ShowWhen {
  readonly param: string;
  readonly values: readonly Json[];
  /** Whether it is to hold one of the values, or none of them. */
  readonly wanted: boolean;
}

/** One param as the form draws it, worked out from its schema. */
export interface ParamField {
  readonly name: string;
  /** From the node's config. */
  readonly path: DataPath;
  readonly title: string;
  readonly help?: string;
  readonly control: ControlKind;
  /** Without references; those inside it point into `root`. */
  readonly schema: JsonObject;
  readonly root: JsonObject;
  readonly required: boolean;
  readonly defaultValue?: Json;
  readonly placeholder?: string;
  readonly options: readonly ParamOption[];
  /** Values that a document may hold beside those of the options, and which of these each one means. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly language?: 'javascript' | 'json' | 'cel' | 'markdown';
  readonly rows?: number;
  readonly advanced: boolean;
  readonly showWhen?: ShowWhen;
  /** Handed over unevaluated: what the control itself does not offer cannot be a template. */
  readonly isRaw: boolean;
}

/** Fields that stand in one row. `lead`: a short one before the one that matters; `switches`: toggles under each other. */
export interface ParamRow {
  readonly layout: 'one' | 'even' | 'lead' | 'switches';
  readonly fields: readonly ParamField[];
}
