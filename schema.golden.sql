table account_link
  created_at timestamp with time zone not null default now()
  email text not null
  expires_at timestamp with time zone not null
  is_mailed boolean not null
  kind text not null
  token_hash bytea not null
  used_at timestamp with time zone
  user_id uuid not null
  constraint account_link_kind_known CHECK ((kind = ANY (ARRAY['reset'::text, 'verify'::text])))
  constraint account_link_pkey PRIMARY KEY (token_hash)
  constraint account_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
  CREATE INDEX account_link_user ON public.account_link USING btree (user_id, kind)

table api_token
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  hint text not null
  id uuid not null
  last_used_at timestamp with time zone
  name text not null
  revoked_at timestamp with time zone
  revoked_because text
  role text
  scopes text[] not null
  token_hash bytea not null
  user_id uuid not null
  workspace_id uuid not null
  constraint api_token_hash_unique UNIQUE (token_hash)
  constraint api_token_pkey PRIMARY KEY (id)
  constraint api_token_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'editor'::text, 'operator'::text, 'viewer'::text])))
  constraint api_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
  constraint api_token_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id) ON DELETE CASCADE
  CREATE INDEX api_token_workspace ON public.api_token USING btree (workspace_id, user_id)

table app_user
  created_at timestamp with time zone not null default now()
  email text not null
  email_verified_at timestamp with time zone
  id uuid not null
  is_guest boolean not null default false
  name text not null
  password_hash text
  token_version integer not null default 0
  updated_at timestamp with time zone not null default now()
  constraint app_user_email_lower CHECK ((email = lower(email)))
  constraint app_user_email_unique UNIQUE (email)
  constraint app_user_pkey PRIMARY KEY (id)
  CREATE INDEX app_user_guest ON public.app_user USING btree (created_at) WHERE is_guest

table approval
  assignees text[] not null
  closed_at timestamp with time zone
  created_at timestamp with time zone not null default clock_timestamp()
  decided_by text
  decided_via text
  due_at timestamp with time zone
  escalate_at timestamp with time zone
  escalated_at timestamp with time zone
  event_name text not null
  execution_id uuid not null
  expires_at timestamp with time zone
  id uuid not null
  node_key text not null
  notified_at timestamp with time zone
  notify_at timestamp with time zone
  payload json
  payload_version integer not null default 1
  prompt json not null
  reason text
  status text not null default 'open'::text
  workflow_id uuid
  workspace_id uuid not null
  constraint approval_end CHECK (((closed_at IS NULL) = (status = 'open'::text)))
  constraint approval_pkey PRIMARY KEY (id)
  constraint approval_status_check CHECK ((status = ANY (ARRAY['open'::text, 'approved'::text, 'rejected'::text, 'timed_out'::text, 'cancelled'::text])))
  CREATE INDEX approval_by_execution ON public.approval USING btree (execution_id)
  CREATE INDEX approval_by_workspace ON public.approval USING btree (workspace_id, id)
  CREATE INDEX approval_notify ON public.approval USING btree (notify_at) WHERE (notify_at IS NOT NULL)
  CREATE INDEX approval_open ON public.approval USING btree (workspace_id, id) WHERE (status = 'open'::text)
  CREATE TRIGGER approval_tells AFTER INSERT OR UPDATE ON public.approval FOR EACH ROW EXECUTE FUNCTION approval_tells()

table approval_link
  approval_id uuid not null
  created_at timestamp with time zone not null default clock_timestamp()
  digest bytea not null
  expires_at timestamp with time zone not null
  person text not null
  constraint approval_link_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approval(id) ON DELETE CASCADE
  constraint approval_link_pkey PRIMARY KEY (digest)
  CREATE INDEX approval_link_by_approval ON public.approval_link USING btree (approval_id)

table approval_vote
  approval_id uuid not null
  created_at timestamp with time zone not null default clock_timestamp()
  decision text not null
  diff json
  payload_version integer not null
  person text not null
  reason text
  via text not null
  constraint approval_vote_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approval(id) ON DELETE CASCADE
  constraint approval_vote_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text])))
  constraint approval_vote_pkey PRIMARY KEY (approval_id, person)
  CREATE TRIGGER approval_vote_tells AFTER INSERT OR UPDATE ON public.approval_vote FOR EACH ROW EXECUTE FUNCTION approval_vote_tells()

table audit_event
  action text not null
  actor_id uuid
  actor_label text
  address text
  api_token_id uuid
  at timestamp with time zone not null default now()
  details jsonb not null default '{}'::jsonb
  id uuid not null default gen_random_uuid()
  request_id text
  seq bigint not null identity
  target_id text
  target_label text
  target_type text
  user_agent text
  via text not null
  workspace_id uuid
  constraint audit_event_pkey PRIMARY KEY (seq)
  CREATE INDEX audit_event_actor ON public.audit_event USING btree (workspace_id, actor_id, seq DESC)
  CREATE INDEX audit_event_target ON public.audit_event USING btree (workspace_id, target_type, target_id, seq DESC)
  CREATE INDEX audit_event_workspace ON public.audit_event USING btree (workspace_id, seq DESC)
  CREATE TRIGGER audit_event_append_only BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_is_append_only()
  CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_event_is_append_only()

table awaited_run
  child_id uuid not null
  created_at timestamp with time zone not null default now()
  is_cancelled boolean not null default false
  parent_id uuid not null
  constraint awaited_run_pkey PRIMARY KEY (child_id)

