import { type Signal, computed, signal } from '@angular/core';
import { type DataPath, type Edit, type Json, type JsonObject, type Problem, getPath } from '@millrace/workflow-model';
import type { EditorSession } from '../../session/editor-session';
import type { ParamPreview } from '../../session/params/param-scopes';
import type { ParamField } from '../model/param-field';
import { fieldsOf, isShown } from '../model/param-fields';
import { isObject } from '../model/schema';

/** A place that takes paths: the field that had the keyboard last. */
export interface PathTarget {
  /** As announcements name it. */
  readonly name: string;
  insertPath(path: string): void;
}

const NO_CONFIG: JsonObject = {};

/** Params of one node, for everything that draws or changes them. */
export class NodeForm {
  readonly session: EditorSession;
  readonly nodeId: Signal<string>;
  readonly node = computed(() => this.session.node(this.nodeId()));
  readonly definition = computed(() => this.session.definitionOf(this.nodeId()));
  readonly config = computed(() => this.node()?.config ?? NO_CONFIG);
  readonly isReadonly = computed(() => this.session.isReadonly());
  /** All params that are not hidden, whether they are shown just now or not. */
  readonly fields = computed(() => this.#fields());
  /** Where a chosen path goes. */
  readonly target = signal<PathTarget | undefined>(undefined);

  constructor(session: EditorSession, nodeId: Signal<string>) {
    this.session = session;
    this.nodeId = nodeId;
  }

  /** The value at a path of the config; undefined when there is none. */
  valueAt(path: DataPath): Json | undefined {
    return path.length === 0 ? this.config() : getPath(this.config(), path);
  }

  /** Those of the fields whose conditions hold. */
  shown(fields: readonly ParamField[]): readonly ParamField[] {
    return fields.filter((field) => isShown(field, (param) => this.#effective(param, field.path)));
  }

  /**
   * Writes one value, or takes it away; a param goes with the last of its fields. Typing on in one place is one step of
   * undo.
   */
  set(path: DataPath, value: Json | undefined): void {
    const isLast = value === undefined && path.length === 2 && this.#isOnlyField(path);
    this.session.actions.setParam(this.nodeId(), isLast ? path.slice(0, 1) : path, value);
  }

  /** Writes several keys of one object as one step; keys that are undefined are taken away. */
  setKeys(path: DataPath, values: Readonly<Record<string, Json | undefined>>): void {
    const nodeId = this.nodeId();
    const edits = Object.entries(values).map(([key, value]): Edit => ({
      kind: 'updateConfig',
      nodeId,
      path: [...path, key],
      ...(value !== undefined && { value }),
    }));
    const coalesce = `params:${nodeId}:${JSON.stringify(path)}`;
    this.session.apply({ kind: 'batch', edits }, { label: `Edit ${this.#label()}`, coalesce });
  }

  /** What is wrong at a path or inside it, errors first. */
  problemsAt(path: DataPath): readonly Problem[] {
    const all = this.session.problems.of(this.nodeId());
    const here = all.filter(({ path: at }) => at !== undefined && path.every((key, place) => at[place] === key));
    return here.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  }

  /** Value of a param with what is known from runs and schemas, or where it is wrong. */
  preview(value: Json): ParamPreview {
    return this.session.params.preview(this.nodeId(), value);
  }

  #isOnlyField([param, name]: DataPath): boolean {
    const around = param === undefined ? undefined : this.valueAt([param]);
    return isObject(around) && Object.keys(around).every((key) => key === name);
  }

  /** A param beside the one at `path`, else one of the objects around it; its default when it has no value. */
  #effective(param: string, path: DataPath): Json | undefined {
    for (let depth = path.length - 1; depth >= 0; depth -= 1) {
      const around = this.valueAt(path.slice(0, depth));
      if (isObject(around) && around[param] !== undefined) return around[param];
    }
    return this.fields().find(({ name }) => name === param)?.defaultValue;
  }

  #fields(): readonly ParamField[] {
    const definition = this.definition();
    if (definition === undefined) return [];
    const { paramsSchema: schema, rawParams } = definition;
    return fieldsOf({ schema, root: schema, ...(rawParams && { rawParams }) });
  }

  #label(): string {
    return this.node()?.label ?? 'node';
  }
}
