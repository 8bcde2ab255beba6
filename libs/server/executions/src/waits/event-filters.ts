import { compileParam, ExpressionError, scopeOf, type CompiledParam } from '@millrace/expression';
import type { Json } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

const MOST_KEPT = 1_000;

/** An event that a wait may be for. */
export interface JudgedEvent {
  readonly name: string;
  readonly payload: Json;
}

/** Whether events fulfil the conditions that nodes keep beside their waits. */
@Injectable()
export class EventFilters {
  readonly #compiled = new Map<string, CompiledParam>();

  /** Whether the wait with this prompt takes the event; one that does not fit the condition at all is not taken. */
  takes(prompt: Json | undefined, event: JudgedEvent): boolean {
    const filter = filterIn(prompt);
    if (filter === undefined) return true;
    const { name, payload } = event;
    try {
      return this.#of(filter.expression).evaluate(scopeOf({ event: { name, payload }, known: filter.known })) === true;
    } catch (error) {
      if (error instanceof ExpressionError) return false;
      throw error;
    }
  }

  #of(expression: string): CompiledParam {
    const known = this.#compiled.get(expression);
    if (known) return known;
    if (this.#compiled.size >= MOST_KEPT) this.#compiled.clear();
    const compiled = compileParam({ $expr: expression });
    this.#compiled.set(expression, compiled);
    return compiled;
  }
}

function filterIn(prompt: Json | undefined): { readonly expression: string; readonly known: Json } | undefined {
  if (!isObject(prompt) || !isObject(prompt['filter'])) return undefined;
  const { expression, known = [] } = prompt['filter'];
  return typeof expression === 'string' ? { expression, known } : undefined;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
