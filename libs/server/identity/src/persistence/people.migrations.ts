import { createMigration } from '@millrace/server-platform';

/** What people have beside a password: invitations, API tokens, links in mails; and what ends sessions at once. */
export const AddPeople = createMigration({
  name: 'AddPeople1764200020000',
  up: [
    // A token version that is no longer the one of the account ends a session, also one that began a moment too late.
    `alter table app_user
      alter column password_hash drop not null,
      add column token_version integer not null default 0,
      add column email_verified_at timestamptz,
      add column is_guest boolean not null default false`,
    `alter table session
      add column token_version integer not null default 0,
      add column address text,
      add column user_agent text,
      add column last_used_at timestamptz not null default now()`,
    // SHA-256 of secrets with 256 random bits, here and below: nothing to guess, so a slow hash would add nothing.
    `create table invitation (
      id uuid primary key,
      workspace_id uuid not null references workspace (id) on delete cascade,
      email text,
      role text not null constraint invitation_role_known check (role in ('admin', 'editor', 'operator', 'viewer')),
      token_hash bytea not null constraint invitation_token_unique unique,
      created_by uuid not null references app_user (id) on delete cascade,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      accepted_at timestamptz,
      accepted_by uuid,
      revoked_at timestamptz
    )`,
    `create index invitation_workspace on invitation (workspace_id, created_at)`,
    `create table api_token (
      id uuid primary key,
      workspace_id uuid not null,
      user_id uuid not null,
      name text not null,
      token_hash bytea not null constraint api_token_hash_unique unique,
      hint text not null,
      role text constraint api_token_role_known check (role in ('owner', 'admin', 'editor', 'operator', 'viewer')),
      scopes text[] not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      revoked_because text,
      foreign key (user_id) references app_user (id) on delete cascade,
      foreign key (workspace_id) references workspace (id) on delete cascade
    )`,
    `create index api_token_workspace on api_token (workspace_id, user_id)`,
    `create table account_link (
      token_hash bytea primary key,
      kind text not null constraint account_link_kind_known check (kind in ('reset', 'verify')),
      user_id uuid not null references app_user (id) on delete cascade,
      email text not null,
      is_mailed boolean not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    )`,
    `create index account_link_user on account_link (user_id, kind)`,
    `create table sign_in_failure (
      key text primary key,
      failures integer not null,
      blocked_until timestamptz,
      last_at timestamptz not null default now()
    )`,
    `create index sign_in_failure_age on sign_in_failure (last_at)`,
  ],
});

/** Accounts at other services that people sign in with. */
export const AddElsewhere = createMigration({
  name: 'AddElsewhere1764200030000',
  up: [
    `create table external_identity (
      id uuid primary key,
      user_id uuid not null references app_user (id) on delete cascade,
      provider text not null,
      issuer text not null,
      subject text not null,
      email text,
      created_at timestamptz not null default now(),
      last_used_at timestamptz not null default now(),
      constraint external_identity_unique unique (issuer, subject)
    )`,
    `create index external_identity_user on external_identity (user_id)`,
  ],
});
