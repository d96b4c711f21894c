import { z } from "zod";
import { personal } from "./personal.js";
import { row, rows, type Sql, type Store } from "./sql.js";

/** The schema, step by step. A step that has been released is never changed: what comes later is a new step. */
const STEPS: readonly (string | ((sql: Sql) => Promise<void>))[] = [
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
  sealPersonal,
  sealMessages,
];

/** What was kept in clear until this step: native ids of lines, which are numbers at some carriers, and what holds them. */
async function sealPersonal(sql: Sql): Promise<void> {
  await sql.run("alter table operations alter column input type text using input::text");
  for (const column of ["target", "conflict_key", "request_hash", "input"]) await sealColumn(sql, "operations", column);
  await sealColumn(sql, "events", "target");
  await sealColumn(sql, "event_objects", "object", "object not in (select coalesce(operation::text, '') from events)");
  await sealColumn(sql, "inbox", "subscriber");
  const Parts = z.object({ id: z.string(), keys: z.array(z.string()) });
  const bulks = await rows(sql, Parts, "select id, part_keys as keys from operations where part_keys <> '{}'");
  for (const { id, keys } of bulks) {
    await sql.run("update operations set part_keys = $2 where id = $1", [id, keys.map(personal)]);
  }
}

/** The same for what carriers have sent to us, which is kept as base64 from then on. */
async function sealMessages(sql: Sql): Promise<void> {
  await sql.run("alter table inbox alter column body type text using encode(body, 'base64')");
  for (const column of ["body", "query"]) await sealColumn(sql, "inbox", column, `${column} <> ''`);
}

const Kept = z.object({ kept: z.string() });

async function sealColumn(sql: Sql, table: string, column: string, condition = "true"): Promise<void> {
  const asked = `select distinct ${column} as kept from ${table} where ${column} is not null and ${condition}`;
  const texts = (await rows(sql, Kept, asked)).map(({ kept }) => kept);
  await sql.run(
    `update ${table} set ${column} = seal from unnest($1::text[], $2::text[]) as of (text, seal) where ${column} = of.text`,
    [texts, texts.map(personal)],
  );
}

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
      if (typeof step === "string") await runAll(sql, step);
      else await step(sql);
      await sql.run("insert into schema_version values ($1)", [index + 1]);
    }
  });
}

async function runAll(sql: Sql, statements: string): Promise<void> {
  for (const statement of statements.split(";")) if (statement.trim() !== "") await sql.run(statement);
}
