-- Signed checkpoints of the journal and what it is searched by; runs on PostgreSQL and on H2 in PostgreSQL mode.
-- V2.1 (in Java, beside the projector) fills the search tables from what was there before.

-- Up to here the chain is signed: signature is Ed25519 over "stadtbus-journal-checkpoint-1", number, hash, made_at, previous,
-- a line feed after each. previous = number of the checkpoint before, 0 for the first.
create table journal_checkpoint (
    number     bigint       not null primary key,
    hash       char(64)     not null,
    made_at    timestamp(6) with time zone not null,
    previous   bigint       not null,
    key_id     varchar(64)  not null,
    signature  varchar(200) not null,
    -- RFC 3161 response whose imprint is the hash, Base64; absent until a time stamp authority answered
    time_stamp varchar
);

alter table journal_head add column checkpoint bigint default 0 not null;
alter table journal_head add column checkpoint_at timestamp(6) with time zone;

-- The words a journey is found by: references and business keys as a whole and from the start of each word in them.
-- UTF-8 bytes, lower case, so that both databases order them the same way and find a prefix by index.
create table journey_term (
    journey_id varchar(100) not null,
    term       bytea        not null,
    whole      boolean      not null,
    primary key (journey_id, term, whole)
);
create index journey_term_prefix on journey_term (term, whole, journey_id);

-- The procedures a journey met; received_at is the journey's.
create table journey_procedure (
    journey_id   varchar(100) not null,
    procedure_id varchar(100) not null,
    received_at  timestamp(6) with time zone not null,
    primary key (journey_id, procedure_id)
);
create index journey_procedure_newest on journey_procedure (procedure_id, received_at desc, journey_id desc);

drop index journey_reference;
drop index journey_business_key;
