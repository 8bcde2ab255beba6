import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import type { DataPath, Json, JsonObject } from '@millrace/workflow-model';
import { Button, Icon, IconButton } from '@millrace/web-ui';
import { ValueEditor } from '../expression/value-editor';
import { ParamControl } from '../form/param-control';
import { ParamFieldsView } from '../form/param-fields-view';
import { fieldsOf } from '../model/param-fields';
import { asList, headingOf, keysInTable, newElement, oneOf } from '../model/list-rows';
import { isObject, resolved, variantOf, variantsOf } from '../model/schema';

/** A list: texts in rows, or forms of their own that fold. Elements move, and a new one is added at the end. */
@Component({
  selector: 'mr-list-control',
  imports: [Button, Icon, IconButton, NgTemplateOutlet, ParamFieldsView, ValueEditor],
  templateUrl: './list-control.html',
  styleUrl: './list-control.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListControl extends ParamControl {
  readonly #folded = signal<ReadonlySet<number>>(new Set());
  readonly #element = computed(() => {
    const { schema, root } = this.field();
    return resolved((variantOf(schema, root, 'array') ?? schema)['items'], root);
  });
  /** Schema of an element that is an object with fields; undefined for plain ones. */
  readonly #form = computed((): JsonObject | undefined => {
    const variants = variantsOf(this.#element(), this.field().root);
    const [first] = variants;
    return first !== undefined && isObject(first['properties']) ? first : undefined;
  });
  protected readonly isForms = computed(() => this.#form() !== undefined);
  protected readonly elements = computed(() => asList(this.effective(), keysInTable(this.#form())));
  protected readonly noun = computed(() => oneOf(this.field().title));
  /** Elements that are no more than two short fields need no heading. */
  protected readonly isFlat = computed(() => {
    const properties = this.#form()?.['properties'];
    return isObject(properties) && Object.keys(properties).length <= 2;
  });

  protected fieldsOf(at: number): ReturnType<typeof fieldsOf> {
    const { root, path, isRaw } = this.field();
    return fieldsOf({ schema: this.#form() ?? {}, root, path: [...path, at], isRaw });
  }

  protected pathOf(at: number): DataPath {
    return [...this.field().path, at];
  }

  protected heading(element: Json, at: number): string {
    return headingOf(element) ?? `${this.noun()} ${at + 1}`;
  }

  protected isOpen(at: number): boolean {
    return !this.#folded().has(at);
  }

  protected fold(at: number): void {
    this.#folded.update((folded) => {
      const next = new Set(folded);
      if (!next.delete(at)) next.add(at);
      return next;
    });
  }

  protected replace(at: number, value: Json | undefined): void {
    this.#write(this.elements().map((element, place) => (place === at ? (value ?? '') : element)));
  }

  protected add(): void {
    this.#write([...this.elements(), newElement(this.#form(), this.elements())]);
  }

  protected remove(at: number): void {
    this.#write(this.elements().filter((_element, place) => place !== at));
  }

  protected move(at: number, by: -1 | 1): void {
    const moved = this.elements()[at];
    if (moved === undefined) return;
    this.#write(
      this.elements()
        .toSpliced(at, 1)
        .toSpliced(at + by, 0, moved),
    );
  }

  #write(elements: readonly Json[]): void {
    this.set(elements.length === 0 ? undefined : [...elements]);
  }
}