table concurrency_lane
  key text
  lane text not null
  max integer not null
  used_at timestamp with time zone not null default now()
  workflow_id uuid not null
  workspace_id uuid not null
  constraint concurrency_lane_max_check CHECK ((max > 0))
  constraint concurrency_lane_pkey PRIMARY KEY (lane)

table credential
  allowed_domains text[] not null
  created_at timestamp(3) with time zone not null default clock_timestamp()
  created_by uuid not null
  health jsonb not null default '{"status": "unknown"}'::jsonb
  id uuid not null
  last_used_at timestamp(3) with time zone
  layers jsonb not null default '[]'::jsonb
  name text not null
  state text not null
  tokens jsonb
  type text not null
  updated_at timestamp(3) with time zone not null default clock_timestamp()
  values_at timestamp(3) with time zone not null default clock_timestamp()
  workspace_id uuid not null
  constraint credential_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
  constraint credential_pkey PRIMARY KEY (id)
  constraint credential_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'active'::text, 'deleting'::text])))
  CREATE UNIQUE INDEX credential_name ON public.credential USING btree (workspace_id, lower(name)) WHERE (state <> 'deleting'::text)
  CREATE INDEX credential_unsettled ON public.credential USING btree (updated_at) WHERE (state <> 'active'::text)

table credential_share
  credential_id uuid not null
  may text not null
  subject text not null
  subject_kind text not null
  constraint credential_share_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES credential(id) ON DELETE CASCADE
  constraint credential_share_may_check CHECK ((may = ANY (ARRAY['use'::text, 'edit'::text])))
  constraint credential_share_pkey PRIMARY KEY (credential_id, subject_kind, subject)
  constraint credential_share_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['role'::text, 'member'::text])))

table early_signal
  correlation text
  created_at timestamp with time zone not null default clock_timestamp()
  execution_id uuid not null
  id uuid not null
  name text not null
  payload json not null
  sender text
  constraint early_signal_pkey PRIMARY KEY (id)
  CREATE INDEX early_signal_by_execution ON public.early_signal USING btree (execution_id)

table event_chain
  created_at timestamp with time zone not null default now()
  depth integer not null
  execution_id uuid not null
  constraint event_chain_depth_check CHECK ((depth > 0))
  constraint event_chain_pkey PRIMARY KEY (execution_id)
  CREATE INDEX event_chain_age ON public.event_chain USING btree (created_at)

table event_receipt
  event_id uuid not null
  execution_id uuid not null
  constraint event_receipt_event_id_fkey FOREIGN KEY (event_id) REFERENCES recent_event(id) ON DELETE CASCADE
  constraint event_receipt_pkey PRIMARY KEY (event_id, execution_id)

table event_subscription
  event_name text not null
  filter text
  id uuid not null
  live boolean not null
  node_id text not null
  version_id uuid not null
  workflow_id uuid not null
  workspace_id uuid not null
  constraint event_subscription_event_name_check CHECK (((char_length(event_name) >= 1) AND (char_length(event_name) <= 200)))
  constraint event_subscription_node UNIQUE (workflow_id, node_id)
  constraint event_subscription_pkey PRIMARY KEY (id)
  CREATE INDEX event_subscription_by_name ON public.event_subscription USING btree (workspace_id, event_name) WHERE live

table execution
  created_at timestamp with time zone not null default clock_timestamp()
  error json
  event_seq integer not null
  finished_at timestamp with time zone
  fork json
  id uuid not null
  instance_id text not null
  lane text
  lane_state text
  lease_epoch bigint not null default 0
  lease_owner text
  lease_until timestamp with time zone
  lost_leases smallint not null default 0
  mode text not null
  next_due_at timestamp with time zone
  partial_mode text
  partial_node_id text
  priority integer not null default 0
  progress smallint not null default 0
  source_id uuid
  started_at timestamp with time zone
  started_by text
  status text not null
  terminated boolean not null default false
  trigger_node_id text not null
  version_id uuid not null
  workflow_id uuid
  workspace_id uuid not null
  constraint execution_end CHECK (((finished_at IS NOT NULL) = (status = ANY (ARRAY['completed'::text, 'failed'::text, 'cancelled'::text]))))
  constraint execution_instance UNIQUE (instance_id)
  constraint execution_instance_id_check CHECK (((char_length(instance_id) >= 1) AND (char_length(instance_id) <= 200)))
  constraint execution_lane_state CHECK (((lane IS NULL) = (lane_state IS NULL)))
  constraint execution_lane_state_check CHECK ((lane_state = ANY (ARRAY['queued'::text, 'held'::text, 'idle'::text])))
  constraint execution_lease CHECK (((lease_owner IS NULL) = (lease_until IS NULL)))
  constraint execution_mode_check CHECK ((mode = ANY (ARRAY['manual'::text, 'webhook'::text, 'schedule'::text, 'event'::text, 'api'::text, 'inline'::text, 'test'::text])))
  constraint execution_partial CHECK (((partial_mode IS NULL) = (partial_node_id IS NULL)))
  constraint execution_partial_mode_check CHECK ((partial_mode = ANY (ARRAY['step'::text, 'to'::text, 'from'::text])))
  constraint execution_pkey PRIMARY KEY (id)
  constraint execution_progress_check CHECK (((progress >= 0) AND (progress <= 100)))
  constraint execution_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'running'::text, 'waiting'::text, 'paused'::text, 'completed'::text, 'failed'::text, 'cancelled'::text])))
  CREATE INDEX execution_by_source ON public.execution USING btree (source_id, id) WHERE (source_id IS NOT NULL)
  CREATE INDEX execution_by_workflow ON public.execution USING btree (workflow_id, id) WHERE (workflow_id IS NOT NULL)
  CREATE INDEX execution_by_workspace ON public.execution USING btree (workspace_id, id)
  CREATE INDEX execution_due ON public.execution USING btree (next_due_at) WHERE (next_due_at IS NOT NULL)
  CREATE INDEX execution_failed ON public.execution USING btree (workspace_id, id) WHERE (error IS NOT NULL)
  CREATE INDEX execution_lane ON public.execution USING btree (lane, lane_state, created_at) WHERE ((lane IS NOT NULL) AND (finished_at IS NULL))
  CREATE INDEX execution_open ON public.execution USING btree (workspace_id, id) WHERE (finished_at IS NULL)
  CREATE INDEX execution_test ON public.execution USING btree (workflow_id, id) WHERE (mode = 'test'::text)
  CREATE TRIGGER approval_goes AFTER DELETE ON public.execution REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION approval_goes()
  CREATE TRIGGER execution_failed_note AFTER UPDATE OF status ON public.execution FOR EACH ROW WHEN (((new.status = 'failed'::text) AND (old.status <> 'failed'::text) AND (new.workflow_id IS NOT NULL) AND (new.mode <> ALL (ARRAY['manual'::text, 'test'::text])) AND (new.partial_mode IS NULL))) EXECUTE FUNCTION note_run_failure()
  CREATE TRIGGER execution_stays_ended BEFORE UPDATE OF status ON public.execution FOR EACH ROW WHEN (((old.finished_at IS NOT NULL) AND (new.status <> old.status))) EXECUTE FUNCTION refuse_execution_revival()
  with autovacuum_vacuum_cost_delay=0
  with autovacuum_vacuum_scale_factor=0.02
  with fillfactor=70

