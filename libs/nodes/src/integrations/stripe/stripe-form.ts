/** What a form of Stripe can hold. */
export type FormValue =
  string | number | boolean | undefined | readonly FormValue[] | { readonly [name: string]: FormValue };

/** A form as Stripe reads it: members as `a[b]`, elements of lists as `a[0]`; what is undefined is left out. */
export function stripeForm(values: Readonly<Record<string, FormValue>>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) => pairsOf(name, value));
  return new URLSearchParams(pairs).toString();
}

function pairsOf(name: string, value: FormValue): [string, string][] {
  if (value === undefined) return [];
  if (typeof value !== 'object') return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, member]) => pairsOf(`${name}[${key}]`, member as FormValue));
}
