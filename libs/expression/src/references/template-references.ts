import type { DataPath } from '../data-path';
import type { CharacterRange, ParamPath } from '../expression-error';
import { type TemplatePart, parseTemplate } from '../template/parse-template';
import type { Reference } from './reference';

/** References of a template, closing tags of sections included. @throws ExpressionError when it cannot be read */
export function templateReferences(template: string, at: ParamPath): Reference[] {
  return ofParts(parseTemplate(template), at, false);
}

function ofParts(parts: readonly TemplatePart[], at: ParamPath, relative: boolean): Reference[] {
  return parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    const inside = part.kind === 'section' ? ofParts(part.parts, at, relative || !part.inverted) : [];
    if (part.path === undefined) return inside;
    const place = { at, relative, testsPresence: part.kind === 'section' };
    const opening = referenceTo(part.path, part.range, { ...place, isClosing: false });
    if (part.kind === 'variable') return [opening];
    return [opening, ...inside, referenceTo(part.path, part.closeRange, { ...place, isClosing: true })];
  });
}

type Place = Pick<Reference, 'at' | 'relative' | 'testsPresence' | 'isClosing'>;

function referenceTo(path: DataPath, range: CharacterRange, place: Place): Reference {
  return {
    root: path.root,
    path: path.steps.map((step) => (step.index >= 0 ? step.index : step.key)),
    range,
    rootRange: { start: range.start, end: range.start + path.rootEnd },
    form: 'path',
    ...place,
  };
}
