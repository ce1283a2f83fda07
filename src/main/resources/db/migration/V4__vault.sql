-- What the vault must keep: runs on PostgreSQL and on H2 in PostgreSQL mode.

-- Which journey needs which content of which drawer; filled from the journal, emptied when the retention period is over.
create table vault_reference (
    journey_id varchar(100) not null,
    drawer     varchar(100) not null,
    sha256     char(64)     not null,
    primary key (journey_id, sha256, drawer)
);
create index vault_reference_content on vault_reference (sha256, drawer);

-- The last event of the journal whose references are in the table; 0 makes the next run read events of earlier releases too.
create table vault_reference_progress (
    id     smallint not null primary key check (id = 1),
    number bigint   not null
);
insert into vault_reference_progress (id, number) values (1, 0);