table execution_event
  at timestamp with time zone not null default clock_timestamp()
  body json not null
  execution_id uuid not null
  node_id text
  seq integer not null
  type text not null
  constraint execution_event_pkey PRIMARY KEY (execution_id, seq)
  constraint execution_event_seq_check CHECK ((seq > 0))
  CREATE INDEX execution_event_retry ON public.execution_event USING btree (execution_id) WHERE (type = 'node.retrying'::text)
  CREATE TRIGGER execution_event_is_immutable BEFORE UPDATE ON public.execution_event FOR EACH ROW EXECUTE FUNCTION refuse_event_change()
  with autovacuum_vacuum_insert_scale_factor=0.1

table execution_star
  created_at timestamp with time zone not null default now()
  execution_id uuid not null
  starred_by text not null
  workspace_id uuid not null
  constraint execution_star_pkey PRIMARY KEY (execution_id)
  CREATE INDEX execution_star_by_workspace ON public.execution_star USING btree (workspace_id, execution_id)

table external_identity
  created_at timestamp with time zone not null default now()
  email text
  id uuid not null
  issuer text not null
  last_used_at timestamp with time zone not null default now()
  provider text not null
  subject text not null
  user_id uuid not null
  constraint external_identity_pkey PRIMARY KEY (id)
  constraint external_identity_unique UNIQUE (issuer, subject)
  constraint external_identity_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
  CREATE INDEX external_identity_user ON public.external_identity USING btree (user_id)

table idempotency_key
  body_hash text not null
  created_at timestamp with time zone not null default now()
  execution_id uuid not null
  key text not null
  scope text not null
  constraint idempotency_key_pkey PRIMARY KEY (scope, key)
  CREATE INDEX idempotency_key_by_age ON public.idempotency_key USING btree (created_at)

table invitation
  accepted_at timestamp with time zone
  accepted_by uuid
  created_at timestamp with time zone not null default now()
  created_by uuid not null
  email text
  expires_at timestamp with time zone not null
  id uuid not null
  revoked_at timestamp with time zone
  role text not null
  token_hash bytea not null
  workspace_id uuid not null
  constraint invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES app_user(id) ON DELETE CASCADE
  constraint invitation_pkey PRIMARY KEY (id)
  constraint invitation_role_known CHECK ((role = ANY (ARRAY['admin'::text, 'editor'::text, 'operator'::text, 'viewer'::text])))
  constraint invitation_token_unique UNIQUE (token_hash)
  constraint invitation_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id) ON DELETE CASCADE
  CREATE INDEX invitation_workspace ON public.invitation USING btree (workspace_id, created_at)

table key_value
  key text not null
  updated_at timestamp with time zone not null default now()
  value json not null
  workspace_id uuid not null
  constraint key_value_key_check CHECK (((char_length(key) >= 1) AND (char_length(key) <= 512)))
  constraint key_value_pkey PRIMARY KEY (workspace_id, key)

table membership
  created_at timestamp with time zone not null default now()
  role text not null
  user_id uuid not null
  workspace_id uuid not null
  constraint membership_pkey PRIMARY KEY (user_id, workspace_id)
  constraint membership_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'editor'::text, 'operator'::text, 'viewer'::text])))
  constraint membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
  constraint membership_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id) ON DELETE CASCADE
  CREATE INDEX membership_workspace ON public.membership USING btree (workspace_id)

table notification
  at timestamp with time zone not null default clock_timestamp()
  body text
  data json not null
  id uuid not null
  subject_id text not null
  type text not null
  workflow_id uuid
  workspace_id uuid not null
  constraint notification_pkey PRIMARY KEY (id)
  CREATE INDEX notification_age ON public.notification USING btree (at)
  CREATE INDEX notification_unspread ON public.notification USING btree (id) WHERE (body IS NULL)
  CREATE INDEX notification_workspace ON public.notification USING btree (workspace_id)

