import type { Request } from 'express';

/** What we need of a layer of the router. */
interface RouteLayer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

function matches(layer: RouteLayer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    // A path that cannot be decoded.
    return false;
  }
}

/** The methods that the address of a request has handlers for, in upper case; empty when there is nothing at this address. */
export function allowedMethods({ app, path }: Pick<Request, 'app' | 'path'>): readonly string[] {
  const { stack = [] } = (app as unknown as { router?: { stack?: readonly RouteLayer[] } }).router ?? {};
  const routes = stack.filter((layer) => layer.route && matches(layer, path));
  const methods = new Set(routes.flatMap((layer) => Object.keys(layer.route?.methods ?? {})));
  return [...methods].filter((method) => method !== '_all').map((method) => method.toUpperCase());
}
