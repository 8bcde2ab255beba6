import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { Button, Icon, IconButton, type MenuEntry, MenuTrigger } from '@millrace/web-ui';
import { ParamControl } from '../form/param-control';
import { fieldsOf } from '../model/param-fields';
import { isObject, resolved, variantOf } from '../model/schema';
import { TOOL_KINDS, type ToolKind, type ToolLook, newTool, toolLook } from '../model/tool-model';
import { ToolForm } from '../tools/tool-form';

/** The tools of an agent: what each is called and does; one at a time is open. */
@Component({
  selector: 'mr-tools-control',
  imports: [Button, Icon, IconButton, MenuTrigger, ToolForm],
  templateUrl: './tools-control.html',
  styleUrl: './tools-control.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToolsControl extends ParamControl {
  readonly #open = signal<number | undefined>(undefined);
  protected readonly tools = computed((): readonly JsonObject[] => {
    const value = this.effective();
    return Array.isArray(value) ? value.filter(isObject) : [];
  });
  readonly #element = computed(() => {
    const { schema, root } = this.field();
    return resolved((variantOf(schema, root, 'array') ?? schema)['items'], root);
  });

  protected readonly kinds = (): readonly MenuEntry[] =>
    TOOL_KINDS.map(({ value, label, icon }): MenuEntry => ({ label, icon, run: () => this.add(value) }));

  protected fieldsOf(at: number): ReturnType<typeof fieldsOf> {
    const { root, path, isRaw } = this.field();
    return fieldsOf({ schema: this.#element(), root, path: [...path, at], isRaw });
  }

  protected lookOf(tool: JsonObject): ToolLook {
    return toolLook(tool, this.tools());
  }

  protected nameOf(tool: JsonObject, at: number): string {
    const { name } = tool;
    return typeof name === 'string' && name !== '' ? name : `Tool ${at + 1}`;
  }

  protected isOpen(at: number): boolean {
    return this.#open() === at;
  }

  protected fold(at: number): void {
    this.#open.update((open) => (open === at ? undefined : at));
  }

  protected add(kind: ToolKind): void {
    const at = this.tools().length;
    this.#write([...this.tools(), newTool(kind, this.tools())]);
    this.#open.set(at);
  }

  protected replace(at: number, tool: JsonObject): void {
    this.#write(this.tools().map((one, place) => (place === at ? tool : one)));
  }

  protected remove(at: number): void {
    this.#write(this.tools().filter((_tool, place) => place !== at));
    this.#open.set(undefined);
  }

  #write(tools: readonly Json[]): void {
    this.set(tools.length === 0 ? undefined : [...tools]);
  }
}