table notification_attempt
  at timestamp with time zone not null default clock_timestamp()
  delivery_id uuid not null
  duration_ms integer not null
  error text
  number integer not null
  response text
  status integer
  constraint notification_attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES notification_delivery(id) ON DELETE CASCADE
  CREATE INDEX notification_attempt_delivery ON public.notification_attempt USING btree (delivery_id, at)

table notification_delivery
  attempts integer not null default 0
  created_at timestamp with time zone not null default clock_timestamp()
  due_at timestamp with time zone
  endpoint_id uuid not null
  finished_at timestamp with time zone
  id uuid not null
  last_error text
  last_status integer
  notification_id uuid not null
  status text not null default 'waiting'::text
  type text not null
  workspace_id uuid not null
  constraint notification_delivery_due CHECK (((status = 'waiting'::text) = (due_at IS NOT NULL)))
  constraint notification_delivery_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES notification_endpoint(id) ON DELETE CASCADE
  constraint notification_delivery_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notification(id) ON DELETE CASCADE
  constraint notification_delivery_once UNIQUE (notification_id, endpoint_id)
  constraint notification_delivery_pkey PRIMARY KEY (id)
  constraint notification_delivery_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'delivered'::text, 'dead'::text, 'discarded'::text])))
  CREATE INDEX notification_delivery_dead ON public.notification_delivery USING btree (workspace_id, id) WHERE (status = 'dead'::text)
  CREATE INDEX notification_delivery_due ON public.notification_delivery USING btree (endpoint_id, due_at) WHERE (status = 'waiting'::text)
  CREATE INDEX notification_delivery_endpoint ON public.notification_delivery USING btree (endpoint_id, id)
  CREATE INDEX notification_delivery_workspace ON public.notification_delivery USING btree (workspace_id, id)

table notification_endpoint
  created_at timestamp with time zone not null default now()
  created_by uuid not null
  description text not null default ''::text
  disabled_at timestamp with time zone
  disabled_because text
  enabled boolean not null default true
  events text[] not null
  failing_since timestamp with time zone
  id uuid not null
  secret_generation integer not null default 1
  secret_issued_at timestamp with time zone not null default now()
  tags text[] not null default '{}'::text[]
  updated_at timestamp with time zone not null default now()
  url text not null
  workflow_ids uuid[] not null default '{}'::uuid[]
  workspace_id uuid not null
  constraint notification_endpoint_description_check CHECK ((char_length(description) <= 200))
  constraint notification_endpoint_disabled CHECK ((enabled = (disabled_because IS NULL)))
  constraint notification_endpoint_disabled_because_check CHECK ((disabled_because = ANY (ARRAY['person'::text, 'failing'::text, 'gone'::text])))
  constraint notification_endpoint_events_check CHECK ((cardinality(events) > 0))
  constraint notification_endpoint_pkey PRIMARY KEY (id)
  constraint notification_endpoint_url_check CHECK (((char_length(url) >= 1) AND (char_length(url) <= 2000)))
  CREATE INDEX notification_endpoint_workspace ON public.notification_endpoint USING btree (workspace_id, created_at)

table oauth_flow
  authorize_url text
  browser_hash bytea not null
  credential_id uuid not null
  error_code text
  error_message text
  expires_at timestamp(3) with time zone not null
  id uuid not null
  redirect_uri text not null
  stage text not null
  state_hash bytea not null
  user_id uuid not null
  workspace_id uuid not null
  constraint oauth_flow_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES credential(id) ON DELETE CASCADE
  constraint oauth_flow_pkey PRIMARY KEY (id)
  constraint oauth_flow_stage_check CHECK ((stage = ANY (ARRAY['starting'::text, 'asked'::text, 'answered'::text, 'connected'::text, 'failed'::text])))
  CREATE INDEX oauth_flow_credential ON public.oauth_flow USING btree (credential_id)
  CREATE INDEX oauth_flow_end ON public.oauth_flow USING btree (expires_at)
  CREATE UNIQUE INDEX oauth_flow_state ON public.oauth_flow USING btree (state_hash)

table payload
  body json not null
  bytes integer not null
  created_at timestamp with time zone not null default now()
  execution_id uuid not null
  id uuid not null
  constraint payload_pkey PRIMARY KEY (id)
  CREATE INDEX payload_by_execution ON public.payload USING btree (execution_id)

table polled_trigger
  created_at timestamp with time zone not null default now()
  cursor json
  failures integer not null default 0
  id uuid not null
  last_error text
  lease_id uuid
  lease_until timestamp with time zone
  live boolean not null
  next_poll_at timestamp with time zone not null default now()
  node_id text not null
  source text not null
  updated_at timestamp with time zone not null default now()
  version_id uuid not null
  workflow_id uuid not null
  workspace_id uuid not null
  constraint polled_trigger_node UNIQUE (workflow_id, node_id)
  constraint polled_trigger_pkey PRIMARY KEY (id)
  CREATE INDEX polled_trigger_due ON public.polled_trigger USING btree (next_poll_at) WHERE live

table published_event
  created_at timestamp with time zone not null default clock_timestamp()
  dead_at timestamp with time zone
  execution_id uuid
  id uuid not null
  last_error text
  name text not null
  payload json not null
  workspace_id uuid not null
  constraint published_event_pkey PRIMARY KEY (id)
  CREATE INDEX published_event_dead ON public.published_event USING btree (workspace_id, dead_at) WHERE (dead_at IS NOT NULL)

unlogged table rate_limit
  expire bigint
  key text not null
  points integer not null default 0
  constraint rate_limit_pkey PRIMARY KEY (key)

