import type { Json } from '@millrace/workflow-model';
import { isObject } from './schema';

/** A field of a form, as people see it. */
export interface PreviewField {
  readonly label: string;
  readonly kind: string;
  readonly required: boolean;
  readonly options: readonly string[];
  readonly help?: string;
  readonly placeholder?: string;
}

/** Fields as the page of the form will draw them; hidden ones, and what is no field yet, are left out. */
export function previewFields(value: Json | undefined): readonly PreviewField[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one): PreviewField[] => {
    if (!isObject(one)) return [];
    const { name, label, kind, required, options, help, placeholder } = one;
    const shown = textOf(label) ?? textOf(name);
    if (shown === undefined || kind === 'hidden') return [];
    return [
      {
        label: shown,
        kind: textOf(kind) ?? 'text',
        required: required === true,
        options: Array.isArray(options) ? options.map(String) : [],
        ...(textOf(help) !== undefined && { help: textOf(help) as string }),
        ...(textOf(placeholder) !== undefined && { placeholder: textOf(placeholder) as string }),
      },
    ];
  });
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
