import type { Json } from '@millrace/workflow-model';
import { aliasOf } from '@millrace/workflow-model';
import { type DataPath, type Step, enterEnvelope, skipsData, stepInto, stepOf } from '../data-path';
import type { CharacterRange } from '../expression-error';
import { missingPath, missingRoot } from '../missing';
import type { Scope } from '../scope';

/** The value of a section that is being rendered, in front of the ones around it. */
export interface Frame {
  readonly value: Json;
  /** Whether the value is a node's envelope. */
  readonly envelope: boolean;
  readonly outer: Frame | undefined;
}

/** What a path led to. */
export interface Found {
  readonly value: Json;
  readonly envelope: boolean;
}

/** A path that is ready to be looked up many times. */
export class PathLookup {
  private readonly path: DataPath;
  private readonly range: CharacterRange;
  private readonly rootStep: Step;
  private readonly alias: string;

  constructor(path: DataPath, range: CharacterRange) {
    this.path = path;
    this.range = range;
    this.rootStep = stepOf(path.root);
    this.alias = aliasOf(path.root);
  }

  /** @throws ExpressionError `UNKNOWN_REFERENCE` or `PATH_NOT_FOUND` */
  get(scope: Scope, frame: Frame | undefined): Json {
    const value = this.value(scope, frame);
    if (value === undefined) throw this.missing(scope, frame);
    return value;
  }

  /** Like `get`, but says undefined for what is missing and tells envelopes apart. */
  find(scope: Scope, frame: Frame | undefined): Found | undefined {
    const value = this.value(scope, frame);
    if (value === undefined) return undefined;
    const isRoot = this.path.steps.length === 0 && this.frameStart(frame) === undefined;
    return { value, envelope: isRoot && this.isEnvelope(scope) };
  }

  private value(scope: Scope, frame: Frame | undefined): Json | undefined {
    let value = frame === undefined ? undefined : this.frameStart(frame);
    if (value === undefined) value = this.rootStart(scope);
    const { steps } = this.path;
    for (let i = 0; i < steps.length && value !== undefined; i++) value = stepInto(value, steps[i] as Step);
    return value;
  }

  /** The innermost frame that knows the first name. */
  private frameStart(frame: Frame | undefined): Json | undefined {
    for (let current = frame; current !== undefined; current = current.outer) {
      const { value } = current;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      const start = current.envelope ? enterEnvelope(value, this.path.root) : value;
      const found = Array.isArray(start) ? undefined : stepInto(start, this.rootStep);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private rootStart(scope: Scope): Json | undefined {
    const { root, steps } = this.path;
    let value = scope.resolveRoot(root);
    let name = root;
    if (value === undefined && this.alias !== root && this.alias !== '') {
      name = this.alias;
      value = scope.resolveRoot(name);
    }
    if (value === undefined || steps.length === 0 || scope.isEnvelope?.(name) !== true) return value;
    return enterEnvelope(value, (steps[0] as Step).key);
  }

  private isEnvelope(scope: Scope): boolean {
    const name = scope.resolveRoot(this.path.root) === undefined ? this.alias : this.path.root;
    return scope.isEnvelope?.(name) === true;
  }

  private missing(scope: Scope, frame: Frame | undefined): Error {
    const inFrame = this.frameStart(frame);
    const { root, steps, text } = this.path;
    if (inFrame !== undefined) return missingPath(root, inFrame, steps, this.range);
    const known = [...frameKeys(frame), ...scope.rootNames()];
    const name = scope.resolveRoot(root) === undefined ? this.alias : root;
    if (scope.resolveRoot(name) === undefined) return missingRoot(root, known, this.range);
    const start = this.rootStart(scope);
    const isShort = scope.isEnvelope?.(name) === true && skipsData(steps[0]?.key ?? '');
    return missingPath(isShort ? `${text.slice(0, this.path.rootEnd)}.data` : root, start, steps, this.range);
  }
}

function frameKeys(frame: Frame | undefined): string[] {
  if (frame === undefined || typeof frame.value !== 'object' || frame.value === null || Array.isArray(frame.value))
    return [];
  return Object.keys(frame.value);
}
