import { ACCESS_RULE } from '@millrace/server-platform';
import type { Permission } from '@millrace/server-identity';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** What a handler demands of its caller; undefined when nobody decided. */
export type Rule =
  { readonly kind: 'public' } | { readonly kind: 'requires'; readonly permissions: readonly Permission[] };

/** A route of the product. */
export interface Route {
  readonly method: string;
  /** With parameters as `:name` and `*name`. */
  readonly path: string;
  readonly rule: Rule | undefined;
}

type Handler = (...args: unknown[]) => unknown;

/** Every method of a class that Nest made, with what it demands of its caller. */
export function handlersOf(
  app: NestExpressApplication,
  kind: 'controllers' | 'providers',
): { type: object; name: string; handler: Handler; rule: Rule | undefined }[] {
  const types = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module[kind].values()].map(({ metatype }) => metatype as { prototype?: object } | null),
  );
  return [...new Set(types)].flatMap((type) => {
    const prototype = type?.prototype as Record<string, Handler> | undefined;
    if (!type || !prototype) return [];
    return methodsOf(prototype).map((name) => {
      const handler = prototype[name] as Handler;
      const rule = (Reflect.getMetadata(ACCESS_RULE, handler) ?? Reflect.getMetadata(ACCESS_RULE, type)) as
        Rule | undefined;
      return { type, name, handler, rule };
    });
  });
}

/** Own methods and those of classes above: a controller may get its routes from another one. */
function methodsOf(prototype: object): string[] {
  const names = new Set<string>();
  for (
    let at: object | null = prototype;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (name !== 'constructor' && typeof value === 'function') names.add(name);
  }
  return [...names];
}

/** Every REST route that a controller declares. */
export function routesOf(app: NestExpressApplication): Route[] {
  return handlersOf(app, 'controllers')
    .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler))
    .flatMap(({ type, handler, rule }) => {
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
      const bases = [Reflect.getMetadata(PATH_METADATA, type) as string | string[]].flat();
      const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
      return bases.flatMap((base) => paths.map((own) => ({ method, path: joined(base, own), rule })));
    });
}

const joined = (...parts: string[]): string =>
  ['', ...parts]
    .join('/')
    .replace(/\/+/g, '/')
    .replace(/(.)\/$/, '$1');

/** Addresses that Express itself serves, whoever put them there. */
export function addressesOf(app: NestExpressApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as {
    router: { stack: { route?: { path: string | string[] } }[] };
  };
  return [...new Set(router.stack.flatMap(({ route }) => (route ? [route.path].flat() : [])))];
}
