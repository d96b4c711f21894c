import { z } from "zod";
import { row, type Store } from "./sql.js";

/** The schema, step by step. A step that has been released is never changed: what comes later is a new step. */
const STEPS: readonly string[] = [
  `
  create table operations (
    id uuid primary key,
    seq bigint generated always as identity,
    account text not null,
    action text not null,
    target_type text,
    target text,
    conflict_key text not null,
    requested_by text not null,
    idempotency_key text not null,
    request_hash text not null,
    input jsonb not null,
    state text not null,
    error jsonb,
    result jsonb,
    reference text,
    requested_at timestamptz not null,
    updated_at timestamptz not null,
    next_check_at timestamptz,
    checks int not null default 0,
    lease_owner text,
    lease_until timestamptz,
    unique (requested_by, idempotency_key)
  );
  create unique index operations_under_way on operations (account, conflict_key) where state in ('ACCEPTED', 'RUNNING');
  create index operations_due on operations (next_check_at) where state in ('ACCEPTED', 'RUNNING', 'OUTCOME_UNKNOWN');
  create index operations_target on operations (account, target);
  create table operation_steps (
    operation uuid not null references operations,
    number int not null,
    name text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text,
    carrier_code text,
    carrier_message text,
    reference text,
    primary key (operation, number)
  );
  `,
  `
  create table events (
    seq bigint generated always as identity primary key,
    at timestamptz not null,
    account text not null,
    kind text not null,
    operation uuid not null references operations,
    target text,
    object_seq int not null,
    state text not null
  );
  create index events_operation on events (operation);
  create index events_target on events (account, target);
  `,
  "alter table operation_steps add column note text",
  `
  alter table operations add column callback_hash text, add column callback_until timestamptz,
    add column called_back_at timestamptz;
  create unique index operations_callback on operations (callback_hash);
  create table inbox (
    id bigint generated always as identity primary key,
    received_at timestamptz not null,
    account text not null,
    kind text not null,
    dedup_key text not null,
    operation uuid references operations,
    method text not null,
    query text not null,
    headers jsonb not null,
    body bytea not null,
    outcome text not null,
    unique (account, kind, dedup_key)
  );
  create index inbox_operation on inbox (operation);
  `,
  `
  create table event_objects (
    account text not null,
    object text not null,
    last int not null,
    observed text,
    primary key (account, object)
  );
  insert into event_objects (account, object, last)
    select account, coalesce(target, operation::text), max(object_seq) from events group by 1, 2;
  alter table events alter column operation drop not null, alter column state drop not null,
    add column target_type text, add column type_raw text, add column observed text;
  alter table inbox drop constraint inbox_account_kind_dedup_key_key, add column type_raw text, add column subscriber text,
    add column reference text, add column look_at timestamptz, add column looks int not null default 0;
  create index inbox_dedup on inbox (account, kind, dedup_key, received_at);
  create index inbox_received on inbox (account, received_at);
  create index inbox_look on inbox (look_at) where look_at is not null;
  create index operations_reference on operations (account, reference) where reference is not null;
  create table callback_replays (
    requested_by text not null,
    idempotency_key text not null,
    callback bigint not null references inbox on delete cascade,
    primary key (requested_by, idempotency_key)
  );
  `,
  `
  alter table operations add column parent uuid references operations, add column sealed_result text,
    add column allows_duplicate boolean not null default false;
  create index operations_parent on operations (parent, seq) where parent is not null;
  `,
  `
  create table known_subscribers (
    account text not null,
    subscriber text not null,
    msisdn_seal text,
    iccid_seal text,
    is_gone boolean not null default false,
    primary key (account, subscriber)
  );
  create index known_subscribers_msisdn on known_subscribers (account, msisdn_seal) where msisdn_seal is not null;
  create index known_subscribers_iccid on known_subscribers (account, iccid_seal) where iccid_seal is not null;
  `,
  `
  create table replicas (
    id uuid primary key,
    seen_at timestamptz not null
  );
  `,
  `
  alter table operations add column part_keys text[] not null default '{}';
  create index operations_parts on operations using gin (part_keys)
    where part_keys <> '{}' and state in ('ACCEPTED', 'RUNNING', 'OUTCOME_UNKNOWN');
  `,
];

const LOCK = 7_203_411;

/** Brings the schema up to date, once, however many replicas start together. */
export async function migrate(store: Store): Promise<void> {
  await store.transaction(async (sql) => {
    await sql.run("select pg_advisory_xact_lock($1)", [LOCK]);
    await sql.run("create table if not exists schema_version (version int not null)");
    const Version = z.object({ version: z.int() });
    const current =
      (await row(sql, Version, "select coalesce(max(version), 0)::int as version from schema_version"))?.version ?? 0;
    for (const [index, step] of STEPS.entries()) {
      if (index < current) continue;
      for (const statement of step.split(";")) if (statement.trim() !== "") await sql.run(statement);
      await sql.run("insert into schema_version values ($1)", [index + 1]);
    }
  });
}
