import { NodeError } from '@millrace/node-sdk';

const ROLES: readonly string[] = ['owner', 'admin', 'editor', 'operator', 'viewer'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ADDRESS = /^[^\s@:,;<>]+@[^\s@:,;<>]+\.[^\s@:,;<>]+$/;

/** A list as it is; text becomes one, at commas, semicolons and line breaks; what is blank is left out. */
export function namesIn(value: unknown): unknown {
  const list = typeof value === 'string' ? value.split(/[,;\n]/) : value;
  if (!Array.isArray(list)) return list === null ? undefined : list;
  return list.filter((one) => one !== null && !(typeof one === 'string' && one.trim() === ''));
}

/**
 * People as approvals know them: `user:<id>`, `mail:<address>` or `role:<role>`, each once.
 * @throws NodeError `APPROVAL_ASSIGNEE_UNKNOWN`
 */
export function assigneesOf(names: readonly string[] = []): string[] {
  return [...new Set(names.map(assigneeOf))];
}

function assigneeOf(name: string): string {
  const value = name.trim().replace(/^(user|mail|role):/, '');
  if (ROLES.includes(value.toLowerCase())) return `role:${value.toLowerCase()}`;
  if (UUID.test(value)) return `user:${value.toLowerCase()}`;
  if (ADDRESS.test(value)) return `mail:${value.toLowerCase()}`;
  const message = `"${name}" is neither an address, nor the id of a member, nor a role (${ROLES.join(', ')}).`;
  throw new NodeError({ code: 'APPROVAL_ASSIGNEE_UNKNOWN', fault: 'user', message });
}
