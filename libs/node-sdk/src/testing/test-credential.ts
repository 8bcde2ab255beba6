import type { Json, JsonObject } from '@millrace/workflow-model';
import type { CredentialType, ResolvedCredential } from '../credential';
import { authenticated } from '../authenticate';
import { hostOf, hostMatches } from '../hosts';
import { NodeError } from '../outcome';

/** A credential of a type with these values, as the runner would hand it to a node. Hosts: all, unless told. */
export function testCredential(
  type: CredentialType,
  values: JsonObject,
  options: { readonly domains?: readonly string[] } = {},
): ResolvedCredential {
  const fields = type.fields.parse(values) as Record<string, Json>;
  const secrets = new Set<string>(type.secrets);
  const allowsHost = (host: string): boolean =>
    options.domains === undefined || options.domains.some((domain) => hostMatches(domain, host));
  return {
    id: 'credential-1',
    type: type.type,
    name: type.title,
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !secrets.has(name))),
    secret: (field) => (secrets.has(field) ? String(fields[field] ?? '') : ''),
    allowsHost,
    authenticate: (request) => {
      const host = hostOf(request.url);
      if (!allowsHost(host))
        throw new NodeError({
          code: 'CREDENTIAL_HOST_FORBIDDEN',
          fault: 'user',
          message: `The credential "${type.title}" may not be sent to ${host}.`,
        });
      return type.authenticate ? authenticated(request, type.authenticate, fields) : request;
    },
  };
}