table recent_event
  id uuid not null
  name text not null
  payload json not null
  published_at timestamp with time zone not null
  workspace_id uuid not null
  constraint recent_event_pkey PRIMARY KEY (id)
  CREATE INDEX recent_event_by_age ON public.recent_event USING btree (published_at)
  CREATE INDEX recent_event_by_name ON public.recent_event USING btree (workspace_id, name, published_at)

table refresh_token
  created_at timestamp with time zone not null default now()
  session_id uuid not null
  token_hash bytea not null
  used_at timestamp with time zone
  constraint refresh_token_pkey PRIMARY KEY (token_hash)
  constraint refresh_token_session_id_fkey FOREIGN KEY (session_id) REFERENCES session(id) ON DELETE CASCADE
  CREATE INDEX refresh_token_session ON public.refresh_token USING btree (session_id)

table run_defaults
  error_workflow_id uuid
  workspace_id uuid not null
  constraint run_defaults_pkey PRIMARY KEY (workspace_id)

table run_failure
  execution_id uuid not null
  retry_at timestamp with time zone not null default now()
  tries integer not null default 0
  workspace_id uuid not null
  constraint run_failure_pkey PRIMARY KEY (execution_id)

table run_secret
  created_at timestamp(3) with time zone not null default clock_timestamp()
  execution_id uuid not null
  types text[] not null
  version integer not null
  workspace_id uuid not null
  constraint run_secret_pkey PRIMARY KEY (execution_id)

table run_size
  bytes bigint not null
  execution_id uuid not null
  workflow_id uuid
  workspace_id uuid not null
  constraint run_size_pkey PRIMARY KEY (execution_id)
  CREATE INDEX run_size_by_workflow ON public.run_size USING btree (workspace_id, workflow_id, execution_id)

table saved_run_view
  created_at timestamp with time zone not null default now()
  id uuid not null
  name text not null
  query text not null
  user_id text not null
  workspace_id uuid not null
  constraint saved_run_view_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60)))
  constraint saved_run_view_pkey PRIMARY KEY (id)
  constraint saved_run_view_query_check CHECK ((char_length(query) <= 2000))
  CREATE UNIQUE INDEX saved_run_view_name ON public.saved_run_view USING btree (workspace_id, user_id, lower(name))

table schedule
  created_at timestamp with time zone not null default now()
  failures integer not null default 0
  id uuid not null
  last_error text
  live boolean not null
  misfire json not null
  next_run_at timestamp with time zone
  node_id text not null
  overlap text not null
  pause_reason text
  paused_at timestamp(3) with time zone
  paused_by text
  retry_at timestamp with time zone
  spec json not null
  updated_at timestamp with time zone not null default now()
  version_id uuid not null
  workflow_id uuid not null
  workspace_id uuid not null
  constraint schedule_node UNIQUE (workflow_id, node_id)
  constraint schedule_overlap_check CHECK ((overlap = ANY (ARRAY['allow'::text, 'skip'::text, 'queue-one'::text])))
  constraint schedule_pause_reason_check CHECK ((char_length(pause_reason) <= 500))
  constraint schedule_pkey PRIMARY KEY (id)
  CREATE INDEX schedule_by_workspace ON public.schedule USING btree (workspace_id)
  CREATE INDEX schedule_due ON public.schedule USING btree (next_run_at) WHERE (live AND (next_run_at IS NOT NULL))

table schedule_backfill
  at_once integer not null
  created_at timestamp(3) with time zone not null default clock_timestamp()
  created_by text not null
  ended_at timestamp(3) with time zone
  from_at timestamp(3) with time zone not null
  id uuid not null
  instants timestamp(3) with time zone[] not null
  position integer not null default 0
  schedule_id uuid not null
  skipped integer not null default 0
  started integer not null default 0
  status text not null default 'running'::text
  to_at timestamp(3) with time zone not null
  workspace_id uuid not null
  constraint schedule_backfill_at_once_check CHECK ((at_once > 0))
  constraint schedule_backfill_pkey PRIMARY KEY (id)
  constraint schedule_backfill_schedule_id_fkey FOREIGN KEY (schedule_id) REFERENCES schedule(id) ON DELETE CASCADE
  constraint schedule_backfill_status_check CHECK ((status = ANY (ARRAY['running'::text, 'completed'::text, 'cancelled'::text])))
  CREATE INDEX schedule_backfill_running ON public.schedule_backfill USING btree (created_at) WHERE (status = 'running'::text)
  CREATE INDEX schedule_backfill_schedule ON public.schedule_backfill USING btree (schedule_id, created_at DESC)

table schedule_fire
  backfill_id uuid
  created_at timestamp with time zone not null default now()
  execution_id uuid
  outcome text not null
  schedule_id uuid not null
  scheduled_for timestamp with time zone not null
  constraint schedule_fire_outcome_check CHECK ((outcome = ANY (ARRAY['fired'::text, 'missed'::text, 'overlapped'::text, 'queued'::text, 'failed'::text, 'manual'::text])))
  constraint schedule_fire_pkey PRIMARY KEY (schedule_id, scheduled_for)
  constraint schedule_fire_schedule_id_fkey FOREIGN KEY (schedule_id) REFERENCES schedule(id) ON DELETE CASCADE
  CREATE INDEX schedule_fire_age ON public.schedule_fire USING btree (created_at)
  CREATE INDEX schedule_fire_backfill ON public.schedule_fire USING btree (backfill_id) WHERE (backfill_id IS NOT NULL)
  CREATE INDEX schedule_fire_queued ON public.schedule_fire USING btree (schedule_id) WHERE (outcome = 'queued'::text)
  CREATE INDEX schedule_fire_run ON public.schedule_fire USING btree (schedule_id, scheduled_for DESC) WHERE (execution_id IS NOT NULL)

