import { createMigration, type EntityClass, type MigrationClass } from '@millrace/server-platform';
import { CreateAudit } from '../audit/audit.migrations';
import { AddGuests } from '../forgetting/guests.migrations';
import { AddElsewhere, AddPeople } from './people.migrations';

const CreateIdentity = createMigration({
  name: 'CreateIdentity1763600100000',
  up: [
    `create table app_user (
      id uuid primary key,
      email text not null constraint app_user_email_lower check (email = lower(email)),
      name text not null,
      password_hash text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint app_user_email_unique unique (email)
    )`,
    `create table workspace (
      id uuid primary key,
      name text not null,
      created_at timestamptz not null default now()
    )`,
    `create table membership (
      user_id uuid not null references app_user (id) on delete cascade,
      workspace_id uuid not null references workspace (id) on delete cascade,
      role text not null constraint membership_role_known check (role in ('owner', 'admin', 'editor', 'operator', 'viewer')),
      created_at timestamptz not null default now(),
      primary key (user_id, workspace_id)
    )`,
    `create index membership_workspace on membership (workspace_id)`,
    // One sign-in: the family of all refresh tokens that come from it.
    `create table session (
      id uuid primary key,
      user_id uuid not null references app_user (id) on delete cascade,
      workspace_id uuid not null references workspace (id) on delete cascade,
      kind text not null constraint session_kind_known check (kind in ('session', 'token')),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      revoked_because text
    )`,
    `create index session_by_user on session (user_id)`,
    `create index session_by_end on session (expires_at)`,
    // SHA-256 of tokens with 256 random bits: nothing to guess, so a slow hash would add nothing.
    `create table refresh_token (
      token_hash bytea primary key,
      session_id uuid not null references session (id) on delete cascade,
      created_at timestamptz not null default now(),
      used_at timestamptz
    )`,
    `create index refresh_token_session on refresh_token (session_id)`,
  ],
});

/** Tables of identity. */
export const identityMigrations: readonly MigrationClass[] = [
  CreateIdentity,
  CreateAudit,
  AddPeople,
  AddElsewhere,
  AddGuests,
];

/** Identity uses SQL only. */
export const identityEntities: readonly EntityClass[] = [];
