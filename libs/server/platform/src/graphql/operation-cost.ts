import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** What an operation asks of the server, at most. */
export interface OperationCost {
  /** Fields inside each other. */
  readonly depth: number;
  /** Every field once, times the items of the lists that it is in. */
  readonly complexity: number;
  readonly aliases: number;
  readonly directives: number;
}

const nothing: OperationCost = { depth: 0, complexity: 0, aliases: 0, directives: 0 };
/** Costs are only compared with limits far below; this keeps products of products finite. */
const CEILING = 1e9;
/** Levels that introspection may have on top of the limit: tools ask for types of types of types. */
const INTROSPECTION_DEPTH = 8;
/** Arguments that say how many items a list gives. */
const sizeArguments = new Set(['first', 'last', 'limit', 'count']);

const clamp = (value: number): number => Math.min(value, CEILING);

function together(a: OperationCost, b: OperationCost): OperationCost {
  return {
    depth: Math.max(a.depth, b.depth),
    complexity: clamp(a.complexity + b.complexity),
    aliases: clamp(a.aliases + b.aliases),
    directives: clamp(a.directives + b.directives),
  };
}

/** Measures selections. Each fragment is measured once, however often it is spread: fragments that spread fragments cannot make it slow. */
class Measure {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<string, OperationCost>();
  readonly #variables: Readonly<Record<string, unknown>>;

  constructor(document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
    this.#variables = variables;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  operation(operation: OperationDefinitionNode): OperationCost {
    const inside = this.#selections(operation.selectionSet);
    return { ...inside, directives: inside.directives + (operation.directives?.length ?? 0) };
  }

  #selections(set: SelectionSetNode): OperationCost {
    return set.selections.reduce((sum, selection) => {
      const own = { ...nothing, directives: selection.directives?.length ?? 0 };
      if (selection.kind === Kind.FIELD) return together(sum, together(own, this.#field(selection)));
      const inside =
        selection.kind === Kind.INLINE_FRAGMENT
          ? this.#selections(selection.selectionSet)
          : this.#fragment(selection.name.value);
      return together(sum, together(own, inside));
    }, nothing);
  }

  #field(field: FieldNode): OperationCost {
    const inside = field.selectionSet ? this.#selections(field.selectionSet) : nothing;
    // The usual introspection query nests deeper than any query of ours; production turns introspection off altogether.
    const isIntrospection = field.name.value.startsWith('__');
    return {
      depth: isIntrospection ? Math.max(1, inside.depth + 1 - INTROSPECTION_DEPTH) : inside.depth + 1,
      complexity: isIntrospection ? 1 : clamp(1 + this.#sizeOf(field) * inside.complexity),
      aliases: clamp(inside.aliases + (field.alias ? 1 : 0)),
      directives: inside.directives,
    };
  }

  #sizeOf(field: FieldNode): number {
    const argument = field.arguments?.find(({ name }) => sizeArguments.has(name.value));
    const size = argument ? this.#numberOf(argument.value) : 1;
    return Number.isFinite(size) && size > 1 ? size : 1;
  }

  #numberOf(value: ValueNode): number {
    if (value.kind === Kind.INT) return Number(value.value);
    return value.kind === Kind.VARIABLE ? Number(this.#variables[value.name.value]) : 1;
  }

  #fragment(name: string): OperationCost {
    const known = this.#measured.get(name);
    if (known) return known;
    // Stands in while the fragment is measured, so that a fragment inside itself ends; validation refuses it anyway.
    this.#measured.set(name, nothing);
    const fragment = this.#fragments.get(name);
    const cost = fragment ? this.#selections(fragment.selectionSet) : nothing;
    this.#measured.set(name, cost);
    return cost;
  }
}

/** The cost of one operation of a document, or of the costliest when no name says which. */
export function measureOperation(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
  operationName?: string | null,
): OperationCost {
  const measure = new Measure(document, variables);
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .filter((operation) => !operationName || operation.name?.value === operationName)
    .map((operation) => measure.operation(operation))
    .reduce(together, nothing);
}
