import type { ASTNode } from '@marcbachmann/cel-js';
import { isMissing } from './fault';
import type { Macro } from './library-internals';

/** `has(a.b.c)`: whether there is such a thing. Unlike the library's, it also says no when something on the way is missing. */
export function hasMacro(argument: ASTNode): Macro {
  return {
    args: [argument],
    async: false,
    typeCheck(checker, _macro, context) {
      checker.check(argument, context);
      return checker.getType('bool');
    },
    evaluate(evaluator, _macro, context) {
      const result = evaluator.tryEval(argument, context);
      if (isMissing(result)) return false;
      if (result instanceof Error) throw result;
      return true;
    },
  };
}

/** `orElse(a, b)`, `a.orElse(b)`, `coalesce(a, b, c)`: the first that is there and not null; null when none is. */
export function coalesceMacro(args: readonly ASTNode[]): Macro {
  return {
    args,
    async: false,
    typeCheck(checker, _macro, context) {
      const types = args.map((argument) => checker.check(argument, context));
      const [first] = types;
      return first !== undefined && types.every((type) => type === first) ? first : checker.getType('dyn');
    },
    evaluate(evaluator, _macro, context) {
      for (const argument of args) {
        const result = evaluator.tryEval(argument, context);
        if (isMissing(result) || result === null) continue;
        if (result instanceof Error) throw result;
        return result;
      }
      return null;
    },
  };
}
