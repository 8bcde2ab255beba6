/** The text of a GraphQL operation and the fragments that it uses: `D` is what it answers, `V` what it takes. */
export type GraphqlDocument<D, V> = string & { readonly shape?: (variables: V) => D };
