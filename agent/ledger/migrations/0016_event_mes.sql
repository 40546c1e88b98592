-- What happened to one month is found without reading the whole chain.

create index event_mes on event (mes_id, seq);
