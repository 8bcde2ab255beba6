import type { Json } from '@millrace/workflow-model';
import { type CharacterRange, ExpressionError } from '../expression-error';
import type { Meter } from '../meter';
import type { Scope } from '../scope';
import { jsonText } from '../json-text';
import { type Frame, type Found, PathLookup } from './frames';
import { type TemplatePart, parseTemplate } from './parse-template';

/** Looks a value up in a scope. */
export type Evaluate = (scope: Scope, meter: Meter) => Json;

interface Rendering {
  readonly scope: Scope;
  readonly meter: Meter;
}

/** Adds one part of a template to the text. */
type Render = (rendering: Rendering, frame: Frame | undefined) => string;

/**
 * Reads a template. When the whole string is one variable, the value keeps its type; otherwise the result is text.
 * @throws ExpressionError when the template cannot be read
 */
export function compileTemplate(source: string): Evaluate {
  const parts = parseTemplate(source);
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'variable' && only.path !== undefined && isWholeTag(source)) {
    const lookup = new PathLookup(only.path, only.range);
    return (scope) => lookup.get(scope, undefined);
  }
  const render = renderAll(parts);
  return (scope, meter) => render({ scope, meter }, undefined);
}

/** Comments and whitespace around a tag make the result text. */
function isWholeTag(source: string): boolean {
  return source.startsWith('{{') && source.endsWith('}}') && !source.includes('{{', 3);
}

function renderAll(parts: readonly TemplatePart[]): Render {
  const renders = parts.map(renderPart);
  return (rendering, frame) => {
    let text = '';
    for (const render of renders) text += render(rendering, frame);
    return text;
  };
}

function renderPart(part: TemplatePart): Render {
  if (part.kind === 'text') {
    const { text } = part;
    return ({ meter }) => {
      meter.write(text.length);
      return text;
    };
  }
  const lookup = part.path === undefined ? undefined : new PathLookup(part.path, part.range);
  return part.kind === 'variable' ? renderVariable(lookup, part.range) : renderSection(part, lookup);
}

function renderVariable(lookup: PathLookup | undefined, range: CharacterRange): Render {
  return ({ scope, meter }, frame) => {
    const value = lookup === undefined ? current(frame, range) : lookup.get(scope, frame);
    const text = jsonText(value);
    meter.write(text.length);
    return text;
  };
}

function renderSection(part: Extract<TemplatePart, { kind: 'section' }>, lookup: PathLookup | undefined): Render {
  const renderInside = renderAll(part.parts);
  return (rendering, frame) => {
    const found =
      lookup === undefined
        ? { value: current(frame, part.range), envelope: false }
        : lookup.find(rendering.scope, frame);
    const isAbsent = found === undefined || isEmpty(found.value);
    if (part.inverted) return isAbsent ? renderInside(rendering, frame) : '';
    if (isAbsent) return '';
    return renderTurns(renderInside, found, rendering, frame);
  };
}

function renderTurns(renderInside: Render, found: Found, rendering: Rendering, outer: Frame | undefined): string {
  rendering.meter.spend(1);
  if (!Array.isArray(found.value)) {
    const frame = found.value === true ? outer : { value: found.value, envelope: found.envelope, outer };
    return renderInside(rendering, frame);
  }
  let text = '';
  for (const value of found.value) {
    rendering.meter.spend(1);
    text += renderInside(rendering, { value, envelope: false, outer });
  }
  return text;
}

/** What a section leaves out: nothing, null, false, zero, empty text and empty lists. */
function isEmpty(value: Json): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

function current(frame: Frame | undefined, range: CharacterRange): Json {
  if (frame !== undefined) return frame.value;
  throw new ExpressionError(
    'TEMPLATE_SYNTAX',
    '{{.}} means the current element of a section and stands outside of any.',
    { range },
  );
}