table session
  address text
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  id uuid not null
  kind text not null
  last_used_at timestamp with time zone not null default now()
  revoked_at timestamp with time zone
  revoked_because text
  token_version integer not null default 0
  user_agent text
  user_id uuid not null
  workspace_id uuid not null
  constraint session_kind_known CHECK ((kind = ANY (ARRAY['session'::text, 'token'::text])))
  constraint session_pkey PRIMARY KEY (id)
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
  constraint session_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id) ON DELETE CASCADE
  CREATE INDEX session_by_end ON public.session USING btree (expires_at)
  CREATE INDEX session_by_user ON public.session USING btree (user_id)

table sign_in_failure
  blocked_until timestamp with time zone
  failures integer not null
  key text not null
  last_at timestamp with time zone not null default now()
  constraint sign_in_failure_pkey PRIMARY KEY (key)
  CREATE INDEX sign_in_failure_age ON public.sign_in_failure USING btree (last_at)

table wait
  ask json
  correlation text
  created_at timestamp with time zone not null default now()
  due_at timestamp with time zone
  execution_id uuid not null
  kind text not null
  name text
  node_id text not null
  token text not null
  workspace_id uuid not null
  constraint wait_event_has_name CHECK (((kind = 'event'::text) = (name IS NOT NULL)))
  constraint wait_kind_check CHECK ((kind = ANY (ARRAY['timer'::text, 'event'::text])))
  constraint wait_pkey PRIMARY KEY (execution_id, node_id)
  constraint wait_token UNIQUE (token)
  CREATE INDEX wait_by_name ON public.wait USING btree (workspace_id, name) WHERE (kind = 'event'::text)
  CREATE TRIGGER approval_closes AFTER DELETE ON public.wait FOR EACH ROW WHEN (((old.ask ->> 'kind'::text) = 'approval'::text)) EXECUTE FUNCTION approval_closes()
  CREATE TRIGGER approval_closes_again AFTER UPDATE ON public.wait FOR EACH ROW WHEN ((((old.ask ->> 'kind'::text) = 'approval'::text) AND (old.token <> new.token))) EXECUTE FUNCTION approval_closes()
  CREATE TRIGGER approval_opens AFTER INSERT ON public.wait FOR EACH ROW WHEN (((new.ask ->> 'kind'::text) = 'approval'::text)) EXECUTE FUNCTION approval_opens()
  CREATE TRIGGER approval_opens_again AFTER UPDATE ON public.wait FOR EACH ROW WHEN ((((new.ask ->> 'kind'::text) = 'approval'::text) AND (old.token <> new.token))) EXECUTE FUNCTION approval_opens()

table webhook
  auth text not null
  created_at timestamp with time zone not null default now()
  credential_id uuid
  disabled boolean not null default false
  id uuid not null
  live boolean not null
  methods text[] not null
  node_id text not null
  path text not null
  sealed_at timestamp with time zone
  sealed_key bytea
  sealed_with text
  secret_digest bytea
  secret_generation integer not null default 0
  settings json not null
  updated_at timestamp with time zone not null default now()
  upkeep json
  version_id uuid not null
  workflow_id uuid not null
  workspace_id uuid not null
  constraint webhook_auth_check CHECK ((auth = ANY (ARRAY['token'::text, 'basic'::text, 'hmac'::text, 'none'::text, 'stripe'::text, 'github'::text, 'slack'::text, 'standard-webhooks'::text, 'service'::text])))
  constraint webhook_node UNIQUE (workflow_id, node_id)
  constraint webhook_path_check CHECK (((char_length(path) >= 1) AND (char_length(path) <= 200)))
  constraint webhook_pkey PRIMARY KEY (id)
  CREATE INDEX webhook_credential ON public.webhook USING btree (credential_id) WHERE (live AND (credential_id IS NOT NULL))
  CREATE UNIQUE INDEX webhook_live_path ON public.webhook USING btree (path) WHERE live

table webhook_capture
  bytes integer not null
  id uuid not null
  method text not null
  node_id text not null
  path text not null
  received_at timestamp(3) with time zone not null default clock_timestamp()
  request json not null
  value json not null
  workflow_id uuid not null
  workspace_id uuid not null
  constraint webhook_capture_pkey PRIMARY KEY (id)
  CREATE INDEX webhook_capture_age ON public.webhook_capture USING btree (received_at)
  CREATE INDEX webhook_capture_node ON public.webhook_capture USING btree (workflow_id, node_id, id)

table webhook_listener
  expires_at timestamp with time zone not null
  node_id text not null
  output text not null
  token_digest bytea not null
  workflow_id uuid not null
  workspace_id uuid not null
  constraint webhook_listener_output_check CHECK ((output = ANY (ARRAY['body'::text, 'request'::text])))
  constraint webhook_listener_pkey PRIMARY KEY (token_digest)
  CREATE INDEX webhook_listener_workspace ON public.webhook_listener USING btree (workspace_id, expires_at)

table worker_process
  host text not null
  id uuid not null
  pid integer not null
  seen_at timestamp with time zone not null default clock_timestamp()
  started_at timestamp with time zone not null default clock_timestamp()
  version text not null
  constraint worker_process_pkey PRIMARY KEY (id)

