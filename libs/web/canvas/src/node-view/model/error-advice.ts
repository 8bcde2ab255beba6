/** What to do about a failure, by its code; undefined when only its message helps. */
export function adviceFor(code: string): string | undefined {
  return ADVICE.find(([pattern]) => pattern.test(code))?.[1];
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/TIMEOUT|TIMED_OUT/, 'Give it more time under Settings, or let it be tried again.'],
  [/HTTP_4(01|03)|UNAUTHORIZED|FORBIDDEN/, 'Check the headers or the key that the request is sent with.'],
  [/HTTP_404|NOT_FOUND/, 'Check the address and the ids in it.'],
  [/HTTP_4/, 'The other side refused the request: look at the body of its answer.'],
  [/HTTP_5|NETWORK|ECONN|DNS|UNREACHABLE/, 'The other side may be down: turn on retries under Settings.'],
  [/PATH_NOT_FOUND|UNKNOWN_REFERENCE/, 'Look in the input pane for what there is, and drag it into the field.'],
  [/PARAM|INVALID/, 'Check the parameters that are marked.'],
];
