-- The projection of the journal: runs on PostgreSQL and on H2 in PostgreSQL mode.

-- End of the hash chain; whoever appends holds this row, so there is one writer at a time.
create table journal_head (
    id     smallint not null primary key check (id = 1),
    number bigint   not null,
    hash   char(64) not null
);
insert into journal_head (id, number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- hash = SHA-256(previous_hash, line feed, event); the other columns are there to find events by.
create table journal_event (
    number        bigint       not null primary key,
    event_id      varchar(100) not null unique,
    journey_id    varchar(100) not null,
    message_id    varchar(100) not null,
    type          varchar(32)  not null,
    happened_at   timestamp(6) with time zone not null,
    event         varchar      not null,
    previous_hash char(64)     not null,
    hash          char(64)     not null
);
create index journal_event_journey on journal_event (journey_id, happened_at, number);

-- Where each journey stands; state is absent as long as no event named one.
create table journey (
    journey_id         varchar(100) not null primary key,
    service            varchar(100) not null,
    channel            varchar(100) not null,
    external_reference varchar(500) not null,
    business_key       varchar(500),
    state              varchar(32),
    state_sentence     varchar      not null,
    state_at           timestamp(6) with time zone,
    state_number       bigint       not null,
    unchecked          boolean      not null,
    test               boolean      not null,
    received_at        timestamp(6) with time zone not null,
    changed_at         timestamp(6) with time zone not null
);
create index journey_newest on journey (received_at desc, journey_id desc);
create index journey_state on journey (state, received_at desc, journey_id desc);
create index journey_service on journey (service, received_at desc, journey_id desc);
create index journey_reference on journey (external_reference);
create index journey_business_key on journey (business_key);

-- The latest envelope of every message; answers find the message they refer to here.
create table message (
    message_id varchar(100) not null primary key,
    journey_id varchar(100) not null,
    envelope   varchar      not null,
    seen_at    timestamp(6) with time zone not null
);
create index message_journey on message (journey_id);