table workflow
  created_at timestamp(3) with time zone not null default now()
  created_by text not null
  deleted_at timestamp(3) with time zone
  description text
  draft json not null
  draft_hash text not null
  draft_revision integer not null default 1
  draft_saved_at timestamp(3) with time zone not null default now()
  draft_saved_by text not null
  enabled boolean not null default false
  id uuid not null
  name text not null
  node_count integer not null
  published_version_id uuid
  tags text[] not null default '{}'::text[]
  updated_at timestamp(3) with time zone not null default now()
  workspace_id uuid not null
  constraint workflow_draft_revision_check CHECK ((draft_revision > 0))
  constraint workflow_enabled_is_published CHECK (((NOT enabled) OR (published_version_id IS NOT NULL)))
  constraint workflow_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
  constraint workflow_pkey PRIMARY KEY (id)
  constraint workflow_published_version_fk FOREIGN KEY (id, published_version_id) REFERENCES workflow_version(workflow_id, id)
  CREATE INDEX workflow_by_created ON public.workflow USING btree (workspace_id, created_at, id)
  CREATE INDEX workflow_by_name ON public.workflow USING btree (workspace_id, lower(name), id)
  CREATE INDEX workflow_by_updated ON public.workflow USING btree (workspace_id, updated_at, id)

table workflow_pause
  applied_at timestamp(3) with time zone
  ended_at timestamp(3) with time zone
  execution_id uuid not null
  failures integer not null
  paused_at timestamp(3) with time zone not null default now()
  workflow_id uuid not null
  workspace_id uuid not null
  constraint workflow_pause_pkey PRIMARY KEY (workflow_id)
  CREATE INDEX workflow_pause_due ON public.workflow_pause USING btree (paused_at) WHERE (applied_at IS NULL)

table workflow_pin
  node_id text not null
  ports json not null
  updated_at timestamp(3) with time zone not null default clock_timestamp()
  updated_by text not null
  workflow_id uuid not null
  constraint workflow_pin_pkey PRIMARY KEY (workflow_id, node_id)
  constraint workflow_pin_ports_check CHECK ((octet_length((ports)::text) <= 1048576))
  constraint workflow_pin_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflow(id) ON DELETE CASCADE

table workflow_test
  created_at timestamp with time zone not null default clock_timestamp()
  created_by text not null
  hash text not null
  id uuid not null
  name text not null
  revision integer not null default 1
  spec json not null
  updated_at timestamp with time zone not null default clock_timestamp()
  workflow_id uuid not null
  workspace_id uuid not null
  constraint workflow_test_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
  constraint workflow_test_pkey PRIMARY KEY (id)
  CREATE INDEX workflow_test_by_workspace ON public.workflow_test USING btree (workspace_id)
  CREATE UNIQUE INDEX workflow_test_name ON public.workflow_test USING btree (workflow_id, lower(name))

table workflow_test_result
  assertions json not null default '[]'::json
  created_at timestamp with time zone not null default clock_timestamp()
  duration_ms integer
  elapsed_ms bigint
  error json
  execution_id uuid
  finished_at timestamp with time zone
  name text not null
  run_id uuid not null
  spec json not null
  status text not null
  test_hash text not null
  test_id uuid not null
  workspace_id uuid not null
  constraint workflow_test_result_pkey PRIMARY KEY (run_id, test_id)
  constraint workflow_test_result_run_id_fkey FOREIGN KEY (run_id) REFERENCES workflow_test_run(id) ON DELETE CASCADE
  constraint workflow_test_result_status_check CHECK ((status = ANY (ARRAY['running'::text, 'passed'::text, 'failed'::text, 'error'::text])))
  constraint workflow_test_result_test_id_fkey FOREIGN KEY (test_id) REFERENCES workflow_test(id) ON DELETE CASCADE
  CREATE INDEX workflow_test_result_by_test ON public.workflow_test_result USING btree (test_id, run_id)
  CREATE INDEX workflow_test_result_by_workspace ON public.workflow_test_result USING btree (workspace_id)

table workflow_test_run
  created_at timestamp with time zone not null default clock_timestamp()
  finished_at timestamp with time zone
  hash text not null
  id uuid not null
  started_by text not null
  version text not null
  version_id uuid not null
  workflow_id uuid not null
  workspace_id uuid not null
  constraint workflow_test_run_pkey PRIMARY KEY (id)
  CREATE INDEX workflow_test_run_by_workflow ON public.workflow_test_run USING btree (workflow_id, id)
  CREATE INDEX workflow_test_run_by_workspace ON public.workflow_test_run USING btree (workspace_id)

