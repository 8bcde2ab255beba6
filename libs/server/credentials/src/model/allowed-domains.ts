import type { CredentialTypeData, JsonObject } from '@millrace/workflow-model';
import { domainInvalid, domainsRequired } from '../credentials.errors';

const MOST_DOMAINS = 50;
const label = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?';
const hostName = new RegExp(`^(\\*\\.)?(${label}\\.)*${label}$`);
const address = /^(\d{1,3}(\.\d{1,3}){3}|[\da-f:]*:[\da-f:.]*)$/;

/**
 * The hosts that a credential may be sent to: what its owner says, else what its type says; the host that its own field
 * names is always one of them.
 * @throws DomainError `CREDENTIAL_DOMAIN_INVALID`, `CREDENTIAL_DOMAINS_REQUIRED`
 */
export function allowedDomainsOf(
  type: CredentialTypeData,
  given: readonly string[] | undefined,
  values: JsonObject,
): string[] {
  const own = given && given.length > 0 ? given.map(readDomain) : [...(type.domains ?? [])];
  const host = hostIn(type, values);
  const domains = [...new Set(host === undefined ? own : [...own, host])];
  // A type whose list is empty, not absent, is sent nowhere.
  if (domains.length === 0 && type.domains === undefined) throw domainsRequired();
  if (domains.length > MOST_DOMAINS) throw domainInvalid(`more than ${MOST_DOMAINS} domains`);
  return domains;
}

/** A pattern as it is compared. @throws DomainError `CREDENTIAL_DOMAIN_INVALID` */
export function readDomain(text: string): string {
  const domain = text.trim().toLowerCase().replace(/\.$/, '');
  if (domain === '*' || address.test(domain) || (hostName.test(domain) && domain.length <= 253)) return domain;
  throw domainInvalid(text);
}

/** Fields that say where a credential goes; they change only together with its secrets. */
export function addressFields(type: CredentialTypeData): Set<string> {
  const templates = [type.oauth2?.tokenUrl ?? '', type.oauth2?.authorizeUrl ?? '', type.test?.url ?? ''];
  const named = templates.flatMap((text) =>
    [...text.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].map(([, name]) => name ?? ''),
  );
  return new Set(type.hostField === undefined ? named : [...named, type.hostField]);
}

function hostIn(type: CredentialTypeData, values: JsonObject): string | undefined {
  const value = type.hostField === undefined ? undefined : values[type.hostField];
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const text = value.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(url)) throw domainInvalid(text);
  // Only http addresses are read as URL does it; others keep their host as it is written.
  const host = new URL(url.replace(/^[a-z][a-z0-9+.-]*:/i, 'https:')).hostname.replace(/^\[|\]$/g, '');
  return readDomain(host);
}
