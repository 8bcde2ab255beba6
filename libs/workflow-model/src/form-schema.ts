import type { Json, JsonObject } from './json';

/** What a form gives, from its fields; undefined when they are worked out during the run, or are none yet. */
export function formSchema(fields: Json | undefined): JsonObject | undefined {
  if (!Array.isArray(fields)) return undefined;
  const entries = fields.flatMap((field): [string, JsonObject][] => {
    const isNamed = isObject(field) && typeof field['name'] === 'string' && field['name'] !== '';
    return isNamed ? [[field['name'] as string, fieldSchema(field)]] : [];
  });
  // A name that a template gives is not known yet.
  if (entries.length === 0 || entries.some(([name]) => name.includes('{{'))) return undefined;
  return {
    type: 'object',
    properties: Object.fromEntries(entries),
    required: entries.map(([name]) => name),
    additionalProperties: false,
  };
}

function fieldSchema({ label, kind, required, options, multiple }: JsonObject): JsonObject {
  const title: JsonObject = typeof label === 'string' && label !== '' ? { title: label } : {};
  switch (kind) {
    case 'number':
      return { ...title, type: required === true ? 'number' : ['number', 'null'] };
    case 'checkbox':
      return { ...title, type: 'boolean' };
    case 'multi':
      return { ...title, type: 'array', items: choiceSchema(options) };
    case 'file':
      if (multiple === true) return { ...title, type: 'array', items: FILE };
      return { ...title, ...FILE, type: required === true ? 'object' : ['object', 'null'] };
    default:
      return { ...title, type: 'string' };
  }
}

function choiceSchema(options: Json | undefined): JsonObject {
  const choices = Array.isArray(options) ? options.filter((option) => typeof option === 'string') : [];
  return choices.length > 0 ? { type: 'string', enum: choices } : { type: 'string' };
}

const FILE: JsonObject = {
  type: 'object',
  properties: {
    fileName: { type: 'string' },
    mimeType: { type: 'string' },
    bytes: { type: 'integer' },
    base64: { type: 'string' },
  },
  required: ['fileName', 'mimeType', 'bytes', 'base64'],
};

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