table workflow_version
  created_at timestamp(3) with time zone not null default clock_timestamp()
  created_by text not null
  document json not null
  hash text not null
  id uuid not null
  kind text not null
  name text
  note text
  source_version_id uuid
  version text
  workflow_id uuid
  workspace_id uuid not null
  constraint workflow_version_kind_check CHECK ((kind = ANY (ARRAY['published'::text, 'checkpoint'::text, 'restored'::text, 'draft'::text, 'inline'::text, 'test'::text])))
  constraint workflow_version_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
  constraint workflow_version_note_check CHECK ((char_length(note) <= 2000))
  constraint workflow_version_number CHECK (((kind = 'published'::text) = (version IS NOT NULL)))
  constraint workflow_version_of_workflow UNIQUE (workflow_id, id)
  constraint workflow_version_owner CHECK (((kind = ANY (ARRAY['inline'::text, 'test'::text])) = (workflow_id IS NULL)))
  constraint workflow_version_pkey PRIMARY KEY (id)
  constraint workflow_version_source CHECK (((kind = 'restored'::text) = (source_version_id IS NOT NULL)))
  constraint workflow_version_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES workflow(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX workflow_version_draft ON public.workflow_version USING btree (workflow_id, hash) WHERE (kind = 'draft'::text)
  CREATE INDEX workflow_version_history ON public.workflow_version USING btree (workflow_id, created_at, id) WHERE (kind = 'published'::text)
  CREATE UNIQUE INDEX workflow_version_inline ON public.workflow_version USING btree (workspace_id, hash) WHERE (kind = 'inline'::text)
  CREATE UNIQUE INDEX workflow_version_published ON public.workflow_version USING btree (workflow_id, version) WHERE (kind = 'published'::text)
  CREATE INDEX workflow_version_test ON public.workflow_version USING btree (created_at) WHERE (kind = 'test'::text)
  CREATE INDEX workflow_version_timeline ON public.workflow_version USING btree (workflow_id, created_at, id) WHERE (kind = ANY (ARRAY['published'::text, 'checkpoint'::text, 'restored'::text]))
  CREATE TRIGGER workflow_version_is_immutable BEFORE UPDATE OF id, workflow_id, workspace_id, version, kind, document, hash, note, source_version_id, created_by, created_at ON public.workflow_version FOR EACH ROW EXECUTE FUNCTION refuse_workflow_version_change()

table workspace
  created_at timestamp with time zone not null default now()
  id uuid not null
  is_sandbox boolean not null default false
  name text not null
  constraint workspace_pkey PRIMARY KEY (id)

table workspace_deletion
  done text[] not null default '{}'::text[]
  failures integer not null default 0
  next_at timestamp with time zone not null
  requested_at timestamp with time zone not null default now()
  requested_by uuid
  round smallint not null default 1
  workspace_id uuid not null
  constraint workspace_deletion_pkey PRIMARY KEY (workspace_id)
  CREATE INDEX workspace_deletion_due ON public.workspace_deletion USING btree (next_at)

table workspace_retention
  bytes bigint
  days integer
  runs integer
  updated_at timestamp with time zone not null default now()
  updated_by uuid not null
  workspace_id uuid not null
  constraint workspace_retention_bytes_check CHECK (((bytes >= 1000000) AND (bytes <= '10000000000000'::bigint)))
  constraint workspace_retention_days_check CHECK (((days >= 1) AND (days <= 3650)))
  constraint workspace_retention_pkey PRIMARY KEY (workspace_id)
  constraint workspace_retention_runs_check CHECK (((runs >= 1) AND (runs <= 10000000)))

CREATE OR REPLACE FUNCTION public.approval_closes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    UPDATE approval SET status = CASE WHEN OLD.due_at <= clock_timestamp() THEN 'timed_out' ELSE 'cancelled' END,
      closed_at = clock_timestamp(), notify_at = NULL
    WHERE id = OLD.token::uuid AND status = 'open';
    RETURN NULL;
  END $function$

CREATE OR REPLACE FUNCTION public.approval_goes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    DELETE FROM approval USING gone WHERE approval.execution_id = gone.id;
    RETURN NULL;
  END $function$

CREATE OR REPLACE FUNCTION public.approval_opens()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE
    people text[];
    due timestamptz;
    escalation timestamptz;
  BEGIN
    BEGIN
      SELECT coalesce(array_agg(v), '{}') INTO people
        FROM json_array_elements_text(coalesce(NEW.ask->'assignees', '[]')) AS v;
      due := (NEW.ask->>'dueAt')::timestamptz;
      escalation := (NEW.ask->>'escalateAt')::timestamptz;
    EXCEPTION WHEN others THEN
      people := ARRAY['role:admin'];
    END;
    INSERT INTO approval (id, workspace_id, execution_id, workflow_id, node_key, event_name, prompt, assignees, payload,
      due_at, expires_at, escalate_at, notify_at)
    SELECT NEW.token::uuid, NEW.workspace_id, NEW.execution_id, e.workflow_id, NEW.node_id, NEW.name, NEW.ask, people,
      NEW.ask->'payload', coalesce(due, NEW.due_at), NEW.due_at, escalation, clock_timestamp()
    FROM execution e WHERE e.id = NEW.execution_id;
    RETURN NULL;
  END $function$

CREATE OR REPLACE FUNCTION public.approval_tells()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM pg_notify('millrace_approval', json_build_array(NEW.workspace_id, NEW.id, NEW.execution_id)::text);
    RETURN NULL;
  END $function$

CREATE OR REPLACE FUNCTION public.approval_vote_tells()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    PERFORM pg_notify('millrace_approval', json_build_array(workspace_id, id, execution_id)::text)
      FROM approval WHERE id = NEW.approval_id;
    RETURN NULL;
  END $function$

CREATE OR REPLACE FUNCTION public.audit_event_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        raise exception 'audit_event is append-only';
      end
    $function$

CREATE OR REPLACE FUNCTION public.note_run_failure()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    INSERT INTO run_failure (execution_id, workspace_id) VALUES (NEW.id, NEW.workspace_id) ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $function$

CREATE OR REPLACE FUNCTION public.refuse_event_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    RAISE EXCEPTION 'events of a run never change' USING ERRCODE = 'restrict_violation';
  END $function$

CREATE OR REPLACE FUNCTION public.refuse_execution_revival()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    RAISE EXCEPTION 'execution % is % and stays so', OLD.id, OLD.status USING ERRCODE = 'restrict_violation';
  END $function$

CREATE OR REPLACE FUNCTION public.refuse_workflow_version_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    RAISE EXCEPTION 'workflow_version rows never change' USING ERRCODE = 'restrict_violation';
  END $function$
