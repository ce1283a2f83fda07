-- Clearing cases: a view of the journal's events that carry a case note. The message itself lies on the broker's clearing queue.

create table clearing_case (
    case_id          varchar(100) not null primary key,
    version          bigint       not null,
    state            varchar(32)  not null,
    unit             varchar(200) not null,
    queue            varchar(200) not null,
    system           varchar(100) not null,
    journey_id       varchar(100) not null,
    message_id       varchar(100) not null,
    message_type     varchar(500) not null,
    service          varchar(100) not null,
    failure_kind     varchar(20)  not null,
    problem_code     varchar(100) not null,
    sentence         varchar      not null,
    step             varchar(500) not null,
    may_have_arrived boolean      not null,
    payload_sha256   char(64),
    payload_size     bigint,
    content_type     varchar(200),
    filename         varchar(500),
    original_sha256  char(64),
    editors          varchar      not null,
    opened_at        timestamp(6) with time zone not null,
    changed_at       timestamp(6) with time zone not null
);
create index clearing_case_newest on clearing_case (opened_at desc, case_id desc);
create index clearing_case_unit on clearing_case (unit, opened_at desc, case_id desc);
create index clearing_case_state on clearing_case (state, opened_at desc, case_id desc);
create index clearing_case_journey on clearing_case (journey_id);

-- Everything that happened to a case, oldest version first.
create table clearing_entry (
    event_id        varchar(100) not null primary key,
    case_id         varchar(100) not null,
    version         bigint       not null,
    happened_at     timestamp(6) with time zone not null,
    state           varchar(32)  not null,
    action          varchar(32)  not null,
    actor           varchar(200) not null,
    reason          varchar      not null,
    sentence        varchar      not null,
    payload_sha256  char(64),
    replaced_sha256 char(64)
);
create index clearing_entry_case on clearing_entry (case_id, version, happened_at);
