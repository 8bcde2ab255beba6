import type { Json, JsonObject } from '@millrace/workflow-model';
import { Ajv2020 } from 'ajv/dist/2020';
import type { Options, ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { sample } from 'openapi-sampler';

/** What a request looks like to a contract: query and form bodies are read as `qs` reads them. */
export interface ContractRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: JsonObject;
  readonly contentType: string;
  /** Undefined when nothing was sent. */
  readonly body: Json | undefined;
  /** Values of the path's parameters. */
  readonly params: Readonly<Record<string, string>>;
}

interface Parameter {
  readonly name: string;
  readonly place: string;
  readonly required: boolean;
  readonly check: ValidateFunction;
}

/** One operation of an OpenAPI document, ready to judge requests. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly isLiteral: boolean;
  readonly parameters: readonly Parameter[];
  /** Checks by media type; null takes anything. Undefined when the operation has no body. */
  readonly bodies: ReadonlyMap<string, ValidateFunction | null> | undefined;
  readonly isBodyRequired: boolean;
  readonly source: JsonObject;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];
const UNCHECKED_MEDIA = /multipart|octet|\*\/\*/;

/** An OpenAPI 3.1 document that refuses what the service would refuse. A schema that cannot be compiled throws at once. */
export class ContractDocument {
  readonly operations: readonly Operation[];
  /** Path of the document's server, without a slash at the end. */
  readonly basePath: string;
  private readonly exact: Ajv2020;
  private readonly coercing: Ajv2020;

  constructor(private readonly document: JsonObject) {
    this.exact = validatorOf(document, {});
    this.coercing = validatorOf(document, { coerceTypes: 'array' });
    this.basePath = basePathOf(document);
    this.operations = Object.entries(objectAt(document, 'paths'))
      .flatMap(([path, item]) => this.operationsOf(path, item as JsonObject))
      .sort((one, other) => Number(other.isLiteral) - Number(one.isLiteral) || depthOf(one) - depthOf(other));
  }

  /** The operation that answers a path, which is given without the base path. */
  find(method: string, path: string): { operation: Operation; params: Record<string, string> } | undefined {
    const operation = this.operations.find((one) => one.method === method.toLowerCase() && one.pattern.test(path));
    return operation && { operation, params: { ...operation.pattern.exec(path)?.groups } };
  }

  /** Whether the request says who it comes from, as the document asks. */
  isAuthenticated(operation: Operation, headers: Readonly<Record<string, string>>): boolean {
    const needs = (operation.source['security'] ?? this.document['security']) as JsonObject[] | undefined;
    if (needs === undefined || needs.length === 0) return true;
    const schemes = objectAt(objectAt(this.document, 'components'), 'securitySchemes');
    return needs.some((need) =>
      Object.keys(need).every((name) => hasScheme(schemes[name] as JsonObject | undefined, headers)),
    );
  }

  /** Sentences about everything that is wrong, each naming its place; empty when the service would take it. */
  flawsOf(operation: Operation, request: ContractRequest): string[] {
    const flaws = [
      ...operation.parameters.flatMap((parameter) => flawsOfParameter(parameter, request)),
      ...unknownQuery(operation, request.query),
      ...flawsOfBody(operation, request),
    ];
    return [...new Set(flaws)];
  }

  /** A made-up answer that fits the document. */
  sampleAnswer(operation: Operation): { status: number; body: Json | undefined } {
    const responses = objectAt(operation.source, 'responses');
    const code = Object.keys(responses).find((status) => status.startsWith('2')) ?? '200';
    const [response] = this.resolved(responses[code] as JsonObject | undefined, '');
    const content = objectAt(objectAt(response, 'content'), 'application/json');
    const schema = content['schema'] as JsonObject | undefined;
    const body = content['example'] ?? (schema && (sample(schema, { maxSampleDepth: 6 }, this.document) as Json));
    return { status: Number(code), body };
  }

  private operationsOf(path: string, item: JsonObject): Operation[] {
    return METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const source = item[method] as JsonObject;
      const pointer = `/paths/${escaped(path)}`;
      const shared = parametersAt(item, `${pointer}/parameters`);
      const own = parametersAt(source, `${pointer}/${method}/parameters`);
      const [body, bodyPointer] = this.resolved(
        source['requestBody'] as JsonObject | undefined,
        `${pointer}/${method}/requestBody`,
      );
      return {
        id: String(source['operationId'] ?? `${method} ${path}`),
        method,
        path,
        pattern: patternOf(path),
        isLiteral: !path.includes('{'),
        parameters: [...shared, ...own].flatMap(([entry, at]) => this.parameterOf(entry, at)),
        bodies: body === undefined ? undefined : this.bodiesOf(body, bodyPointer),
        isBodyRequired: body?.['required'] === true,
        source,
      };
    });
  }

  private parameterOf(entry: JsonObject, at: string): Parameter[] {
    const [parameter, pointer] = this.resolved(entry, at);
    if (parameter?.['schema'] === undefined) return [];
    const properties = { value: { $ref: referenceTo(`${pointer}/schema`) } };
    return [
      {
        name: String(parameter['name']),
        place: String(parameter['in']),
        required: parameter['required'] === true,
        check: this.coercing.compile({ type: 'object', properties }),
      },
    ];
  }

  private bodiesOf(body: JsonObject, pointer: string): Map<string, ValidateFunction | null> {
    const entries = Object.entries(objectAt(body, 'content')).map(
      ([type, media]): [string, ValidateFunction | null] => {
        if ((media as JsonObject)['schema'] === undefined || UNCHECKED_MEDIA.test(type)) return [type, null];
        const schema = { $ref: referenceTo(`${pointer}/content/${escaped(type)}/schema`) };
        return [type, (type.includes('json') ? this.exact : this.coercing).compile(schema)];
      },
    );
    return new Map(entries);
  }

  private resolved(node: JsonObject | undefined, pointer: string): [JsonObject | undefined, string] {
    const reference = node?.['$ref'];
    if (typeof reference !== 'string') return [node, pointer];
    const steps = reference.slice(2).split('/');
    const found = steps.reduce<Json | undefined>(
      (at, step) => (at as JsonObject | undefined)?.[decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~')],
      this.document,
    );
    return [found as JsonObject | undefined, reference.slice(1)];
  }
}

function validatorOf(document: JsonObject, options: Options): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, ...options });
  // Two module systems give two shapes of the same function.
  const add = ('default' in addFormats ? addFormats.default : addFormats) as unknown as (target: Ajv2020) => void;
  add(ajv);
  ajv.addSchema(document, 'doc', false, false);
  return ajv;
}

function basePathOf(document: JsonObject): string {
  const [server] = (document['servers'] ?? []) as JsonObject[];
  const url = String(server?.['url'] ?? '/').replace(/\{[^}]+\}/g, 'x');
  return new URL(url, 'http://x').pathname.replace(/\/$/, '');
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]+)\}/g, (_match, name: string) => `(?<${groupOf(name)}>[^/]+)`);
  return new RegExp(`^${source}$`);
}

function parametersAt(owner: JsonObject, pointer: string): [JsonObject, string][] {
  return ((owner['parameters'] ?? []) as JsonObject[]).map((entry, index) => [entry, `${pointer}/${index}`]);
}

function hasScheme(scheme: JsonObject | undefined, headers: Readonly<Record<string, string>>): boolean {
  if (scheme?.['type'] === 'apiKey' && scheme['in'] === 'header') {
    return (headers[String(scheme['name']).toLowerCase()] ?? '') !== '';
  }
  return /^\w+ \S+/.test(headers['authorization'] ?? '');
}

function flawsOfParameter({ name, place, required, check }: Parameter, request: ContractRequest): string[] {
  const value = valueOfParameter(name, place, request);
  if (value === undefined) return required ? [`${place}/${name} is required`] : [];
  return check({ value }) ? [] : told(`${place}/${name}`, check, '/value');
}

function valueOfParameter(name: string, place: string, request: ContractRequest): Json | undefined {
  if (place === 'path') return decodeURIComponent(request.params[groupOf(name)] ?? '');
  if (place === 'query') return request.query[name];
  return place === 'header' ? request.headers[name.toLowerCase()] : undefined;
}

function unknownQuery(operation: Operation, query: JsonObject): string[] {
  const known = new Set(
    operation.parameters
      .filter(({ place }) => place === 'query')
      .flatMap(({ name }) => [name, name.split('[')[0] as string]),
  );
  return Object.keys(query)
    .filter((name) => !known.has(name))
    .map((name) => `query/${name} is not in the document`);
}

function flawsOfBody({ bodies, isBodyRequired }: Operation, { body, contentType }: ContractRequest): string[] {
  if (bodies === undefined) return [];
  if (body === undefined) return isBodyRequired ? ['body is required'] : [];
  const type = bodies.has(contentType) ? contentType : '*/*';
  const check = bodies.get(type);
  if (check === undefined) return [`content-type ${contentType} is not one of ${[...bodies.keys()].join(', ')}`];
  return check === null || check(body) ? [] : told('body', check);
}

function told(where: string, check: ValidateFunction, prefix = ''): string[] {
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    const facts = params as { additionalProperty?: string; allowedValues?: unknown };
    const extra = facts.additionalProperty === undefined ? '' : `: ${facts.additionalProperty}`;
    const allowed = facts.allowedValues === undefined ? '' : `: ${String(facts.allowedValues)}`;
    return `${where}${instancePath.replace(prefix, '')} ${message ?? ''}${extra}${allowed}`;
  });
}

function objectAt(owner: JsonObject | undefined, key: string): JsonObject {
  const value = owner?.[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function escaped(step: string): string {
  return step.replace(/~/g, '~0').replace(/\//g, '~1');
}

function referenceTo(pointer: string): string {
  return `doc#${pointer.split('/').map(encodeURIComponent).join('/')}`;
}

function groupOf(name: string): string {
  return name.replace(/\W/g, '_');
}

function depthOf({ path }: Operation): number {
  return path.split('{').length;
}
